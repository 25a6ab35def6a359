import { cellText, type Datum, type Mark, recordsOf, type TableRecord, textOf } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';

/** The keys of the loans that a row of another table is about, by columns that both have. */
export type LoansOf = (row: TableRecord) => readonly string[];

/**
 * Looks up the loans of a run by some of their columns. A loan is named by its place in the schedule: nothing else is
 * its own, since one partner may have several and one vehicle, over weeks, too.
 */
export function loansBy(run: Run, columns: readonly string[], own = columns): LoansOf {
  const loans = new Map<string, string[]>();
  for (const [index, row] of recordsOf(run.tables.assignments).entries()) {
    const key = keyOf(withQuarter(row), columns);
    loans.set(key, [...(loans.get(key) ?? []), `loan:${index}`]);
  }
  return (row) => loans.get(keyOf(row, own)) ?? [];
}

/** What a chart over weeks says of one of its rows. */
export function weekMark({ week = null, value = null }: Datum, label: string): Mark {
  return { title: `Week ${week}`, facts: [[label, cellText(value, 'number')]], about: [`week:${week}`] };
}

const keyOf = (row: TableRecord, columns: readonly string[]): string =>
  JSON.stringify(columns.map((name) => textOf(row, name)));

/** Budgets are by quarter, and a loan is paid in that of its start. */
function withQuarter(row: TableRecord): TableRecord {
  const [year = '', month = ''] = textOf(row, 'start_day').split('-');
  return { ...row, year, quarter: `Q${Math.ceil(Number(month) / 3)}` };
}
