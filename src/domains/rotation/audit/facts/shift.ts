import { MINUTE } from './clock.ts';
import type { Facts, Item, Slot, Stand } from './facts.ts';
import { isMadeGood } from './owed.ts';

/** Minutes that pass from the wish of a spot to the start of a break, later above zero; null without a wish. */
export function shiftOf({ wish }: Item, slot: Slot): number | null {
  if (wish === null) return null;
  const shifts = wish(slot.date).map((instant) => (slot.start - instant) / MINUTE);
  return shifts.reduce((least, shift) => (Math.abs(shift) < Math.abs(least) ? shift : least));
}

/**
 * Outside its wish by more than its tolerance, or made good elsewhere; else a spot without a wish is never moved. What was
 * measured is known to the second: less than a minute moves nothing.
 */
export function isMoved(facts: Facts, stand: Stand): boolean {
  const { spot, at } = stand;
  const near = Math.max(spot.tolerance ?? 0, at.ran ? 1 : 0);
  return Math.abs(shiftOf(spot, at) ?? 0) > near || isMadeGood(facts, stand);
}
