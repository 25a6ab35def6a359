import { gcd, visitGroups } from '../kernel/members.ts';
import type { Limits, Model } from '../kernel/model.ts';

/** How far the use of each group of a metric can go in a model: both ends are bounds, and multiples of `step`. */
export interface Reach {
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** Greatest common divisor of what the group's candidates use; 0 where it has none. */
  readonly step: Float64Array;
}

/** Groups of candidates, and what each uses of its group; absent: 1 each. */
export interface Grouping {
  readonly groups: number;
  readonly group: Int32Array;
  readonly use?: Float64Array;
}

/** What the candidates of a group can use together, narrowed by every limit of the model that speaks of the same. */
export function reachOf(model: Model, grouping: Grouping): Reach {
  const { groups, group } = grouping;
  const reach = { least: new Float64Array(groups), most: new Float64Array(groups), step: new Float64Array(groups) };
  group.forEach((own, j) => {
    if (own < 0) return;
    const use = useOf(grouping, j);
    reach.most[own]! += use;
    reach.step[own] = gcd(reach.step[own]!, use);
  });
  for (const limits of model.limits) {
    narrow(reach, model, limits, grouping);
    if (!grouping.use) share(reach, model, limits, grouping);
  }
  for (let g = 0; g < groups; g++) {
    const step = reach.step[g]! || 1;
    reach.least[g] = Math.ceil(reach.least[g]! / step) * step;
    reach.most[g] = Math.floor(reach.most[g]! / step) * step;
  }
  return reach;
}

const useOf = ({ use }: Grouping, j: number): number => use?.[j] ?? 1;

/** A limit that holds all candidates of a group at their own use bounds it from above; one that holds no other, from below. */
function narrow(reach: Reach, model: Model, limits: Limits, grouping: Grouping): void {
  const inside = new Int32Array(grouping.groups).fill(-1);
  const count = new Int32Array(grouping.groups);
  const size = new Int32Array(limits.groups);
  const MIXED = -2;
  for (let j = 0; j < model.candidates; j++) {
    const own = grouping.group[j] ?? -1;
    let seen = 0;
    visitGroups(limits, j, (group, use) => {
      size[group]!++;
      if (own < 0) return;
      seen++;
      const fits = use === useOf(grouping, j) && (inside[own] === -1 || inside[own] === group);
      inside[own] = fits ? group : MIXED;
    });
    if (own >= 0 && seen !== 1) inside[own] = MIXED;
    if (own >= 0) count[own]!++;
  }
  const helped = helpedGroups(model, limits);
  inside.forEach((group, own) => {
    if (group < 0 || helped.has(group)) return;
    reach.most[own] = Math.min(reach.most[own]!, limits.most?.[group] ?? Infinity);
    if (count[own] === size[group]) reach.least[own] = Math.max(reach.least[own]!, limits.least?.[group] ?? 0);
  });
}

/** A group that is cut into parts by a limit has at the most what the limit allows each part: one loan a car. */
function share(reach: Reach, model: Model, limits: Limits, { groups, group }: Grouping): void {
  const { members, most } = limits;
  if ('start' in members || members.use || !most || helpedGroups(model, limits).size > 0) return;
  const parts = Array.from({ length: groups }, () => new Map<number, number>());
  const whole = new Uint8Array(groups).fill(1);
  for (let j = 0; j < model.candidates; j++) {
    const own = group[j] ?? -1;
    if (own < 0) continue;
    const part = members.group[j] ?? -1;
    if (part < 0) whole[own] = 0;
    else parts[own]!.set(part, (parts[own]!.get(part) ?? 0) + 1);
  }
  parts.forEach((counts, own) => {
    if (whole[own] === 0) return;
    let sum = 0;
    for (const [part, count] of counts) sum += Math.min(count, most[part]!);
    reach.most[own] = Math.min(reach.most[own]!, sum);
  });
}

/** Groups in which auxiliary columns take part say nothing about candidates alone. */
function helpedGroups(model: Model, limits: Limits): ReadonlySet<number> {
  const groups = new Set<number>();
  for (let k = 0; k < (model.auxiliary?.count ?? 0); k++)
    visitGroups(limits, model.candidates + k, (group) => groups.add(group));
  return groups;
}

/** The sum of these values in every schedule, where the limits alone fix it. */
export function settledSum(model: Model, value: Float64Array): number | undefined {
  if (value.every((each) => each === 0)) return 0;
  for (const { members, groups, least, most } of model.limits) {
    if ('start' in members || members.use || !least || !most) continue;
    const each = new Float64Array(groups).fill(Number.NaN);
    const even = value.every((own, j) => {
      const group = members.group[j] ?? -1;
      if (own === 0) return group < 0 || most[group] === 0;
      if (group < 0 || (!Number.isNaN(each[group]!) && each[group] !== own)) return false;
      each[group] = own;
      return true;
    });
    if (!even || each.some((own, group) => !Number.isNaN(own) && least[group] !== most[group])) continue;
    return each.reduce((sum, own, group) => sum + (Number.isNaN(own) ? 0 : own * most[group]!), 0);
  }
  return undefined;
}
