import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import { addDays } from '../../../../tables/dates.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { isOpen as isOpenTo } from '../exchange/exchange.ts';
import { timeText } from '../facts/clock.ts';
import type { Facts, Item, Placing, Slot } from '../facts/facts.ts';
import { isMadeGood, routeOf, SETTLED } from '../facts/owed.ts';
import { isHistory } from '../rules/fixed.ts';
import { obstacles } from '../rules/place.ts';

/** A spot that is owed. The rows of a run can be the table `obligations` of the next one. */
export interface Owed {
  readonly spot: string;
  readonly advertiser: string | null;
  readonly value: number;
  /** Where it may be made good, best first. */
  readonly windows: string;
  /** The breaks of these dates in which it could be, best first. */
  readonly places: string;
  /** Since when, and until when. */
  readonly created: string;
  readonly expires: string;
  readonly status: string;
  /** Where this log makes it good. */
  readonly booked: Placing | undefined;
}

/**
 * Obligations from before, by expiry and value; and a new one for every published spot that this log has no place for
 * or makes good elsewhere, and for the seconds of those that were cut short.
 */
export function obligationsOf(facts: Facts): readonly Owed[] {
  const before = facts.tables.obligations.rows.map((row): Owed => {
    const spot = facts.spot(row.spot);
    const created = row.created ?? facts.settings.date;
    const expires = row.expires ?? addDays(created, facts.settings.expires_days);
    const status = statusOf(facts, row.spot, row.status, expires);
    const { advertiser = null, value = 0 } = spot ?? {};
    return { ...owedOf(facts, { id: row.spot, created, expires, status }), advertiser, value: row.value ?? value };
  });
  const known = new Set(before.map(({ spot }) => spot));
  const fresh = facts.tables.published.rows.flatMap(({ spot: id, break: at }): readonly Owed[] => {
    const spot = facts.spot(id);
    if (spot === undefined || spot.tier === 'fill' || known.has(id)) return [];
    const placing = facts.placed.get(id);
    const airing = facts.airings?.get(id);
    if (airing?.break === null) return [];
    const missed = missedOf(facts, spot);
    if (placing !== undefined && missed === 0 && !isMadeGood(facts, placing)) return [];
    const claim = facts.claims.get(id);
    const created = claim?.created ?? facts.slot(at)?.date ?? facts.settings.date;
    const expires = addDays(created, facts.settings.expires_days);
    const status = placing === undefined || missed > 0 ? 'open' : 'booked';
    // Of a spot that was cut short, the seconds that did not air are owed.
    const value = missed > 0 ? Math.round((spot.value * missed) / spot.seconds) : spot.value;
    return [{ ...owedOf(facts, { id, created, expires, status }), advertiser: spot.advertiser, value }];
  });
  return [...before, ...fresh].sort(
    (a, b) => compare(a.expires, b.expires) || b.value - a.value || compare(a.spot, b.spot),
  );
}

/** What is not settled by its last date has expired; what has aired is settled; what this log places is booked. */
function statusOf(facts: Facts, spot: string, status: string, expires: string): string {
  if (SETTLED.includes(status)) return status;
  const placing = facts.placed.get(spot);
  // Of a spot that was cut short, what is owed stays owed.
  if (placing?.at.aired && isHistory(facts, placing)) return missedOf(facts, placing.spot) > 0 ? status : 'aired';
  if (expires < facts.settings.date) return 'expired';
  return placing === undefined ? status : 'booked';
}

/** Seconds of a spot that were to air and did not, where it aired. */
function missedOf({ airings }: Facts, { id, seconds }: Item): number {
  const airing = airings?.get(id);
  return airing === undefined ? 0 : Math.max(0, seconds - (airing.end - airing.start));
}

interface Claimed {
  readonly id: string;
  readonly created: string;
  readonly expires: string;
  readonly status: string;
}

function owedOf(facts: Facts, { id, created, expires, status }: Claimed): Omit<Owed, 'advertiser' | 'value'> {
  const spot = facts.spot(id);
  const windows = windowsOf(facts, spot, created, expires);
  const booked = status === 'booked' ? facts.placed.get(id) : undefined;
  const places = spot === undefined || SETTLED.includes(status) || facts.placed.has(id) ? '' : placesOf(facts, spot);
  return { spot: id, windows, places, created, expires, status, booked };
}

/** So many places are named. */
const NAMED = 4;

/** The breaks that the terms of a spot and its make-good allow, prime time first as its windows have it. */
function placesOf(facts: Facts, spot: Item): string {
  const { windows = [] } = facts.claims.get(spot.id) ?? {};
  const rank = (slot: Slot) => Math.max(0, windows.indexOf(routeOf(facts, spot, slot) ?? ''));
  const legal = facts.slots
    .filter((slot) => isOpenTo(slot) && obstacles(facts, spot, slot).length === 0)
    .sort((a, b) => rank(a) - rank(b) || a.start - b.start);
  if (legal.length === 0) return 'none on these dates';
  const more = legal.length > NAMED ? `; ${legal.length - NAMED} more` : '';
  return (
    legal
      .slice(0, NAMED)
      .map((slot) => `${slot.id} (${slot.date} ${timeText(slot.clock)})`)
      .join('; ') + more
  );
}

function windowsOf(facts: Facts, spot: Item | undefined, created: string, expires: string): string {
  // What is owed from before is owed today.
  const since = created > facts.settings.date ? created : facts.settings.date;
  const when: Readonly<Record<string, string>> = {
    same_day_prime: `prime time of ${since}`,
    next_day_prime: `prime time of the days from ${addDays(since, 1)}`,
    remnant: `remnant inventory until ${expires}`,
  };
  return (spot?.makeGood ?? facts.settings.make_good).map((window) => when[window] ?? window).join('; ');
}

/** Whether somebody must still act. */
export const isOpen = ({ status }: Owed): boolean => !SETTLED.includes(status);

/** What is owed: what expires first, then the highest value. */
export function obligationsTable(facts: Facts, owed: readonly Owed[]): ResultTable {
  return tableOf(owed, [
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['advertiser', 'text', 'Advertiser', (row) => row.advertiser],
    ['value', 'money', 'Value owed', (row) => row.value],
    ['windows', 'text', 'May be made good in', (row) => row.windows],
    ['places', 'text', 'Could air in', (row) => row.places],
    ['created', 'date', 'Since', (row) => row.created],
    ['expires', 'date', 'Expires', (row) => row.expires],
    ['status', 'text', 'Status', (row) => row.status],
    ['break', 'text', 'Booked in', (row) => row.booked?.at.id ?? null],
    ['date', 'date', 'On', (row) => row.booked?.at.date ?? null],
    ['local', 'text', 'At', (row) => (row.booked ? timeText(facts.clock.momentOf(row.booked.start).clock) : null)],
  ]);
}
