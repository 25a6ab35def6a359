import type { Item } from '../facts/facts.ts';
import { rivals } from './distances.ts';

/**
 * Whether the spots of a break can stand in some order: rivals never side by side, a first spot first, a last one
 * last. Breaks are short, so all orders are tried.
 *
 * @param seats positions (from 1) that locks demand, by spot
 */
export function orderable(spots: readonly Item[], seats: ReadonlyMap<string, number>): boolean {
  const count = spots.length;
  const fits = (spot: Item, place: number): boolean => {
    if (spot.position === 'first' && place !== 1) return false;
    if (spot.position === 'last' && place !== count) return false;
    return (seats.get(spot.id) ?? place) === place;
  };
  const extend = (before: Item | undefined, left: readonly Item[]): boolean => {
    if (left.length === 0) return true;
    const place = count - left.length + 1;
    return left.some((spot) => {
      if (!fits(spot, place) || (before !== undefined && rivals(before, spot))) return false;
      return extend(
        spot,
        left.filter((other) => other !== spot),
      );
    });
  };
  return extend(undefined, spots);
}
