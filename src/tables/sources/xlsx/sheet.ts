import { type Format, numberText } from './formats.ts';
import { attribute, tokensOf, unescaped } from './xml.ts';

/** What the cells of a workbook share. */
export interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly Format[];
  readonly from1904: boolean;
}

/** A sheet as rows of texts. */
export interface Sheet {
  /** Each row that holds something, with its number as the program shows it. */
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly errors: readonly number[];
  }[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Areas of merged cells, such as `A2:B3`. */
  readonly merged: readonly string[];
}

/** No table has so many columns; a cell beyond is none of ours. */
const MOST_COLUMNS = 16_384;

/** Reads the rows of a sheet. Of a formula its last result counts. */
export function sheetOf(xml: string, shared: Shared): Sheet {
  const rows: { line: number; cells: string[]; errors: number[] }[] = [];
  const merged: string[] = [];
  let [hiddenRows, hiddenColumns, line, column] = [0, 0, 0, -1];
  let row: { line: number; cells: string[]; errors: number[] } | undefined;
  let cell: Cell | undefined;
  let within = '';
  for (const token of tokensOf(xml)) {
    if ('text' in token) {
      if (cell === undefined) continue;
      if (within === 'v') cell.value += token.text;
      else if (within === 't') cell.text += token.text;
    } else if ('close' in token) {
      if (token.close === within) within = '';
      if (token.close === 'c' && cell !== undefined && row !== undefined) {
        put(row, column, cell, shared);
        cell = undefined;
      } else if (token.close === 'row' && row !== undefined) {
        if (row.cells.some((text) => text.trim() !== '')) rows.push(row);
        row = undefined;
      }
    } else if (token.open === 'row') {
      line = Number(attribute(token.attributes, 'r') ?? line + 1);
      column = -1;
      const hidden = /^(?:1|true)$/.test(attribute(token.attributes, 'hidden') ?? '');
      if (hidden) hiddenRows++;
      row = token.empty ? undefined : { line, cells: [], errors: [] };
    } else if (token.open === 'c') {
      column = columnOf(attribute(token.attributes, 'r')) ?? column + 1;
      const own = {
        type: attribute(token.attributes, 't') ?? 'n',
        style: Number(attribute(token.attributes, 's') ?? 0),
      };
      cell = token.empty ? undefined : { ...own, value: '', text: '' };
    } else if (token.open === 'col') {
      if (/^(?:1|true)$/.test(attribute(token.attributes, 'hidden') ?? '')) hiddenColumns++;
    } else if (token.open === 'mergeCell') merged.push(attribute(token.attributes, 'ref') ?? '');
    else if (token.open === 'rPh') within = token.empty ? within : 'rPh';
    // What is written beside a word to say how it is spoken is no part of it.
    else if (!token.empty && within !== 'rPh' && (token.open === 'v' || token.open === 't')) within = token.open;
  }
  return { rows, hiddenRows, hiddenColumns, merged };
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
  text: string;
}

function put(row: { cells: string[]; errors: number[] }, column: number, cell: Cell, shared: Shared): void {
  if (column < 0 || column >= MOST_COLUMNS) return;
  const text = textOf(cell, shared);
  if (text === '') return;
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = text;
  if (cell.type === 'e') row.errors.push(column);
}

function textOf({ type, style, value, text }: Cell, { texts, formats, from1904 }: Shared): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'inlineStr') return unescaped(text);
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'e') return value;
  // A day that is written as such, `2025-09-22T00:00:00`.
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?$/, '');
  return numberText(value, formats[style] ?? 'number', from1904);
}

/** The place of a column from the name of a cell, `AB12`: A is 0. */
function columnOf(name: string | undefined): number | undefined {
  const letters = /^([A-Z]+)\d*$/i.exec(name ?? '')?.[1]?.toUpperCase();
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
