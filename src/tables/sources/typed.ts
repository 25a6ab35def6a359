import { type Problem, Refusal } from '../../problems/problem.ts';
import { type CellSchema, formatOf, readCell } from '../cells/cells.ts';
import { type BoundColumn, bindColumns } from '../header.ts';
import { cut, fileProblems } from '../problems.ts';
import type { Cell, CellType, ResultColumn, ResultTable } from '../result.ts';
import type { Column, RawTable, TableSpec } from '../table.ts';
import { rowText } from './places.ts';
import { sourceNotes } from './problems.ts';

/** What the cells of a column are, outside of files of text: to a database, a workbook, a file of columns. */
export type Stored = Extract<CellType, 'text' | 'date' | 'integer' | 'number' | 'money'> | 'boolean';

/** The beginnings of the words by which cells say what they read, and what that is elsewhere. All others are texts. */
const STORED: readonly (readonly [string, Stored])[] = [
  ['date', 'date'],
  ['whole number', 'integer'],
  ['year', 'integer'],
  ['dollars', 'money'],
  ['decimal number', 'number'],
  ['yes, true or 1', 'boolean'],
  ['true, yes or 1', 'boolean'],
];

/** What a column is stored as. */
export function storedAs({ schema }: Column): Stored {
  const format = formatOf(schema as CellSchema<unknown>);
  return STORED.find(([begin]) => format.startsWith(begin))?.[1] ?? 'text';
}

/** A table whose cells are values, in the columns that its description has. */
export interface TypedTable extends ResultTable {
  readonly name: string;
  readonly stored: readonly Stored[];
  readonly notes: readonly string[];
}

const PROBLEMS_NAMED = 20;

/**
 * The cells of a table as values, for a place that knows numbers and dates. Texts stay letter by letter.
 *
 * @param strict The place takes values only: a cell that cannot be read is refused. Elsewhere its whole column stays as
 *   the texts that it is, and that is told; nothing is guessed, and nothing is left out.
 * @throws Refusal with the rows that could not be taken apart, and where `strict` the cells that cannot be read.
 */
export function typedTable(spec: TableSpec, raw: RawTable, strict: boolean): TypedTable {
  const bound = bindColumns(spec, raw).filter(({ index }) => index >= 0);
  const problems = (raw.broken ?? []).map((one) => problemAt(raw, one.line, one.column, one.value, one.reason));
  const columns = bound.map((one) => valuesOf(spec, raw, one));
  const refused = columns.filter(({ otherwise }) => strict || otherwise);
  problems.push(...refused.flatMap(({ faults }) => faults));
  if (problems.length > 0) throw new Refusal(problems.slice(0, PROBLEMS_NAMED));
  const taken = new Set(bound.map(({ index }) => index));
  const strangers = raw.header.filter((name, at) => name.trim() !== '' && !taken.has(at));
  return {
    name: spec.name,
    columns: columns.map(({ name, stored }): ResultColumn => ({ name, type: typeOf(stored), label: name })),
    stored: columns.map(({ stored }) => stored),
    rows: raw.rows.map((_, row) => columns.map(({ values }) => values[row]!)),
    notes: [
      ...(strangers.length === 0
        ? []
        : [
            sourceNotes.notCopied(
              spec.name,
              strangers.map((name) => cut(name, 40)),
            ),
          ]),
      ...columns.flatMap(({ name, faults }) =>
        faults.length === 0 ? [] : [sourceNotes.asTexts(spec.name, name, faults.length)],
      ),
    ],
  };
}

interface Values {
  readonly name: string;
  readonly stored: Stored;
  readonly values: readonly Cell[];
  /** It has another name here, under which its cells are written in another way: as texts they would mean something else. */
  readonly otherwise: boolean;
  readonly faults: readonly Problem[];
}

/** The cells of one column: as values where all of them can be read, else as texts. */
function valuesOf(spec: TableSpec, raw: RawTable, { name, column, index }: BoundColumn): Values {
  const ours = (spec.columns as Readonly<Record<string, Column>>)[name]!;
  const stored = storedAs(ours);
  const texts = raw.rows.map((cells) => cells[index] ?? '');
  const asTexts = texts.map((text) => (text.trim() === '' ? null : text));
  const otherwise = column.schema !== ours.schema;
  if (stored === 'text' && !otherwise) return { name, stored, values: asTexts, otherwise, faults: [] };
  const own = column.schema as CellSchema<unknown>;
  const schema = own.inColumn?.(new Set(texts.map((text) => text.trim()))) ?? own;
  const faults: Problem[] = [];
  const values = asTexts.map((text, row): Cell => {
    if (text === null) return null;
    const reading = readCell(schema, text);
    if ('value' in reading) return cellOf(reading.value);
    faults.push(problemAt(raw, raw.lines?.[row] ?? row + 2, name, text, reading.reason));
    return null;
  });
  const facts = { name, otherwise, faults };
  return faults.length === 0 ? { ...facts, stored, values } : { ...facts, stored: 'text', values: asTexts };
}

const typeOf = (stored: Stored): CellType => (stored === 'boolean' ? 'text' : stored);

const cellOf = (value: unknown): Cell =>
  value === null || typeof value === 'number' ? value : typeof value === 'string' ? value : JSON.stringify(value);

function problemAt(raw: RawTable, line: number, column: string, value: string, reason: string): Problem {
  const message = `${raw.name}: ${fileProblems.refusedRow(column, cut(value), reason)}`;
  const place = raw.rowName ? { file: `${raw.file} ${rowText(raw, line)}` } : { file: raw.file, line };
  return { message, place };
}
