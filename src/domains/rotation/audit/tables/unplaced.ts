import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { collisions, companyOf } from '../exchange/company.ts';
import { isOpen, stays } from '../exchange/exchange.ts';
import { matesOf } from '../facts/bundles.ts';
import { type Facts, type Item, rankOf } from '../facts/facts.ts';
import { obstacles } from '../rules/place.ts';

/** Why a break was none for a spot. */
const WORDS: Readonly<Record<string, string>> = {
  closed: 'on air or closed',
  owed: 'after its last date, or settled',
  flight: 'outside its flight',
  prime: 'outside prime time',
  window: 'outside its hours',
  exclusions: 'excluded by its order',
  max_shift: 'too far from its wish',
  exact: 'outside the tolerance of its wish',
  blackout: 'in a blackout',
  capacity: 'full',
  count: 'at their number of spots',
  separation: 'too near another of its advertiser',
  competitive: 'too near a competitor',
  creative: 'too near the same creative',
  rolling_cap: 'over the cap of the rolling window',
  cap_day: 'over the cap of the day',
  cap_block: 'over the cap of the block',
  order: 'without an order that keeps every distance',
  bundles: 'without a place for all of its bundle',
};

/** Rules about when a spot is wanted at all. */
const TIMES: readonly string[] = ['owed', 'flight', 'window', 'max_shift', 'exact'];

/** A spot that is left out, and why. */
export interface Unplaced {
  readonly spot: Item;
  /** The rule that speaks against most breaks. */
  readonly reason: string;
  readonly text: string;
}

/** Spots left out, by tier and value, each with what kept it out of the breaks that its own terms allow. */
export const unplacedOf = (facts: Facts): readonly Unplaced[] =>
  [...facts.unplaced].sort(byWorth).map((spot) => ({ spot, ...whyNot(facts, spot) }));

/** The same as a table. */
export const unplacedTable = (rows: readonly Unplaced[]): ResultTable =>
  tableOf(rows, [
    ['spot', 'text', 'Spot', (row) => row.spot.id],
    ['advertiser', 'text', 'Advertiser', (row) => row.spot.advertiser],
    ['tier', 'text', 'Tier', (row) => row.spot.tier],
    ['value', 'money', 'Value', (row) => row.spot.value],
    ['reason', 'text', 'Reason', (row) => row.reason],
    ['text', 'text', 'In words', (row) => row.text],
  ]);

/** By tier, then those of most value first. */
export const byWorth = (a: Item, b: Item): number =>
  rankOf(a.tier) - rankOf(b.tier) || b.value - a.value || compare(a.id, b.id);

/** The rule that speaks against most breaks, and all of them in words. */
function whyNot(facts: Facts, spot: Item): { readonly reason: string; readonly text: string } {
  const slots = facts.slots.filter((slot) => !slot.gone);
  const barred = slots.map((slot) =>
    isOpen(slot) ? obstacles(facts, spot, slot).map(({ rule }) => rule) : ['closed'],
  );
  const allowed = slots.filter((_, index) => barred[index]?.length === 0);
  if (allowed.length > 0) {
    const all = companyOf(spot, facts.placings);
    const staying = companyOf(
      spot,
      facts.placings.filter((one) => stays(facts, one, spot)),
    );
    const mates = matesOf(facts, spot);
    // Lower tiers would have made room: what they hold is no reason, unless there is no other.
    const [reason, words] = reasonOf(
      allowed.map((slot) => {
        const firm = collisions(facts, spot, slot, staying);
        if (firm.length > 0) return firm;
        return mates.length > 0 ? ['bundles'] : collisions(facts, spot, slot, all);
      }),
    );
    const breaks =
      allowed.length === 1
        ? 'the one break that its terms allow is'
        : `of ${allowed.length} breaks that its terms allow,`;
    return { reason, text: reason === '' ? 'a break would take it' : `${breaks} ${words}` };
  }
  // A break at the wrong time says little; one at the right time that is barred says why.
  const timely = barred.filter((rules) => !rules.some((rule) => TIMES.includes(rule)));
  const least = Math.min(...barred.map((rules) => rules.length));
  const [reason, words] = reasonOf(timely.length > 0 ? timely : barred.filter((rules) => rules.length === least));
  return { reason, text: slots.length === 0 ? 'there is no break' : `its terms allow no break: ${words}` };
}

/** The most frequent rule, and each with its count. */
function reasonOf(lists: readonly (readonly string[])[]): readonly [reason: string, words: string] {
  const counts = new Map<string, number>();
  for (const rule of lists.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  const words = most.map(([rule, count]) => (lists.length === 1 ? WORDS[rule] : `${count} ${WORDS[rule]}`));
  return [most[0]?.[0] ?? '', words.join(', ')];
}
