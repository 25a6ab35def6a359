import { type Cell, Refusal, type ResultTable } from '../../index.ts';

/**
 * A row of a result table, by column name. Money is in cents, a share from 0 to 1, a date `YYYY-MM-DD`.
 *
 * @example
 * run.rows('tiers')[2]
 * // { tier: 'remnant', spots: 4, placed: 3, moved: 0, unplaced: 1, value_placed: 460000, value_total: 760000 }
 */
export type Row = Readonly<Record<string, Cell>>;

/** Result tables by name. */
export type ResultTables = Readonly<Record<string, ResultTable>>;

/**
 * The table of that name.
 *
 * @throws Refusal where there is none, with the names that there are.
 */
export function tableNamed(tables: ResultTables, name: string): ResultTable {
  const table = Object.hasOwn(tables, name) ? tables[name] : undefined;
  if (table) return table;
  const known = Object.keys(tables).join(', ');
  throw new Refusal([{ message: `no table "${name}" here`, maybe: `Maybe one of: ${known}.` }]);
}

/**
 * The rows of a table as plain records.
 *
 * @example
 * rowsOf({ columns: [{ name: 'make', type: 'text', label: 'Make' }], rows: [['Volvo']] }) // [{ make: 'Volvo' }]
 */
export function rowsOf({ columns, rows }: ResultTable): readonly Row[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null])));
}
