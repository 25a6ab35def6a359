import type { RotationSettings } from '../../../src/domains/rotation/scenario.ts';
import type { Break } from '../../../src/domains/rotation/world/breaks.ts';
import type { Spot } from '../../../src/domains/rotation/world/spots.ts';

/** Break of each spot, or -1. */
export type Plan = readonly number[];

/** Where spots stand that have happened. */
export type History = ReadonlyMap<number, { readonly break: number; readonly position: number }>;

/** Cents by tier, guaranteed first, then points. */
export type Worth = readonly [number, number, number, number];

/** The lexicographically best worth of all plans, by trying every one: no code of the rules, nor of the solver. */
export function tryAll(
  settings: RotationSettings,
  spots: readonly Spot[],
  breaks: readonly Break[],
  banned: (s: number, b: number) => boolean,
  history: History = new Map(),
): Worth {
  let best: Worth = [-1, -1, -1, -Infinity];
  const extend = (plan: Plan): void => {
    if (plan.length === spots.length) {
      const worth = worthOf(settings, spots, breaks, plan);
      if (allowed(settings, spots, breaks, plan, history) && before(best, worth)) best = worth;
      return;
    }
    const happened = history.get(plan.length);
    if (happened !== undefined) extend([...plan, happened.break]);
    else {
      extend([...plan, -1]);
      breaks.forEach((_, b) => {
        if (!banned(plan.length, b)) extend([...plan, b]);
      });
    }
  };
  extend([]);
  return best;
}

function before(a: Worth, b: Worth): boolean {
  const k = a.findIndex((value, i) => value !== b[i]);
  return k >= 0 && a[k]! < b[k]!;
}

function worthOf(
  { weights, market }: RotationSettings,
  spots: readonly Spot[],
  breaks: readonly Break[],
  plan: Plan,
): Worth {
  const worth: [number, number, number, number] = [0, 0, 0, 0];
  const hours = new Map<string, number>();
  plan.forEach((b, s) => {
    if (b < 0) return;
    const [spot, at] = [spots[s]!, breaks[b]!];
    worth[spot.tier]! += Math.max(1, spot.value);
    if (spot.wish && 'time' in spot.wish)
      worth[3] -= weights.shift * Math.ceil(Math.abs(at.time - spot.wish.time) / 60);
    if (!at.prime) return;
    const from = Number(market.prime.from.slice(0, 2)) * 3600 - 6 * 3600;
    const key = `${spot.advertiser} ${Math.floor((at.time - from) / 3600)}`;
    hours.set(key, (hours.get(key) ?? 0) + 1);
  });
  for (const n of hours.values()) worth[3] -= (weights.evenness * n * (n - 1)) / 2;
  return worth;
}

/** A spot in a break, and how long after the break's start it begins. */
interface Placed {
  readonly spot: Spot;
  readonly at: Break;
  readonly happened: boolean;
  readonly offset: number;
}

/** Seconds from the end of the earlier spot to the start of the later: robust, from break to break and none inside one. */
function distance(a: Placed, b: Placed, robust: boolean): number {
  const [first, second] = a.at.start + a.offset <= b.at.start + b.offset ? [a, b] : [b, a];
  if (robust) return a.at.id === b.at.id ? 0 : second.at.start - first.at.end;
  return second.at.start + second.offset - (first.at.start + first.offset + first.spot.seconds);
}

/** What has happened may break any rule; nothing else may, nor with what has happened. */
function allowed(
  { rules }: RotationSettings,
  spots: readonly Spot[],
  breaks: readonly Break[],
  plan: Plan,
  history: History,
): boolean {
  const lines: (readonly (readonly number[])[])[] = [];
  for (const [b, at] of breaks.entries()) {
    const own = plan.flatMap((where, s) => (where === b ? [s] : []));
    const past = own.filter((s) => history.has(s)).sort((x, y) => history.get(x)!.position - history.get(y)!.position);
    const inside = own.filter((s) => !history.has(s)).map((s) => spots[s]!);
    if (inside.length > 0 && at.frozen) return false;
    if (inside.length > at.most) return false;
    if (inside.reduce((sum, { seconds }) => sum + seconds + rules.guard, 0) > at.seconds) return false;
    const all = at.frozen ? [past] : orders(own).filter((line) => mayAir(line.map((s) => spots[s]!)));
    if (all.length === 0) return false;
    lines.push(all);
  }
  // One order for each break, all of them tried; robust distances do not depend on them.
  const some = (k: number, placed: readonly Placed[]): boolean => {
    if (k === breaks.length) return holds(rules, placed);
    return lines[k]!.some((line) => {
      let offset = 0;
      const own = line.map((s): Placed => {
        const one = { spot: spots[s]!, at: breaks[k]!, happened: history.has(s), offset };
        offset += one.spot.seconds + rules.guard;
        return one;
      });
      return some(k + 1, [...placed, ...own]);
    });
  };
  return some(0, []);
}

/** Whether distances and caps hold of spots at their places. */
function holds(rules: RotationSettings['rules'], placed: readonly Placed[]): boolean {
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1)) {
      if (a.happened && b.happened) continue;
      const far = distance(a, b, rules.robust);
      const family = a.spot.parent === b.spot.parent;
      const shared = a.spot.categories.filter((category) => b.spot.categories.includes(category));
      const need = Math.max(
        family ? Math.max(a.spot.separation, b.spot.separation) : 0,
        ...(family ? [] : shared.map((category) => rules.competitive[category] ?? 0)),
        a.spot.creative !== null && a.spot.creative === b.spot.creative ? rules.creative : 0,
      );
      if (need > 0 && far < need) return false;
    }
  const inWindow = (one: Placed, last: Placed): boolean => {
    if (rules.robust)
      return one.at === last.at || (one.at.start < last.at.start && last.at.start - one.at.end < rules.rolling_seconds);
    const passed = last.at.start + last.offset - (one.at.start + one.offset);
    return passed >= 0 && passed < rules.rolling_seconds;
  };
  return placed.every((last) => {
    const own = placed.filter((one) => one.spot.parent === last.spot.parent);
    const window = own.filter((one) => inWindow(one, last));
    const kept = (some: typeof own, cap: (of: Spot) => number | null) =>
      some.every(({ happened }) => happened) ||
      some.length <= Math.min(...some.map((one) => cap(one.spot) ?? Infinity));
    const day = own.filter((one) => one.at.date === last.at.date);
    const block = day.filter((one) => last.at.block !== null && one.at.block === last.at.block);
    return (
      (rules.rolling_seconds === 0 || kept(window, ({ cap }) => cap)) &&
      kept(day, ({ capDay }) => capDay) &&
      kept(block, ({ capBlock }) => capBlock)
    );
  });
}

function orders(spots: readonly number[]): readonly (readonly number[])[] {
  if (spots.length === 0) return [[]];
  return spots.flatMap((first) => orders(spots.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}

function mayAir(line: readonly Spot[]): boolean {
  return line.every((spot, k) => {
    if (spot.position === 'first' && k > 0) return false;
    if (spot.position === 'last' && k < line.length - 1) return false;
    const next = line[k + 1];
    return (
      next === undefined || next.parent === spot.parent || !next.categories.some((one) => spot.categories.includes(one))
    );
  });
}
