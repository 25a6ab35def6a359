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
    happened: (j) => world.history[all.spot[j]!] === 1,
    relaxed: (j, rule) => all.level[j]! > 0 && relax.slice(0, all.level[j]!).includes(rule),
    by: (key) => groupsBy(all.count, key),
  };
}

/** "d1 of Bluebird Diner airs in b2114 (21:14), 90 s away": one that is nearer to another than it may. */
export function nearText({ world, all, spot }: Airings, holder: number, candidate: number): string {
  const seconds = secondsBetween(world, all.break[holder]!, all.break[candidate]!);
  const where = seconds === undefined ? 'the same break' : `${seconds} s away`;
  return `${spot(holder).id} of ${spot(holder).advertiser} airs in ${breakText(world, all.break[holder]!)}, ${where}`;
}

/** From the end of the earlier break to the start of the later; undefined inside one break. */
function secondsBetween({ breaks }: World, a: number, b: number): number | undefined {
  if (a === b) return undefined;
  // Breaks are numbered by their start.
  const [first, second] = a < b ? [breaks[a]!, breaks[b]!] : [breaks[b]!, breaks[a]!];
  return second.start - first.end;
}
