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
  return [...lostLocks(facts), ...closedBreaks(facts)];
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

/** Findings in the order in which they were found. */
export function findingsTable(findings: readonly Finding[]): ResultTable {
  return tableOf(findings, [
    ['table', 'text', 'Table', (row) => row.table],
    ['spot', 'text', 'Spot', (row) => row.spot],
    ['break', 'text', 'Break', (row) => row.break],
    ['text', 'text', 'In words', (row) => row.text],
  ]);
}
