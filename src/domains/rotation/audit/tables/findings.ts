import { repeatsOf } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import type { Facts } from '../facts/facts.ts';

/** Something in the tables that cannot be held to, and does not keep the log from being planned. */
export interface Finding {
  /** The table that says it. */
  readonly table: string;
  readonly spot: string | null;
  readonly break: string | null;
  readonly text: string;
}

/** What the log could not hold to. */
export function findingsOf(facts: Facts): readonly Finding[] {
  return [...lostLocks(facts), ...closedBreaks(facts), ...setAside(facts), ...strangers(facts), ...repeats(facts)];
}

function lostLocks({ voidLocks, slot, events }: Facts): readonly Finding[] {
  return voidLocks.map(({ spot, break: at }): Finding => {
    const own = slot(at);
    const event = events.find(({ begin, end }) => own !== undefined && begin <= own.end && own.start < end);
    const whole = own?.gone ? 'has the time of the break' : 'has the seconds in the break in which the spot would air';
    const text = `${spot} is locked to ${at}: the lock does not hold, since ${event?.text ?? 'a live event'} ${whole}`;
    return { table: 'locks', spot, break: at, text };
  });
}

/** Breaks that were closed as published and are lost: nobody would see it from the locks. */
function closedBreaks({ slots, events }: Facts): readonly Finding[] {
  return slots
    .filter(({ gone, locked }) => gone && locked)
    .map((own): Finding => {
      const event = events.find(({ begin, end }) => own.start >= begin && own.start < end);
      const text = `${own.id} is locked and lost: ${event?.text ?? 'a live event'} has its time`;
      return { table: 'breaks', spot: null, break: own.id, text };
    });
}

/** Rows that name a spot or a break whose own row was set aside. */
function setAside({ tables }: Facts): readonly Finding[] {
  const of = (table: 'spots' | 'breaks') => new Set(tables[table].aside?.map(({ id }) => id));
  const [spots, breaks] = [of('spots'), of('breaks')];
  return (['locks', 'published', 'as_run', 'obligations'] as const).flatMap((table) =>
    tables[table].rows.flatMap((row): readonly Finding[] => {
      const at = 'break' in row ? row.break : null;
      const what = spots.has(row.spot) ? `the spot ${row.spot}` : breaks.has(at ?? '') ? `the break ${at}` : undefined;
      if (what === undefined) return [];
      return [{ table, spot: row.spot, break: at, text: `${table} names ${what}, whose row was set aside` }];
    }),
  );
}

/** Airings of spots that no table has: they are history that nobody can be asked about. */
function strangers({ tables, spot }: Facts): readonly Finding[] {
  const aside = new Set(tables.spots.aside?.map(({ id }) => id));
  return tables.as_run.rows
    .filter((row) => spot(row.spot) === undefined && !aside.has(row.spot))
    .map((row) => ({
      table: 'as_run',
      spot: row.spot,
      break: row.break,
      text: `${row.spot} aired at ${row.at} and is in no row of spots`,
    }));
}

/** Spots that aired more than once: one airing counts. */
function repeats({ tables }: Facts): readonly Finding[] {
  const real = tables.as_run.rows.filter(({ seconds }) => seconds !== 0);
  return repeatsOf(real, ({ spot }) => spot).map(([spot, rows]) => {
    const times = rows.map(({ at }) => at).join(', ');
    return {
      table: 'as_run',
      spot,
      break: null,
      text: `${spot} aired ${rows.length} times (${times}): the longest airing counts`,
    };
  });
}

/** Findings in the order in which they were found. */
export function findingsTable(findings: readonly Finding[]): ResultTable {
  return tableOf(findings, [
    ['table', 'text', 'Table', (row) => row.table],
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['break', 'text', 'Break', (row) => row.break],
    ['text', 'text', 'In words', (row) => row.text],
  ]);
}
