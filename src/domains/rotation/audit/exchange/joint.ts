import { bundleOf } from '../facts/bundles.ts';
import type { Facts, Item, Placing, Slot } from '../facts/facts.ts';
import { isForbidden } from '../rules/pins.ts';
import { obstacles } from '../rules/place.ts';
import { collisions, companyOf } from './company.ts';

/** The spots that are left out as one: a spot, or the spots of a bundle, which stands for the first of them. */
export function unitOf(facts: Facts, spot: Item): readonly Item[] {
  const own = bundleOf(facts, spot)?.spots ?? [spot];
  return own[0]?.id === spot.id ? own : [];
}

/** Whether the spots of a unit could all air in a break, beside these placed ones and each other. */
export function joins(facts: Facts, unit: readonly Item[], slot: Slot, placed: readonly Placing[]): boolean {
  const rest = placed.filter(({ spot }) => !unit.some(({ id }) => id === spot.id));
  return unit.every((spot, k) => {
    if (isForbidden(facts.settings, { spot: spot.id, break: slot.id }) || obstacles(facts, spot, slot).length > 0)
      return false;
    const beside = unit.slice(0, k).map((mate) => standIn(mate, slot));
    const found = collisions(facts, spot, slot, companyOf(spot, [...rest, ...beside]));
    // Only all of them together need an order.
    return found.every((rule) => rule === 'order' && k < unit.length - 1);
  });
}

const standIn = (spot: Item, at: Slot): Placing => ({
  spot,
  at,
  position: 0,
  start: at.start,
  end: at.start + spot.seconds,
});
