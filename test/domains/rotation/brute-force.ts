import type { RotationSettings } from '../../../src/domains/rotation/scenario.ts';
import type { Break } from '../../../src/domains/rotation/world/breaks.ts';
import type { Spot } from '../../../src/domains/rotation/world/spots.ts';

/** Break of each spot, or -1. */
export type Plan = readonly number[];

/** Cents by tier, guaranteed first, then points. */
export type Worth = readonly [number, number, number, number];

/** The lexicographically best worth of all plans, by trying every one: no code of the rules, nor of the solver. */
export function tryAll(
  settings: RotationSettings,
  spots: readonly Spot[],
  breaks: readonly Break[],
  banned: (s: number, b: number) => boolean,
  history: ReadonlyMap<number, number> = new Map(),
): Worth {
  let best: Worth = [-1, -1, -1, -Infinity];
  const extend = (plan: Plan): void => {
    if (plan.length === spots.length) {
      const worth = worthOf(settings, spots, breaks, plan);
      if (allowed(settings, spots, breaks, plan, history) && before(best, worth)) best = worth;
      return;
    }
    const happened = history.get(plan.length);
    if (happened !== undefined) extend([...plan, happened]);
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

/** From the end of the earlier break to the start of the later: the distance that holds whatever the order inside. */
function distance(a: Break, b: Break): number {
  if (a.id === b.id) return 0;
  return a.start < b.start ? b.start - a.end : a.start - b.end;
}

/** What has happened may break any rule; nothing else may, nor with what has happened. */
function allowed(
  { rules }: RotationSettings,
  spots: readonly Spot[],
  breaks: readonly Break[],
  plan: Plan,
  history: ReadonlyMap<number, number>,
): boolean {
  const placed = plan.flatMap((b, s) => (b < 0 ? [] : [{ spot: spots[s]!, at: breaks[b]!, happened: history.has(s) }]));
  for (const at of breaks) {
    const inside = placed.filter((one) => one.at === at && !one.happened).map(({ spot }) => spot);
    if (inside.length > 0 && at.frozen) return false;
    if (inside.length > at.most) return false;
    if (inside.reduce((sum, { seconds }) => sum + seconds + rules.guard, 0) > at.seconds) return false;
    if (!orders(inside).some(mayAir)) return false;
  }
  for (const [i, a] of placed.entries())
    for (const b of placed.slice(i + 1)) {
      if (a.happened && b.happened) continue;
      const far = distance(a.at, b.at);
      const family = a.spot.parent === b.spot.parent;
      const shared = a.spot.categories.filter((category) => b.spot.categories.includes(category));
      if (family && far < Math.max(a.spot.separation, b.spot.separation)) return false;
      if (!family && shared.some((category) => far < (rules.competitive[category] ?? 0))) return false;
      if (a.spot.creative !== null && a.spot.creative === b.spot.creative && far < rules.creative) return false;
    }
  return placed.every(({ spot, at }) => {
    const own = placed.filter((one) => one.spot.parent === spot.parent);
    const window = own.filter(
      (one) => one.at === at || (one.at.start < at.start && at.start - one.at.end < rules.rolling_seconds),
    );
    const kept = (some: typeof own, cap: (of: Spot) => number | null) =>
      some.every(({ happened }) => happened) ||
      some.length <= Math.min(...some.map((one) => cap(one.spot) ?? Infinity));
    const day = own.filter((one) => one.at.date === at.date);
    const block = day.filter((one) => at.block !== null && one.at.block === at.block);
    return (
      (rules.rolling_seconds === 0 || kept(window, ({ cap }) => cap)) &&
      kept(day, ({ capDay }) => capDay) &&
      kept(block, ({ capBlock }) => capBlock)
    );
  });
}

function orders(spots: readonly Spot[]): readonly (readonly Spot[])[] {
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
