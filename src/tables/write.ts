import { stringify } from 'csv-stringify/sync';
import type { Cell, CellType, ResultTable } from './result.ts';
import type { RawTable } from './table.ts';

/** What a spreadsheet may run as a formula, behind any quotation marks that already disarm it. */
const FORMULA = /^'*[=+\-@\t\r]/;

/**
 * A result table as CSV: header of column names, LF line ends, money as dollars with two decimals, a missing value as
 * an empty cell. A text that a spreadsheet would run as a formula gets a `'` before it.
 *
 * @example
 * toCsv({columns: [{name: 'make', type: 'text', label: 'Make'}, {name: 'cost', type: 'money', label: 'Cost'}], rows: [['Audi', 123450]]}) // 'make,cost\nAudi,1234.50\n'
 */
export function toCsv(table: ResultTable): string {
  const types = table.columns.map((column) => column.type);
  const rows = table.rows.map((row) => row.map((cell, index) => cellText(cell, types[index] ?? 'text')));
  return csv([table.columns.map((column) => column.name), ...rows]);
}

/** An input table as CSV, every cell exactly as it is: the reader takes nothing off, so nothing is put on. */
export function rawToCsv(table: RawTable): string {
  return csv([table.header, ...table.rows]);
}

function csv(rows: readonly (readonly string[])[]): string {
  return stringify(rows as string[][], { record_delimiter: '\n', quote_record_delimiter: true });
}

function cellText(cell: Cell, type: CellType): string {
  if (cell === null) return '';
  if (type === 'money' && typeof cell === 'number') return dollars(cell);
  if (type === 'text' && typeof cell === 'string' && FORMULA.test(cell)) return `'${cell}`;
  return String(cell);
}

/** Cents as dollars, digit by digit: dividing by 100 would leave the exact integers. */
function dollars(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
