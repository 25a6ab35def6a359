import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { collisions, companyOf } from '../exchange/company.ts';
import { joins } from '../exchange/joint.ts';
import { bundleOf } from '../facts/bundles.ts';
import { timeText } from '../facts/clock.ts';
import type { Facts, Slot } from '../facts/facts.ts';
import { obstacles } from '../rules/place.ts';

/** So many places are named. */
const NAMED = 4;

/** Spots that a given log left out though a break would have taken them as it is: also in breaks that are over by now. */
export function rejectionsTable(facts: Facts): ResultTable {
  const rows = facts.unplaced.flatMap((spot) => {
    const unit = bundleOf(facts, spot)?.spots ?? [spot];
    const company = companyOf(spot, facts.placings);
    const free = facts.slots.filter(
      (slot) =>
        !slot.gone &&
        (unit.length > 1
          ? joins(facts, unit, slot, facts.placings)
          : obstacles(facts, spot, slot).length === 0 && collisions(facts, spot, slot, company).length === 0),
    );
    return free.length === 0 ? [] : [{ spot, places: placesText(free) }];
  });
  return tableOf(rows, [
    ['spot', 'text', 'Spot', ({ spot }) => spot.id],
    ['advertiser', 'text', 'Advertiser', ({ spot }) => spot.advertiser],
    ['tier', 'text', 'Tier', ({ spot }) => spot.tier],
    ['value', 'money', 'Value', ({ spot }) => spot.value],
    ['places', 'text', 'Would have fitted in', ({ places }) => places],
    ['text', 'text', 'In words', ({ spot, places }) => `${spot.id} (${spot.tier}) would have fitted in ${places}`],
  ]);
}

function placesText(slots: readonly Slot[]): string {
  const more = slots.length > NAMED ? ` and ${slots.length - NAMED} more` : '';
  const named = slots.slice(0, NAMED).map(({ id, date, clock }) => `${id} (${date} ${timeText(clock)})`);
  return `${named.join(', ')}${more}`;
}
