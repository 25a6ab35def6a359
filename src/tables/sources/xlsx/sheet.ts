import { cellProblems } from '../../problems.ts';
import { fileProblems } from '../problems.ts';
import { type Format, numberText } from './formats.ts';
import { attribute, tokensOf, unescaped } from './xml.ts';

/** What the cells of a workbook share. */
export interface Shared {
  readonly texts: readonly string[];
  readonly formats: readonly Format[];
  readonly from1904: boolean;
}

/** A cell that has no value, and why. */
export interface CellError {
  readonly column: number;
  readonly reason: string;
}

/** A sheet as rows of texts. */
export interface Sheet {
  /** Each row that holds something, with its number as the program shows it. */
  readonly rows: readonly {
    readonly line: number;
    readonly cells: readonly string[];
    readonly errors: readonly CellError[];
  }[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Areas of merged cells, such as `A2:B3`. */
  readonly merged: readonly string[];
}

/** No table has so many columns; a cell beyond is none of ours. */
const MOST_COLUMNS = 16_384;

interface Row {
  readonly line: number;
  readonly cells: string[];
  readonly errors: CellError[];
}

/**
 * Reads the rows of a sheet. Of a formula its last result counts.
 *
 * @returns undefined where the text is damaged, or ends before the sheet does.
 */
export function sheetOf(xml: string, shared: Shared): Sheet | undefined {
  const rows: Row[] = [];
  const merged: string[] = [];
  let [hiddenRows, hiddenColumns, line, column] = [0, 0, 0, -1];
  let row: Row | undefined;
  let cell: Cell | undefined;
  let within = '';
  let root: string | undefined;
  let whole = false;
  for (const token of tokensOf(xml)) {
    if ('broken' in token) return undefined;
    if ('text' in token) {
      if (cell === undefined) continue;
      if (within === 'v') cell.value += token.text;
      else if (within === 't') cell.text += token.text;
      else if (within === 'f') cell.formula += token.text;
    } else if ('close' in token) {
      if (token.close === within) within = '';
      if (token.close === root) whole = true;
      if (token.close === 'c' && cell !== undefined && row !== undefined) {
        if (!put(row, column, cell, shared)) return undefined;
        cell = undefined;
      } else if (token.close === 'row' && row !== undefined) {
        if (row.errors.length > 0 || row.cells.some((text) => text.trim() !== '')) rows.push(row);
        row = undefined;
      }
    } else if (root === undefined) {
      root = token.open;
      whole = token.empty;
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
      cell = { ...own, value: '', text: '', formula: '', isFormula: false, hasValue: false };
      if (token.empty) {
        if (row !== undefined && !put(row, column, cell, shared)) return undefined;
        cell = undefined;
      }
    } else if (token.open === 'col') {
      if (/^(?:1|true)$/.test(attribute(token.attributes, 'hidden') ?? '')) hiddenColumns++;
    } else if (token.open === 'mergeCell') merged.push(attribute(token.attributes, 'ref') ?? '');
    else if (token.open === 'rPh') within = token.empty ? within : 'rPh';
    // What is written beside a word to say how it is spoken is no part of it.
    else if (within !== 'rPh' && /^[vtf]$/.test(token.open)) {
      if (!token.empty) within = token.open;
      if (token.open === 'v' && cell !== undefined) cell.hasValue = true;
      if (token.open === 'f' && cell !== undefined) cell.isFormula = true;
    }
  }
  if (!whole) return undefined;
  return { rows, hiddenRows, hiddenColumns, merged };
}

interface Cell {
  readonly type: string;
  readonly style: number;
  value: string;
  text: string;
  formula: string;
  isFormula: boolean;
  hasValue: boolean;
}

/** Puts a cell into its row; false where no program could have written it there. */
function put(row: Row, column: number, cell: Cell, shared: Shared): boolean {
  if (column < 0 || column >= MOST_COLUMNS || (row.cells[column] ?? '') !== '') return false;
  const text = textOf(cell, shared);
  const reason = errorOf(cell, text);
  if (reason !== undefined) row.errors.push({ column, reason });
  if (text === undefined || text === '') return true;
  while (row.cells.length < column) row.cells.push('');
  row.cells[column] = text;
  return true;
}

/** Why a cell has no value; undefined where it has one, or is simply empty. */
function errorOf({ type, isFormula, hasValue }: Cell, text: string | undefined): string | undefined {
  if (text === undefined) return fileProblems.noSharedText();
  if (type === 'e') return cellProblems.failedFormula();
  return isFormula && !hasValue ? fileProblems.noResult() : undefined;
}

/** What a cell shows; undefined where the text that it shares is not there. */
function textOf(cell: Cell, { texts, formats, from1904 }: Shared): string | undefined {
  const { type, style, value, text } = cell;
  // Whoever looks for it finds the formula that has no result.
  if (cell.isFormula && !cell.hasValue) return `=${cell.formula}`;
  if (type === 's') return value === '' ? '' : texts[Number(value)];
  if (type === 'inlineStr') return unescaped(text);
  if (type === 'str') return unescaped(value);
  if (type === 'b') return value === '1' ? 'true' : value === '0' ? 'false' : value;
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
