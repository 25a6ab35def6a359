import type { ActiveLimits } from '../decomposition/lazy.ts';
import { evaluate } from '../evaluate.ts';
import { shareOf } from '../fuse.ts';
import { usesOf, visitGroups } from '../members.ts';
import { BILLION, type Effort, type Model, type Solution } from '../model.ts';
import { type Rows, rowsOf } from '../program/rows.ts';
import { boundOf, floorTo } from '../search/bound.ts';
import { fill, nothingIn, type Schedule } from '../search/greedy.ts';
import type { Prices } from '../search/pricing.ts';
import type { Start } from '../search/search.ts';
import { usefulCandidates } from '../search/useful.ts';
import { dive } from './dive.ts';
import { type Outline, outline } from './outline.ts';

/**
 * Prices without any program: each group of one rule costs what its dearest candidate scores, so that no schedule scores
 * more than the dearest of each group. One set of prices for each rule that all candidates of value are under.
 */
function dearestPrices(model: Model): readonly Prices[] {
  return model.limits.flatMap((limits, chosen) => {
    const { members, most } = limits;
    if (!most || 'start' in members || members.use) return [];
    if (model.score.some((score, j) => score > 0 && (members.group[j] ?? -1) < 0)) return [];
    const dearest = new Float64Array(limits.groups);
    for (let j = 0; j < model.candidates; j++)
      visitGroups(limits, j, (group) => {
        dearest[group] = Math.max(dearest[group]!, Math.ceil((model.score[j]! / model.unit) * BILLION));
      });
    return [model.limits.map(({ groups }, index) => (index === chosen ? dearest : new Float64Array(groups)))];
  });
}

/** Models with more rows than this are large: their whole relaxation may take longer than there is. */
const LARGE = 5000;

/** How much of the seconds the relaxation of a large model may take. */
const SHARE = 0.7;

/** Whether a model is large, so that its whole relaxation may take longer than there is. */
export function isLarge(model: Model): boolean {
  // A group has one row at the most: most models are told to be small without being compiled for it.
  if (model.limits.reduce((sum, { groups }) => sum + groups, 0) <= LARGE) return false;
  const { count, impossible } = rowsOf(model);
  return count > LARGE && !impossible;
}

/**
 * A first schedule of a large model, and a bound, without its whole relaxation: the schedule to begin with and what fits
 * beside it, or else what a dive finds. Undefined where the model is not large, or where neither meets all hard limits.
 *
 * @param active limits that relaxations have broken so far; it grows.
 */
export async function quickSolution(
  model: Model,
  effort: Effort,
  active: ActiveLimits,
  start?: Start,
): Promise<Solution | undefined> {
  if (!isLarge(model)) return undefined;
  const relaxed = await outline(model, shareOf(effort, start ? 1 : SHARE), active);
  return quickFrom(model, relaxed, start ?? (await dive(model, relaxed, effort, active)));
}

/** A schedule, or an empty one if that is better, with what still fits, and the bound of a relaxation; undefined where neither meets all limits. */
export function quickFrom(model: Model, relaxed: Outline, from: Schedule): Solution | undefined {
  const rows = rowsOf(model);
  const { prices, bound } = cheapest(model, relaxed, rows);
  const order = usefulCandidates(model, rows).sort((a, b) => bound.worth[b]! - bound.worth[a]! || a - b);
  const paying = order.filter((j) => model.score[j]! > 0);
  const scored = [from, nothingIn(model)].map((each) => {
    const met = fill(model, each, order.filter(wantedBy(model, each)));
    const schedule = fill(model, met, paying, 'paying');
    return { ...schedule, net: evaluate(model, schedule.chosen, schedule.auxiliary) };
  });
  const { chosen, auxiliary, net } = scored.reduce((best, each) => (each.net > best.net ? each : best));
  if (net === -Infinity) return undefined;
  return {
    status: 'feasible',
    chosen,
    auxiliary,
    net,
    bound: floorTo(bound.value, rows.quantum),
    prices,
    reproducible: relaxed.values !== undefined,
    work: { method: 'sifting', rounds: 0, columns: order.length, iterations: 0, nodes: 0 },
  };
}

/** The prices that prove the lowest bound: those of a relaxation, or of the dearest of each group. */
function cheapest(model: Model, { prices, bound }: Outline, { reaches }: Rows): Pick<Outline, 'prices' | 'bound'> {
  const dearest = dearestPrices(model).map((own) => ({ prices: own, bound: boundOf(model, own, reaches) }));
  return dearest.reduce((best, each) => (each.bound.value < best.bound.value ? each : best), { prices, bound });
}

/** Whether a candidate is in a group that uses less than it must. */
function wantedBy(model: Model, { chosen, auxiliary }: Schedule): (candidate: number) => boolean {
  const wanting = model.limits.flatMap((limits) => {
    const { least } = limits;
    return least ? [{ limits, least, uses: usesOf(model, limits, chosen, auxiliary) }] : [];
  });
  return (candidate) => {
    let wanted = false;
    for (const { limits, least, uses } of wanting)
      visitGroups(limits, candidate, (group, use) => {
        if (use > 0 && uses[group]! < least[group]!) wanted = true;
      });
    return wanted;
  };
}

/** A solution that is not proven, with the bound by the dearest of each group where it is lower than its own. */
export function boundedByDearest(model: Model, solution: Solution): Solution {
  const { quantum, reaches } = rowsOf(model);
  let { bound, prices } = solution;
  for (const dearest of dearestPrices(model)) {
    const own = floorTo(boundOf(model, dearest, reaches).value, quantum);
    if (own < bound) [bound, prices] = [own, dearest];
  }
  return { ...solution, bound, prices };
}
