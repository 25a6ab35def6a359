import { parse } from 'csv-parse/sync';
import { unguarded } from '../../tables/csv/formula.ts';
import { isDate } from '../../tables/dates.ts';
import type { Cell, CellType, ResultColumn, ResultTable } from '../../tables/result.ts';
import { damaged } from '../problems.ts';

/**
 * Reads a result table back from its CSV text: the inverse of `toCsv`. Money comes back in cents, an empty cell as
 * null, and the quotation mark that keeps spreadsheets from running a cell as a formula is taken off.
 *
 * @param columns What the table must hold, in this order, as `run.json` says.
 * @param file Named in the message where the text is another table.
 * @throws Refusal where the header, the width of a row or a number is not as it was written.
 */
export function fromCsv(text: string, columns: readonly ResultColumn[], file: string): ResultTable {
  const [header, ...lines] = cells(text, file);
  const wanted = columns.map((column) => column.name);
  if (header?.join() !== wanted.join()) {
    throw damaged(file, `its columns are ${header?.join(', ') ?? 'missing'}; run.json has ${wanted.join(', ')}`);
  }
  return { columns, rows: lines.map((line, row) => readRow(line, row, columns, file)) };
}

function cells(text: string, file: string): string[][] {
  try {
    return parse(text, { record_delimiter: '\n' });
  } catch (error) {
    throw damaged(file, `it is not CSV (${(error as Error).message})`);
  }
}

function readRow(line: readonly string[], row: number, columns: readonly ResultColumn[], file: string): Cell[] {
  return columns.map(({ name, type }, index) => {
    const text = line[index]!;
    const value = readCell(text, type);
    if (value !== undefined) return value;
    throw damaged(file, `row ${row + 1}, ${name}: "${text}" is not of type ${type}`);
  });
}

function readCell(text: string, type: CellType): Cell | undefined {
  if (text === '') return null;
  if (type === 'text') return unguarded(text);
  if (type === 'date') return isDate(text) ? text : undefined;
  if (type === 'money') return readMoney(text);
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** Digit by digit, since 1234.35 * 100 is not 123435 in binary fractions. */
function readMoney(text: string): number | undefined {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(text);
  if (match === null) return undefined;
  const cents = Number(match[2]! + match[3]!);
  return match[1] === '-' ? -cents : cents;
}
