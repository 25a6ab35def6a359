import type { Loosening } from '../../../domain.ts';
import type { RotationSettings } from '../scenario.ts';
import type { RotationTables } from '../tables.ts';
import type { Break } from '../world/breaks.ts';
import type { Spot } from '../world/spots.ts';
import type { World } from '../world/world.ts';

/** A question of a traffic manager, as it stands. */
export interface Standing {
  readonly settings: RotationSettings;
  readonly tables: RotationTables;
  readonly world: World;
}

/** One thing that gives way, and how many places it may open: so many spots, each in so many breaks. */
export interface Loose extends Loosening<RotationSettings, RotationTables> {
  readonly places: number;
}

/**
 * In how many breaks spots could air if what removes these went: those that other rules remove are counted, too. What is
 * fixed stays where it is, and a frozen break takes nothing.
 *
 * @param some The spots that are meant; all where nobody says.
 */
export function placesIn(
  { spots, breaks, fixed }: World,
  removes: (spot: Spot, at: Break, s: number, b: number) => boolean,
  some: Iterable<number> = spots.keys(),
): number {
  let places = 0;
  for (const s of some) {
    if (fixed.has(s)) continue;
    places += breaks.filter((at, b) => !at.frozen && removes(spots[s]!, at, s, b)).length;
  }
  return places;
}
