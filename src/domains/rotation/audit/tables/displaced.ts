import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { timeText } from '../facts/clock.ts';
import { type Facts, type Item, type Placing, rankOf, type Slot } from '../facts/facts.ts';
import { isMadeGood, routeOf } from '../facts/owed.ts';
import type { Owed } from './obligations.ts';
import { airedText } from './reconciliation.ts';

/** What kept a spot from being on air as it was published. */
type Cause = 'aired otherwise' | 'not seen' | 'live event' | 'another break' | 'owed before' | 'moved';

/** A spot that did not air, or will not, as it was published, and what becomes of it. */
interface Displaced {
  readonly spot: Item;
  readonly cause: Cause;
  /** Where it was published, at the time that the row of the break says. */
  readonly from: Slot | undefined;
  readonly now: Placing | undefined;
  /** What is owed for it still, in cents. */
  readonly owed: number;
}

/** Every such spot: those that aired otherwise first, then by tier and value. */
export function displacedTable(facts: Facts, owed: readonly Owed[]): ResultTable {
  const due = new Map(owed.map((one) => [one.spot, one]));
  const rows = facts.spots
    .flatMap((spot): readonly Displaced[] => {
      const cause = causeOf(facts, spot, due.has(spot.id));
      if (cause === undefined) return [];
      const published = facts.plan.get(spot.id)?.break;
      const from = facts.written.find(({ id }) => id === published);
      return [{ spot, cause, from, now: facts.placed.get(spot.id), owed: due.get(spot.id)?.value ?? 0 }];
    })
    .sort((a, b) => rank(a) - rank(b) || b.spot.value - a.spot.value || compare(a.spot.id, b.spot.id));
  const time = (at: number | undefined) => timeOf(at === undefined ? undefined : facts.clock.momentOf(at).clock);
  return tableOf(rows, [
    ['spot', 'text', 'Spot', ({ spot }) => spot.id],
    ['advertiser', 'text', 'Advertiser', ({ spot }) => spot.advertiser],
    ['tier', 'text', 'Tier', ({ spot }) => spot.tier],
    ['value', 'money', 'Value', ({ spot }) => spot.value],
    ['cause', 'text', 'What happened', ({ cause }) => cause],
    ['wish_date', 'date', 'Wished for', (row) => wishOf(facts, row)?.date ?? null],
    ['wish_local', 'text', 'At', (row) => timeOf(wishOf(facts, row)?.clock)],
    ['from_break', 'text', 'Was in', ({ from }) => from?.id ?? null],
    ['from_date', 'date', 'On', ({ from }) => from?.date ?? null],
    ['from_local', 'text', 'At', ({ from }) => time(from?.start)],
    ['to', 'text', 'Where it is', (row) => placeOf(facts, row)],
    ['to_break', 'text', 'Is in', ({ now }) => now?.at.id ?? null],
    ['to_date', 'date', 'On', ({ now }) => now?.at.date ?? null],
    ['to_local', 'text', 'At', ({ now }) => time(now?.start)],
    ['owed', 'money', 'Owed', (row) => row.owed],
    ['text', 'text', 'In words', ({ spot, cause }) => (cause === 'aired otherwise' ? airedText(facts, spot) : null)],
  ]);
}

const timeOf = (clock: number | undefined): string | null => (clock === undefined ? null : timeText(clock));

/** When it wishes to air: a local time is meant for the date on which it was published. */
function wishOf({ clock, settings }: Facts, { spot, from }: Displaced) {
  const [wish] = spot.wish?.(from?.date ?? settings.date) ?? [];
  return wish === undefined ? undefined : clock.momentOf(wish);
}

const rank = ({ cause, spot }: Displaced): number => (cause === 'aired otherwise' ? -1 : rankOf(spot.tier));

/** Undefined: it aired, or will, as it was published; or it was not. */
function causeOf(facts: Facts, spot: Item, isOwed: boolean): Cause | undefined {
  if (facts.airings?.has(spot.id)) return airedText(facts, spot) === 'as planned' ? undefined : 'aired otherwise';
  const planned = facts.plan.get(spot.id);
  if (planned === undefined) return isOwed ? 'owed before' : undefined;
  const own = facts.slot(planned.break);
  const now = facts.placed.get(spot.id);
  if (own?.gone || own?.cut) return planned.taken ? takerOf(facts, own) : undefined;
  if (planned.taken) return 'not seen';
  if (own?.moved) return own.aired && now?.at.id === own.id ? undefined : 'live event';
  if (facts.claims.has(spot.id)) return 'owed before';
  return now?.at.id === planned.break ? undefined : 'moved';
}

/** What has the time of a break that is lost or ends early. */
const takerOf = ({ events }: Facts, { gone, end }: Slot): Cause =>
  gone || events.some(({ begin }) => begin === end) ? 'live event' : 'another break';

/** Where a displaced spot is now; what aired has no place any more, unless seconds of it are owed. */
function placeOf(facts: Facts, { spot, cause, now, owed }: Displaced): string {
  if (cause === 'aired otherwise') return owed > 0 ? 'no place' : 'aired';
  if (now === undefined) return 'no place';
  if (now.at.id === facts.plan.get(spot.id)?.break && now.at.moved) return 'in its break, later';
  if (!isMadeGood(facts, now)) return 'in another break';
  const route = routeOf(facts, spot, now.at);
  return route === 'remnant'
    ? 'made good, remnant break'
    : route === 'next_day_prime'
      ? 'made good on a later day'
      : 'made good the same day';
}
