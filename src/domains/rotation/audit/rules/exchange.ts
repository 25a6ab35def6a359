import type { Violation } from '../../../../audit/audit.ts';
import { groupBy } from '../../../../audit/rows.ts';
import { type Facts, type Item, type Placing, type Slot, TIERS } from '../facts/facts.ts';
import { collisions, companyOf } from './company.ts';
import { isFixed } from './fixed.ts';
import { orderable } from './order.ts';
import { isForbidden, isPinned } from './pins.ts';
import { obstacles } from './place.ts';

/**
 * No inversion, by exchange: for each unplaced spot and each break, take away every spot of a lower tier that may be
 * taken away; the unplaced one must still not fit.
 */
export function inversions(facts: Facts): readonly Violation[] {
  return facts.unplaced.flatMap((spot) => {
    const lower = facts.placings.filter((one) => !stays(facts, one, spot));
    const company = companyOf(
      spot,
      facts.placings.filter((one) => stays(facts, one, spot)),
    );
    // Robust distances ask for no orders: whether those that leave may go is asked apart.
    const leave = facts.settings.rules.robust ? departures(facts, spot, lower) : () => true;
    const slot = facts.slots.find(
      (one) =>
        isOpen(one) &&
        !isForbidden(facts.settings, { spot: spot.id, break: one.id }) &&
        obstacles(facts, spot, one).length === 0 &&
        collisions(facts, spot, one, company).length === 0 &&
        leave(one),
    );
    return slot === undefined ? [] : [inversion(facts, spot, slot)];
  });
}

/** Whether a placed spot makes no room for another: it is not of a lower tier, or it may not leave its place. */
export const stays = (facts: Facts, placed: Placing, spot: Item): boolean =>
  rank(placed.spot) <= rank(spot) ||
  isFixed(facts, placed) ||
  isPinned(facts.settings, { spot: placed.spot.id, break: placed.at.id });

/** Whether anything new may go into a break. */
export const isOpen = (slot: Slot): boolean => !slot.aired && !slot.locked && !slot.gone;

const rank = ({ tier }: Item): number => TIERS.indexOf(tier);

/**
 * Whether the spots that could collide with one more can go without breaking another break: a remnant may be all that
 * stands between two rivals. Answers for each break in which the new spot would be.
 */
function departures(facts: Facts, spot: Item, lower: readonly Placing[]): (slot: Slot) => boolean {
  const { own, rivals, films } = companyOf(spot, lower);
  const leaving = new Set([...own, ...rivals, ...films]);
  const stuck = [...groupBy(leaving, ({ at }) => at)].flatMap(([at]) => {
    const rest = facts.inside(at).filter((one) => !leaving.has(one));
    const spots = rest.map((one) => one.spot);
    return orderable(spots, facts.seats) ? [] : [at.id];
  });
  return (slot) => stuck.every((id) => id === slot.id);
}

function inversion(facts: Facts, spot: Item, slot: Slot): Violation {
  const clear = collisions(facts, spot, slot, companyOf(spot, facts.placings)).length === 0;
  const why = clear ? 'though it fits as the log is' : 'though only spots of a lower tier keep it out';
  return { rule: 'tier', entity: spot.id, text: `${spot.id} (${spot.tier}) is left out of ${slot.id}, ${why}` };
}
