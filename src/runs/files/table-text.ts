import { nearest } from '../../problems/nearest.ts';
import { Refusal } from '../../problems/problem.ts';
import type { ResultTable } from '../../tables/result.ts';
import { toCsv } from '../../tables/write.ts';
import type { Run } from '../run.ts';

/**
 * One result table of a run.
 *
 * @throws Refusal that names the nearest table, where there is none of this name.
 * @example
 * tableOf(run, 'log').rows.length // 12
 * tableOf(run, 'lgo') // throws 'has no table "lgo"'
 */
export function tableOf(run: Run, name: string): ResultTable {
  const table = Object.hasOwn(run.tables, name) ? run.tables[name] : undefined;
  if (table !== undefined) return table;
  const names = Object.keys(run.tables);
  const near = nearest(name, names);
  const known = `known here: ${names.join(', ')}`;
  const maybe = near === undefined ? `Maybe one of those ${known}.` : `Maybe you meant "${near}" (${known}).`;
  throw new Refusal([{ message: `has no table "${name}"`, place: { file: `run ${run.id}` }, maybe }]);
}

/**
 * A table as text for other programs. CSV is what the run folder holds: money in dollars, a formula disarmed. JSON is a
 * list of objects by column name with the cells as they are: money in cents, a missing value null.
 *
 * @example
 * const table = tableOf(run, 'tiers');
 * tableText(table, 'csv').split('\n')[3] // 'remnant,4,3,0,1,4600.00,7600.00'
 * JSON.parse(tableText(table, 'json'))[2].value_placed // 460000
 */
export function tableText(table: ResultTable, format: 'csv' | 'json'): string {
  if (format === 'csv') return toCsv(table);
  const names = table.columns.map((column) => column.name);
  const rows = table.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? null])));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/**
 * A table as the bytes of a file for other programs: a workbook with one sheet, or Parquet. Numbers and dates are such
 * there, and amounts are dollars.
 *
 * @example
 * const table = tableOf(run, 'tiers');
 * (await tableBytes(table, 'tiers', 'xlsx')).toString('latin1', 0, 2) // 'PK'
 * (await tableBytes(table, 'tiers', 'parquet')).toString('latin1', 0, 4) // 'PAR1'
 */
export async function tableBytes(table: ResultTable, name: string, format: 'xlsx' | 'parquet'): Promise<Buffer> {
  if (format === 'xlsx') return (await import('../../tables/sources/xlsx/write.ts')).workbookOf([{ name, table }]);
  return (await import('../../tables/sources/parquet/write.ts')).parquetOf(table);
}
