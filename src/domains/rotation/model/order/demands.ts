import type { Break } from '../../world/breaks.ts';
import { areBundled } from '../../world/bundles.ts';
import type { Spot } from '../../world/spots.ts';
import type { Airing, Choice, Line } from './airing.ts';

/** Whether two spots compete: they share a category, and are not of one parent. */
export const competing = (a: Airing, b: Airing): boolean => rival(a.spot, b.spot);

export const rival = (a: Spot, b: Spot): boolean =>
  a.parent !== b.parent && a.categories.some((category) => b.categories.includes(category));

/**
 * Seconds that must pass from the start of one spot to the start of another that airs after it: the first has to be
 * over, and what the two of them keep has to pass. 0: they keep no distance.
 */
export function leastBetween({ world, creative }: Choice, first: Airing, second: Airing): number {
  if (world.scope.rules.robust || (first.happened && second.happened)) return 0;
  const need = distanceOf({ world, creative }, first.spot, second.spot, first.tolerated || second.tolerated);
  return need > 0 ? first.seconds + need : 0;
}

/** Seconds that two spots keep from the end of the earlier to the start of the later; 0: none. */
export function distanceOf(
  { world: { scope }, creative }: Pick<Choice, 'world' | 'creative'>,
  a: Spot,
  b: Spot,
  tolerated = false,
): number {
  if (areBundled(a, b)) return 0;
  return Math.max(
    a.parent === b.parent ? Math.max(a.separation, b.separation) : 0,
    a.creative !== null && a.creative === b.creative ? creative : 0,
    ...(a.parent === b.parent || tolerated ? [] : rivalries(scope.rules.competitive, a, b)),
  );
}

const rivalries = (
  seconds: Readonly<Record<string, number>>,
  a: { readonly categories: readonly string[] },
  b: { readonly categories: readonly string[] },
): readonly number[] =>
  a.categories
    .filter((category) => b.categories.includes(category))
    .map((category) => (Object.hasOwn(seconds, category) ? seconds[category]! : 0));

/** Two spots of different breaks whose distance depends on the orders: offset(later) - offset(earlier) >= lag. */
export interface Demand {
  readonly earlier: Airing;
  readonly later: Airing;
  readonly lag: number;
}

/**
 * What the orders of these breaks must see to: every pair of spots of different breaks that may be too near to each
 * other. A cap says the same of the first and the last of so many spots that they may not air within its window.
 */
export function demandsOf(choice: Choice, lines: readonly Line[]): readonly Demand[] {
  const { scope, breaks } = choice.world;
  if (scope.rules.robust) return [];
  const lineOf = new Map(lines.map((line) => [line.b, line]));
  const demands: Demand[] = [];
  const enter = (earlier: Airing, later: Airing, least: number) => {
    if (least <= 0 || (earlier.happened && later.happened)) return;
    const lag = least - (breaks[later.b]!.start - breaks[earlier.b]!.start);
    const latest = lineOf.get(earlier.b)!.used - earlier.seconds - scope.rules.guard;
    if (latest + lag > 0) demands.push({ earlier, later, lag });
  };
  for (const group of kindred(lines))
    forPairs(group, breaks, reachOf(choice, group), (earlier, later) => {
      if (earlier.b !== later.b) enter(earlier, later, leastBetween(choice, earlier, later));
    });
  const window = scope.rules.rolling_seconds;
  if (window > 0)
    for (const group of byKey(lines, ({ spot }) => [spot.parent]))
      forPairs(group, breaks, window, (earlier, later, between) => {
        if (earlier.b === later.b) return;
        const sure = [earlier, ...between.filter(({ b }) => b > earlier.b && b < later.b), later];
        if (sure.length > Math.min(...sure.map(({ spot }) => spot.cap))) enter(earlier, later, window);
      });
  return demands;
}

/** Groups in which two spots may have to keep a distance: of one parent, of one creative, of one category. */
function kindred(lines: readonly Line[]): readonly (readonly Airing[])[] {
  return [
    ...byKey(lines, ({ spot }) => [spot.parent]),
    ...byKey(lines, ({ spot }) => (spot.creative === null ? [] : [spot.creative])),
    ...byKey(lines, ({ spot }) => [...new Set(spot.categories)]),
  ];
}

function byKey(lines: readonly Line[], keys: (airing: Airing) => readonly string[]): readonly (readonly Airing[])[] {
  const groups = new Map<string, Airing[]>();
  for (const { airings } of lines)
    for (const airing of airings)
      for (const key of keys(airing)) {
        const group = groups.get(key);
        if (group) group.push(airing);
        else groups.set(key, [airing]);
      }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** No two spots of the group keep more than this from each other, from end to start. */
function reachOf({ world: { scope }, creative }: Choice, group: readonly Airing[]): number {
  return Math.max(creative, ...Object.values(scope.rules.competitive), ...group.map(({ spot }) => spot.separation));
}

/** Pairs whose breaks may be nearer than `reach`, each with those that stand between them in the group. */
function forPairs(
  group: readonly Airing[],
  breaks: readonly Break[],
  reach: number,
  visit: (earlier: Airing, later: Airing, between: readonly Airing[]) => void,
): void {
  group.forEach((earlier, at) => {
    for (let k = at + 1; k < group.length; k++) {
      const later = group[k]!;
      if (breaks[later.b]!.start - breaks[earlier.b]!.end >= reach) return;
      visit(earlier, later, group.slice(at + 1, k));
    }
  });
}

/**
 * Whether a parent's spots, at these starts and in the order of time, keep the caps of the rolling window: for each of
 * them, the spots in the window that ends with it are no more than the smallest cap among them.
 */
export function keepsCaps(
  starts: readonly { readonly airing: Airing; readonly start: number }[],
  window: number,
): boolean {
  if (window <= 0) return true;
  return starts.every(({ start: last }) => {
    const inside = starts.filter(({ start }) => start > last - window && start <= last);
    return (
      inside.every(({ airing }) => airing.happened) ||
      inside.length <= Math.min(...inside.map(({ airing }) => airing.spot.cap))
    );
  });
}
