import { type Problem, Refusal } from '../problems/problem.ts';
import { cleanText } from '../text/clean.ts';
import { type Assumptions, assumptions } from './assumptions.ts';
import { type CellReading, type CellSchema, readCell } from './cells/cells.ts';
import { mergeRows, type PlacedRow } from './duplicates.ts';
import { type BoundColumn, bindColumns, columnNotes, withHeaders } from './header.ts';
import { cut, fileProblems, rowProblems } from './problems.ts';
import { placeOf, rowText } from './sources/places.ts';
import type { Quarantined, RawTable, Table, TableSpec } from './table.ts';

/** Rows that passed, and rows that did not. */
export interface Validated {
  readonly table: Table;
  /** Where each row of the table stands. */
  readonly placed: readonly PlacedRow[];
  readonly quarantined: readonly Quarantined[];
  /** What was assumed of the cells of each column. */
  readonly notes: readonly string[];
  /** The texts of the rows that were set aside, by column: other tables may name what stands there. */
  readonly asideCells: readonly Readonly<Record<string, string>>[];
  /** What names the row of a line, where no file has lines. */
  readonly nameOf?: (line: number) => string;
}

/** Distinct texts remembered for each column; beyond them a text is parsed each time it comes. */
const REMEMBERED = 50_000;
const REASONS_SHOWN = 5;

/**
 * Checks a table of texts against its description. A row with a cell that cannot be read is quarantined, and so are
 * rows of one key that contradict each other; the rest is sorted by key, so that the order of a file never matters.
 * Throws `Refusal` when a needed column is absent, a column is named twice, or no row of a required table is left.
 */
export function validateTable(spec: TableSpec, raw: RawTable): Validated {
  const columns = bindColumns(spec, raw);
  const readers = columns.map((column) => cellReader(column, raw));
  const good: PlacedRow[] = [];
  const quarantined: Quarantined[] = [...(raw.broken ?? [])];
  for (const [index, cells] of raw.rows.entries()) {
    const line = raw.lines?.[index] ?? index + 2;
    const path = raw.paths?.[index];
    const read = readRow(cells, line, raw, columns, readers);
    const fault = 'row' in read ? faultOf(spec, raw, read, columns, cells) : read;
    if (fault === undefined) good.push(path ? { ...(read as PlacedRow), path } : (read as PlacedRow));
    else quarantined.push({ ...fault, ...keyOf(spec, columns, cells), ...(path && { path }) });
  }
  const merged = mergeRows(spec, raw, good);
  quarantined.push(...merged.quarantined.map((one) => asWritten(one, raw, columns)));
  const faulty = amongThem(spec, raw, merged.rows, columns);
  quarantined.push(...faulty.values());
  const rows = merged.rows.filter((_, at) => !faulty.has(at));
  quarantined.sort((a, b) => a.line - b.line);
  if (spec.required && rows.length === 0 && quarantined.length > 0)
    throw nothingLeft(raw, withHeaders(spec, raw, quarantined));
  const forbids = spec.rows !== 'permit';
  return {
    table: { name: spec.name, file: raw.file, present: true, rows: rows.map(({ row }) => row) },
    placed: rows,
    quarantined: forbids ? quarantined.map((one) => ({ ...one, forbids })) : quarantined,
    asideCells: cellsOf(raw, columns, quarantined),
    notes: [...columnNotes(spec, raw, columns), ...notesOf(raw, columns, readers)],
    ...(raw.rowName && { nameOf: (line: number) => rowText(raw, line) }),
  };
}

/** A fault with the cell as the file had it: the value that was read may be in other units, such as cents. */
function asWritten(fault: Quarantined, raw: RawTable, columns: readonly BoundColumn[]): Quarantined {
  // Rows of a scenario may stand on one line: their paths tell them apart.
  const at = fault.path && raw.paths ? raw.paths.indexOf(fault.path) : lineIn(raw, fault.line);
  const index = columns.find(({ name }) => name === fault.column)?.index ?? -1;
  const text = raw.rows[at]?.[index];
  return text === undefined ? fault : { ...fault, value: cut(text.trim()) };
}

/** The texts of the rows at fault. */
function cellsOf(
  raw: RawTable,
  columns: readonly BoundColumn[],
  faults: readonly Quarantined[],
): Validated['asideCells'] {
  if (faults.length === 0) return [];
  const lines = new Set(faults.map(({ line }) => line));
  return raw.rows.flatMap((cells, at) =>
    lines.has(raw.lines?.[at] ?? at + 2)
      ? [Object.fromEntries(columns.map(({ name, index }) => [name, (cells[index] ?? '').trim()]))]
      : [],
  );
}

const lineIn = ({ lines }: RawTable, line: number): number => (lines === undefined ? line - 2 : lines.indexOf(line));

/** The texts by which a row that was left out names itself. */
function keyOf(spec: TableSpec, columns: readonly BoundColumn[], cells: readonly string[]): Pick<Quarantined, 'key'> {
  const own = columns.filter(({ name, index }) => spec.key.includes(name) && (cells[index] ?? '').trim() !== '');
  return own.length === 0
    ? {}
    : { key: Object.fromEntries(own.map(({ name, index }) => [name, cells[index]!.trim()])) };
}

interface CellReader {
  readonly read: (text: string) => CellReading;
  readonly assumed: Assumptions;
}

/**
 * Reads a column's cells, with what all of them tell of how they are written; a text seen before is answered from
 * memory, for real columns repeat themselves.
 */
function cellReader({ column, index }: BoundColumn, { rows }: RawTable): CellReader {
  const own = column.schema as CellSchema<unknown>;
  const schema = own.inColumn?.(textsOf(rows, index)) ?? own;
  const known = new Map<string, CellReading>();
  const assumed = assumptions();
  const read = (text: string): CellReading => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const reading = readCell(schema, text);
    if (known.size < REMEMBERED) known.set(text, reading);
    return reading;
  };
  return {
    assumed,
    read: (text) => {
      const reading = read(text);
      assumed.count(text, reading);
      return reading;
    },
  };
}

/** The different texts of a column. */
function textsOf(rows: RawTable['rows'], index: number): ReadonlySet<string> {
  const texts = new Set<string>();
  if (index >= 0) for (const row of rows) texts.add(row[index] ?? '');
  return new Set([...texts].map(cleanText));
}

function notesOf(raw: RawTable, columns: readonly BoundColumn[], readers: readonly CellReader[]): readonly string[] {
  const assumed = columns.flatMap(({ name }, at) => readers[at]!.assumed.notes(raw.name, name));
  return [...(raw.notes ?? []), ...assumed];
}

function readRow(
  cells: readonly string[],
  line: number,
  raw: RawTable,
  columns: readonly BoundColumn[],
  readers: readonly CellReader[],
): PlacedRow | Quarantined {
  const place = { table: raw.name, file: raw.file, line };
  const ragged = (): Quarantined => {
    const value = cut(cells.join(','));
    return { ...place, column: '', value, reason: rowProblems.ragged(cells.length, raw.header.length) };
  };
  // Spreadsheets write more or fewer empty cells at the end of a row than its header has.
  if (cells.length > raw.header.length && cells.slice(raw.header.length).some((text) => text.trim() !== ''))
    return ragged();
  const row: Record<string, unknown> = {};
  for (let c = 0; c < columns.length; c++) {
    const { name, index } = columns[c] as BoundColumn;
    const text = index < 0 ? '' : (cells[index] ?? '');
    const reading = (readers[c] as CellReader).read(text);
    if ('reason' in reading) {
      if (index >= cells.length) return ragged();
      return { ...place, column: name, value: cut(text), reason: reading.reason };
    }
    row[name] = reading.value;
  }
  return { row, line };
}

/** What the table itself has against a row whose cells can all be read. */
function faultOf(
  spec: TableSpec,
  raw: RawTable,
  { row, line }: PlacedRow,
  columns: readonly BoundColumn[],
  cells: readonly string[],
): Quarantined | undefined {
  const fault = spec.row?.(row);
  if (fault === undefined) return undefined;
  const index = columns.find(({ name }) => name === fault.column)?.index ?? -1;
  const value = cut(index < 0 ? '' : (cells[index] ?? ''));
  return { table: raw.name, file: raw.file, line, column: fault.column, value, reason: fault.reason };
}

/** What the table has against rows beside the others, by their place among them. */
function amongThem(
  spec: TableSpec,
  raw: RawTable,
  rows: readonly PlacedRow[],
  columns: readonly BoundColumn[],
): ReadonlyMap<number, Quarantined> {
  const faults = spec.among?.(rows.map(({ row }) => row)) ?? [];
  return new Map(
    faults.map(({ at, column, reason }): [number, Quarantined] => {
      const { row, line, path } = rows[at]!;
      const fault = { table: raw.name, file: raw.file, line, column, value: String(row[column] ?? ''), reason };
      const key = Object.fromEntries(spec.key.map((name) => [name, String(row[name] ?? '')]));
      return [at, { ...asWritten({ ...fault, ...(path && { path }) }, raw, columns), key }];
    }),
  );
}

function nothingLeft(raw: RawTable, quarantined: readonly Quarantined[]): Refusal {
  const first = quarantined.slice(0, REASONS_SHOWN).map((one): Problem => {
    return {
      message: fileProblems.refusedRow(one.column, one.value, one.reason),
      place: placeOf(raw.rowName ? { ...one, rowName: rowText(raw, one.line) } : one),
    };
  });
  const message = fileProblems.nothingLeft(raw.name, quarantined.length);
  return new Refusal([{ message, place: { file: raw.file } }, ...first]);
}
