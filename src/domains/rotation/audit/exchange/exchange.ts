import type { Violation } from '../../../../audit/audit.ts';
import { groupBy } from '../../../../audit/rows.ts';
import { matesOf } from '../facts/bundles.ts';
import { type Facts, type Item, type Placing, rankOf, type Slot } from '../facts/facts.ts';
import { isFixed } from '../rules/fixed.ts';
import { isForbidden, isPinned } from '../rules/pins.ts';
import { obstacles } from '../rules/place.ts';
import { type Company, collisions, companyOf } from './company.ts';
import { joins, unitOf } from './joint.ts';
import { orderable } from './order.ts';

/**
 * No inversion, by exchange: for each unplaced spot and each break, take away every spot of a lower tier that may be
 * taken away; the unplaced one must still not fit.
 */
export function inversions(facts: Facts): readonly Violation[] {
  return facts.unplaced.flatMap((spot) => {
    const unit = unitOf(facts, spot);
    if (unit.length === 0) return [];
    const lower = facts.placings.filter((one) => !stays(facts, one, spot));
    const staying = facts.placings.filter((one) => stays(facts, one, spot));
    const company = companyOf(spot, staying);
    // Robust distances ask for no orders: whether those that leave may go is asked apart.
    const leave = facts.settings.rules.robust ? departures(facts, unit, lower) : () => true;
    const slot = facts.slots.find(
      (one) =>
        isOpen(one) &&
        (unit.length > 1 ? joins(facts, unit, one, staying) : fits(facts, spot, one, company)) &&
        leave(one),
    );
    return slot === undefined ? [] : [inversion(facts, unit, slot)];
  });
}

const fits = (facts: Facts, spot: Item, slot: Slot, company: Company): boolean =>
  !isForbidden(facts.settings, { spot: spot.id, break: slot.id }) &&
  obstacles(facts, spot, slot).length === 0 &&
  collisions(facts, spot, slot, company).length === 0;

/** Whether a placed spot makes no room for another: it is not of a lower tier, or it, or one that airs with it, may not leave. */
export const stays = (facts: Facts, placed: Placing, spot: Item): boolean =>
  rank(placed.spot) <= rank(spot) ||
  [placed, ...matesOf(facts, placed.spot).flatMap(({ id }) => facts.placed.get(id) ?? [])].some(
    (one) => isFixed(facts, one) || isPinned(facts.settings, { spot: one.spot.id, break: one.at.id }),
  );

/** Whether anything new may go into a break. */
export const isOpen = (slot: Slot): boolean => !slot.aired && !slot.locked && !slot.gone;

const rank = ({ tier }: Item): number => rankOf(tier);

/**
 * Whether the spots that could collide with one more can go without breaking another break: a remnant may be all that
 * stands between two rivals. Answers for each break in which the new spot would be.
 */
function departures(facts: Facts, unit: readonly Item[], lower: readonly Placing[]): (slot: Slot) => boolean {
  const leaving = new Set<Placing>();
  for (const spot of unit) {
    const { own, rivals, films } = companyOf(spot, lower);
    for (const one of [...own, ...rivals, ...films]) leaving.add(one);
  }
  // Nobody leaves alone of those that air together.
  for (const one of leaving)
    for (const { id } of matesOf(facts, one.spot)) if (facts.placed.has(id)) leaving.add(facts.placed.get(id)!);
  const stuck = [...groupBy(leaving, ({ at }) => at)].flatMap(([at]) => {
    const rest = facts.inside(at).filter((one) => !leaving.has(one));
    const spots = rest.map((one) => one.spot);
    return orderable(facts, spots) ? [] : [at.id];
  });
  return (slot) => stuck.every((id) => id === slot.id);
}

function inversion(facts: Facts, unit: readonly Item[], slot: Slot): Violation {
  const [spot] = unit as [Item];
  const clear = joins(facts, unit, slot, facts.placings);
  const why = clear ? 'though it fits as the log is' : 'though only spots of a lower tier keep it out';
  return { rule: 'tier', entity: spot.id, text: `${spot.id} (${spot.tier}) is left out of ${slot.id}, ${why}` };
}
