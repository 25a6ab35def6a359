import { compare } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import { addDays } from '../../../../tables/dates.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { Facts, Item } from '../facts/facts.ts';

/** A spot that is owed, and until when. */
export interface Owed {
  readonly spot: string;
  readonly advertiser: string | null;
  readonly value: number;
  /** Where it may be made good, best first. */
  readonly windows: string;
  readonly expires: string;
  readonly status: string;
}

/** States in which nobody owes anything any more. */
const SETTLED: readonly string[] = ['aired', 'credited', 'expired'];

/** Obligations from before, and a new one for every published spot that this log has no place for. */
export function obligationsOf(facts: Facts): readonly Owed[] {
  const before = facts.tables.obligations.rows.map((row): Owed => {
    const spot = facts.spot(row.spot);
    const created = row.created ?? facts.settings.date;
    const expires = row.expires ?? addDays(created, facts.settings.expires_days);
    return {
      spot: row.spot,
      advertiser: spot?.advertiser ?? null,
      value: row.value ?? spot?.value ?? 0,
      windows: windowsOf(facts, spot, created, expires),
      expires,
      status: statusOf(facts, row.spot, row.status, expires),
    };
  });
  const known = new Set(before.map(({ spot }) => spot));
  const fresh = facts.tables.published.rows.flatMap(({ spot: id, break: at }): readonly Owed[] => {
    const spot = facts.spot(id);
    if (spot === undefined || facts.placed.has(id) || known.has(id)) return [];
    const created = facts.slot(at)?.date ?? facts.settings.date;
    const expires = addDays(created, facts.settings.expires_days);
    const windows = windowsOf(facts, spot, created, expires);
    return [{ spot: id, advertiser: spot.advertiser, value: spot.value, windows, expires, status: 'open' }];
  });
  return [...before, ...fresh].sort((a, b) => compare(a.spot, b.spot));
}

/** What is not settled by its last date has expired; what this log places is booked. */
function statusOf(facts: Facts, spot: string, status: string, expires: string): string {
  if (SETTLED.includes(status)) return status;
  if (expires < facts.settings.date) return 'expired';
  return facts.placed.has(spot) ? 'booked' : status;
}

function windowsOf(facts: Facts, spot: Item | undefined, created: string, expires: string): string {
  const when: Readonly<Record<string, string>> = {
    same_day_prime: `prime time of ${created}`,
    next_day_prime: `prime time of ${addDays(created, 1)}`,
    remnant: `remnant inventory until ${expires}`,
  };
  return (spot?.makeGood ?? facts.settings.make_good).map((window) => when[window] ?? window).join('; ');
}

/** Whether somebody must still act. */
export const isOpen = ({ status }: Owed): boolean => !SETTLED.includes(status);

/** What is owed, by spot. */
export function obligationsTable(owed: readonly Owed[]): ResultTable {
  return tableOf(owed, [
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['advertiser', 'text', 'Advertiser', (row) => row.advertiser],
    ['value', 'money', 'Value owed', (row) => row.value],
    ['windows', 'text', 'May be made good in', (row) => row.windows],
    ['expires', 'date', 'Expires', (row) => row.expires],
    ['status', 'text', 'Status', (row) => row.status],
  ]);
}
