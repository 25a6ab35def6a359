import { recordsOf, type TableRecord, textOf } from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';

/** The keys of the spots that a row of a table is about. */
export type SpotsOf = (row: TableRecord) => readonly string[];

/** The spot of a row that is about one. */
export const spotOf: SpotsOf = (row) => [`spot:${textOf(row, 'spot')}`];

/** Looks up the spots of a run, placed or not, by a column: its tier, its break, its advertiser. */
export function spotsBy({ tables }: Run, column: string): SpotsOf {
  const spots = new Map<string, string[]>();
  for (const row of [...recordsOf(tables.log), ...recordsOf(tables.unplaced)]) {
    const value = textOf(row, column);
    const own = spots.get(value);
    if (own === undefined) spots.set(value, [...spotOf(row)]);
    else own.push(...spotOf(row));
  }
  return (row) => spots.get(textOf(row, column)) ?? [];
}
