import type { Cell, ResultTable } from '../tables/result.ts';

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

/**
 * The sum of a column; what is absent counts nothing.
 *
 * @example
 * sumOf([{ value: 2 }, { value: null }, { value: 3 }], 'value') // 5
 */
export const sumOf = (rows: readonly TableRecord[], name: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, name), 0);

/**
 * Some fields as numbers, 0 where absent.
 *
 * @example
 * numbersOf({ day: 'Mon', used: 3, left: null }, 'used', 'left') // { used: 3, left: 0 }
 */
export const numbersOf = <Name extends string>(row: TableRecord, ...names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, numberOf(row, name)])) as Readonly<Record<Name, number>>;

/**
 * The most frequent of some texts, each with how often it stands there; of those that are equally frequent, the first in
 * the order of the alphabet.
 *
 * @example
 * frequent(['late', 'full', 'early', 'full'], 2) // [['full', 2], ['early', 1]]
 */
export function frequent(texts: readonly string[], most: number): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most);
}

/**
 * Whether a text field of one row comes before, with or after that of another, as `sort` asks: the same on every
 * machine, since no language is asked.
 *
 * @example
 * [{ name: 'b' }, { name: 'a' }].toSorted((one, other) => byText(one, other, 'name'))[0] // { name: 'a' }
 */
export function byText(one: TableRecord, other: TableRecord, name: string): number {
  const [a, b] = [textOf(one, name), textOf(other, name)];
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Some columns of a table, in the order named; names that it does not have are left out. */
export function pick(table: ResultTable, names: readonly string[]): ResultTable {
  const places = names.map((name) => table.columns.findIndex((column) => column.name === name)).filter((i) => i >= 0);
  return {
    columns: places.map((i) => table.columns[i]!),
    rows: table.rows.map((row) => places.map((i) => row[i] ?? null)),
  };
}
