import { stringify } from 'csv-stringify/sync';
import { cellOf, guarded } from './csv/formula.ts';
import type { Cell, CellType, ResultTable } from './result.ts';
import type { RawTable } from './table.ts';

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

/** An input table as CSV: every cell as it is, or with the guard against formulas that the reader of tables takes off. */
export function rawToCsv(table: RawTable): string {
  return csv([table.header, ...table.rows].map((row) => row.map(cellOf)));
}

function csv(rows: readonly (readonly string[])[]): string {
  // The reader takes a carriage return for the end of a line, and blanks off a cell: also those behind a guard, or before one.
  return stringify(rows as string[][], {
    record_delimiter: '\n',
    quote_record_delimiter: true,
    quoted_match: /\r|^\s*'/,
  });
}

function cellText(cell: Cell, type: CellType): string {
  if (cell === null) return '';
  if (type === 'money' && typeof cell === 'number') return dollars(cell);
  if (type === 'text' && typeof cell === 'string') return guarded(cell);
  return String(cell);
}

/** Cents as dollars, digit by digit: dividing by 100 would leave the exact integers. */
function dollars(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
