import type { Cell, ResultTable } from '../tables/result.ts';
import { datesIn } from '../text/dates.ts';

/** A row of a result table by column name. Without a prototype: a column may be called `constructor`. */
export type TableRecord = Readonly<Record<string, Cell | undefined>>;

/** The rows of a result table by column name; none where the run has no such table. */
export function recordsOf(table: ResultTable | undefined): readonly TableRecord[] {
  if (table === undefined) return [];
  return table.rows.map((row) => {
    const fields = Object.create(null) as Record<string, Cell | undefined>;
    table.columns.forEach((column, i) => {
      fields[column.name] = row[i];
    });
    return fields;
  });
}

/** A field as text, `''` when absent. */
export function textOf(row: TableRecord, name: string): string {
  const value = row[name];
  return value === null || value === undefined ? '' : String(value);
}

/** A field as a number, 0 when absent. */
export function numberOf(row: TableRecord, name: string): number {
  const value = row[name];
  return typeof value === 'number' ? value : 0;
}

/** Some columns of a table, in the order named; names that it does not have are left out. */
export function pick(table: ResultTable, names: readonly string[]): ResultTable {
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name)).filter((i) => i >= 0);
  return {
    columns: places.map((i) => table.columns[i]!),
    rows: table.rows.map((row) => places.map((i) => row[i] ?? null)),
  };
}

/** A table with the dates inside its sentences as people read them. */
export const dated = (table: ResultTable): ResultTable => ({
  ...table,
  rows: table.rows.map((row) =>
    row.map((cell, i) => (typeof cell === 'string' && table.columns[i]?.type === 'text' ? datesIn(cell) : cell)),
  ),
});
