import { groupsBy } from '../../../../policy/rows.ts';
import type { Airing, Choice, Line } from './airing.ts';
import { leastBetween } from './demands.ts';

/** What of a break is not in its order yet, and what stands before it. */
export interface Rest {
  readonly left: ReadonlySet<Airing>;
  readonly before: Airing | undefined;
  /** Seconds from the begin of the break to the first of those that are left. */
  readonly at: number;
  readonly offset: ReadonlyMap<Airing, number>;
}

/**
 * What tells early that the rest of a break has no order, so that a break of 80 spots is not tried out to its end:
 *
 * 1. Competitors of p parents in one category need p - 1 others between them.
 * 2. Spots of one parent that keep a distance, all from each other, need the time for all of these distances.
 * 3. Competitors of p parents that keep a distance need the time for p - 1 such distances.
 */
export interface Pressure {
  /** False is certain; true is not. */
  readonly hasHope: (rest: Rest) => boolean;
  /** The spots that are left, those first whose competitors or distances leave least to spare. */
  readonly urgent: (rest: Rest) => readonly Airing[];
}

/** The pressure on the spots of a break. */
export function pressureOn(choice: Choice, { airings, used }: Line): Pressure {
  const end = used - choice.world.scope.rules.guard;
  const tests = [...crowdsOf(airings), ...chainsOf(choice, airings, end), ...campsOf(choice, airings, end)];
  return {
    hasHope: (rest) => tests.every(({ spare }) => spare(rest) >= 0),
    urgent: (rest) => {
      const spare = new Map<Airing, number>();
      for (const test of tests) {
        const seconds = test.spare(rest);
        for (const airing of test.own) spare.set(airing, Math.min(seconds, spare.get(airing) ?? Infinity));
      }
      const least = (airing: Airing) => spare.get(airing) ?? Number.MAX_SAFE_INTEGER;
      return [...rest.left].sort((a, b) => least(a) - least(b));
    },
  };
}

/** Spots that need something of the rest of their break, and the seconds that it has beyond that: below 0, too few. */
interface Need {
  readonly own: ReadonlySet<Airing>;
  readonly spare: (rest: Rest) => number;
}

/** The spots of a category that has several parents in the break. */
function crowdsOf(airings: readonly Airing[]): readonly Need[] {
  const shortest = Math.min(...airings.map(({ spot }) => spot.seconds));
  return [...new Set(airings.flatMap(({ spot }) => spot.categories))].flatMap((category) => {
    const own = new Set(airings.filter(({ spot }) => spot.categories.includes(category)));
    if (new Set([...own].map(({ spot }) => spot.parent)).size < 2) return [];
    const spare = ({ left, before }: Rest) => {
      const parents = new Set(before !== undefined && own.has(before) ? [before.spot.parent] : []);
      let others = 0;
      for (const airing of left)
        if (own.has(airing)) parents.add(airing.spot.parent);
        // What stands last stands between no two.
        else if (airing.spot.position !== 'last') others++;
      return (others - Math.max(0, parents.size - 1)) * shortest;
    };
    return [{ own, spare }];
  });
}

/** The spots of a parent, where every two of them keep a distance. */
function chainsOf(choice: Choice, airings: readonly Airing[], end: number): readonly Need[] {
  const families = groupsBy(airings.length, (k) => airings[k]!.spot.parent);
  return [...families.values()].flatMap((numbers) => {
    if (numbers.length < 2) return [];
    const own = new Set(numbers.map((k) => airings[k]!));
    const pairs = [...own].flatMap((a) => [...own].filter((b) => b !== a).map((b) => leastBetween(choice, a, b)));
    const lag = Math.min(...pairs);
    if (lag === 0) return [];
    const shortest = Math.min(...[...own].map(({ spot }) => spot.seconds));
    const spare = ({ left, at, offset }: Rest) => {
      let [count, free] = [0, at];
      for (const airing of own)
        if (left.has(airing)) count++;
        else free = Math.max(free, (offset.get(airing) ?? 0) + lag);
      return count === 0 ? Infinity : end - free - (count - 1) * lag - shortest;
    };
    return [{ own, spare }];
  });
}

/** The spots of a category whose competitors keep a distance: best one parent after the other. */
function campsOf({ world: { scope } }: Choice, airings: readonly Airing[], end: number): readonly Need[] {
  const { robust, competitive } = scope.rules;
  if (robust) return [];
  return Object.entries(competitive).flatMap(([category, seconds]) => {
    const own = new Set(airings.filter(({ spot, tolerated }) => !tolerated && spot.categories.includes(category)));
    if (seconds === 0 || new Set([...own].map(({ spot }) => spot.parent)).size < 2) return [];
    const shortest = Math.min(...[...own].map(({ spot }) => spot.seconds));
    const spare = ({ left, at, offset }: Rest) => {
      const parents = new Set<string>();
      let last: Airing | undefined;
      for (const airing of own)
        if (left.has(airing)) parents.add(airing.spot.parent);
        else if (last === undefined || offset.get(airing)! > offset.get(last)!) last = airing;
      if (parents.size === 0) return Infinity;
      const isSame = last === undefined || parents.has(last.spot.parent);
      const begin = isSame ? at : Math.max(at, offset.get(last!)! + last!.spot.seconds + seconds);
      return end - begin - (parents.size - 1) * (seconds + shortest) - shortest;
    };
    return [{ own, spare }];
  });
}
