import type { Candidates } from '../../../../policy/candidates.ts';
import { groupsBy } from '../../../../policy/rows.ts';
import type { Break } from '../../world/breaks.ts';
import type { Relaxable } from '../../world/scope.ts';
import type { Spot } from '../../world/spots.ts';
import { breakText } from '../../world/words.ts';
import type { RotationAxis, World } from '../../world/world.ts';

/** The candidates, each seen as a spot that airs in a break. */
export interface Airings {
  readonly world: World;
  readonly all: Candidates<RotationAxis>;
  readonly spot: (candidate: number) => Spot;
  readonly at: (candidate: number) => Break;
  /** Seconds on air: as booked, or as it was seen. */
  readonly lengthOf: (candidate: number) => number;
  /** Whether it has happened already: then it is chosen, and the distances between such ones hold no longer. */
  readonly happened: (candidate: number) => boolean;
  /** Whether a rule has given way for it. */
  readonly relaxed: (candidate: number, rule: Relaxable) => boolean;
  /** Candidates by a key, in their order; those whose key is undefined are left out. */
  readonly by: <K>(key: (candidate: number) => K | undefined) => ReadonlyMap<K, readonly number[]>;
}

/** The candidates of a world as airings. */
export function airingsOf({ world, all }: Pick<Airings, 'world' | 'all'>): Airings {
  const { relax } = world.scope;
  return {
    world,
    all,
    spot: (j) => world.spots[all.spot[j]!]!,
    at: (j) => world.breaks[all.break[j]!]!,
    lengthOf: (j) => world.fixed.get(all.spot[j]!)?.seen?.seconds ?? world.spots[all.spot[j]!]!.seconds,
    happened: (j) => world.history[all.spot[j]!] === 1,
    relaxed: (j, rule) => all.level[j]! > 0 && relax.slice(0, all.level[j]!).includes(rule),
    by: (key) => groupsBy(all.count, key),
  };
}

/**
 * "d1 of Bluebird Diner airs in b2114 (21:14), at most 885 s away": one that is nearer to another than it may, in whatever
 * order their breaks are aired. Robust distances are those between the breaks.
 */
export function nearText(airings: Airings, holder: number, candidate: number): string {
  const { world, all, spot } = airings;
  const where = `${spot(holder).id} of ${spot(holder).advertiser} airs in ${breakText(world, all.break[holder]!)}`;
  const isSame = all.break[holder] === all.break[candidate];
  if (world.scope.rules.robust) {
    const [first, second] = inOrder(airings, holder, candidate);
    return isSame
      ? `${where}, the same break`
      : `${where}, ${second.slot.start - first.slot.end} s from break to break`;
  }
  return `${where}, ${isSame ? 'the same break, ' : ''}at most ${farthestOf(airings, holder, candidate)} s away`;
}

/** From the end of the one to the start of the other, where they stand as far from each other as their breaks allow. */
function farthestOf(airings: Airings, a: number, b: number): number {
  const [first, second] = inOrder(airings, a, b);
  const begin = first.seen?.offset ?? 0;
  const last = second.seen?.offset ?? second.slot.seconds - airings.world.scope.rules.guard - second.seconds;
  return second.slot.start + last - (first.slot.start + begin + first.seconds);
}

/** Two candidates by the time of their breaks, which are numbered by their start. */
function inOrder({ world, all, at, lengthOf }: Airings, a: number, b: number) {
  const of = (j: number) => ({ slot: at(j), seconds: lengthOf(j), seen: world.fixed.get(all.spot[j]!)?.seen });
  return all.break[a]! <= all.break[b]! ? ([of(a), of(b)] as const) : ([of(b), of(a)] as const);
}
