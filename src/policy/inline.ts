import { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import { isNothing, type ScalarReader } from '../scenario/shape/value.ts';
import { type CellSchema, readCell } from '../tables/cells/cells.ts';
import { type EditorSchema, orNothing } from '../tables/cells/editor.ts';
import { cut, rowProblems } from '../tables/problems.ts';
import type { Column, Quarantined, RawTable, TableSpec } from '../tables/table.ts';

/** What a cell of a table may hold in YAML; whether it makes sense the table's own validation says. */
function cellOf(column: Column): z.ZodType {
  const cell = z
    .unknown()
    .refine(isCell, 'needs text, a number or a list')
    // What JSON cannot hold is text from here on, so that a stored scenario reads back the same.
    .transform((value) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value));
  return Object.assign(cell, { readScalar: readerFor(column) })
    .optional()
    .meta({ ...editorOf(column), description: column.description });
}

/** What an editor can check of a cell; a column that may be left out may also hold nothing. */
const editorOf = ({ schema, required }: Column): EditorSchema => {
  const { editor = {} } = schema as CellSchema<unknown>;
  return required || Object.keys(editor).length === 0 ? editor : orNothing(editor);
};

/**
 * How the cells of a column read what YAML takes for a number: as written where the column would otherwise read
 * something else, which a column of names does with `007` and `1.10`, and a column of numbers does not.
 */
function readerFor({ schema }: Column): ScalarReader['readScalar'] {
  const read = (text: string) => readCell(schema as CellSchema<unknown>, text);
  return (value, text) => {
    if (isNothing(value, text) || String(value) === text) return value;
    const [asWritten, asRead] = [read(text), read(cellText(value))];
    const same = JSON.stringify(asWritten) === JSON.stringify(asRead);
    if ('reason' in asWritten) return 'reason' in asRead ? text : value;
    return same ? value : text;
  };
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

const isCell = (value: unknown): boolean =>
  value === undefined || isScalar(value) || (Array.isArray(value) && value.every(isScalar));

/** What an editor asks of a row: every column that is needed, under one of its names, and none under two. */
function neededIn(own: readonly (readonly [word: string, named: Named])[]): EditorSchema {
  const names = new Map<string, readonly string[]>();
  for (const [word, { name }] of own) names.set(name, [...(names.get(name) ?? []), word]);
  const needed = new Set(own.filter(([, { column }]) => column.required).map(([, { name }]) => name));
  const plain = [...names].filter(([name, words]) => needed.has(name) && words.length === 1).map(([name]) => name);
  const one = [...names].filter(([, words]) => words.length > 1);
  const rules = one.map(([name, words]) => {
    const each = words.map((word) => ({ required: [word] }));
    return needed.has(name) ? { oneOf: each } : { oneOf: [...each, { not: { anyOf: each } }] };
  });
  return { ...(plain.length > 0 && { required: plain }), ...(rules.length > 0 && { allOf: rules }) };
}

/** A column under one of its names: its own, an alias, or one under which its cells are written in another way. */
interface Named {
  readonly name: string;
  readonly column: Column;
  /** Its cells are written in another way, and read by the column's own schema. */
  readonly other?: true;
}

/** The columns of a table by all the names that a row may give them. */
function namesOf({ columns }: { readonly columns: object }): ReadonlyMap<string, Named> {
  const all = Object.entries(columns as Readonly<Record<string, Column>>).flatMap(
    ([name, column]): readonly (readonly [string, Named])[] => [
      ...[name, ...(column.aliases ?? [])].map((word) => [word, { name, column }] as const),
      ...Object.entries(column.alternatives ?? {}).map(
        ([word, schema]) => [word, { name, column: { ...column, schema }, other: true }] as const,
      ),
    ],
  );
  return new Map(all);
}

type InlineRow = Readonly<Record<string, unknown>>;
type InlineRows = readonly InlineRow[] | Readonly<Record<string, InlineRow>>;

/**
 * The rows of a table as a scenario may hold them: a list; or, where the key is one column, a map by it.
 *
 * @example
 * const id = { schema: z.string(), description: 'its name' };
 * const worth = { schema: z.string(), description: 'points' };
 * const columns = { id, worth };
 * const spec = { name: 'errands', description: 'to do', required: true, key: ['id'], columns } as const;
 * inlineRows(spec, 'what is to be done').parse({ post: { worth: 3 } }) // { post: { worth: 3 } }
 */
export function inlineRows<R extends object>(
  spec: TableSpec<R>,
  description: string,
): z.ZodOptional<z.ZodType<InlineRows>> {
  const names = namesOf(spec);
  const row = (left: (column: string) => boolean) => {
    const own = [...names].filter(([, { name }]) => !left(name));
    const cells = Object.fromEntries(own.map(([word, { column }]) => [word, cellOf(column)]));
    const strict = z.strictObject(cells).meta(neededIn(own));
    // A row that permits and is no row of this table stays as it is written, and is set aside when the table is read.
    return spec.rows === 'permit' ? strict.catch((faulty) => faulty?.value as never) : strict;
  };
  const list = z.array(row(() => false));
  const [key, second] = spec.key;
  const map = z.record(
    z.string(),
    row((name) => name === key),
  );
  const rows: z.ZodType = key !== undefined && second === undefined ? z.union([list, map]) : list;
  return (rows as z.ZodType<InlineRows>).optional().describe(description) as z.ZodOptional<z.ZodType<InlineRows>>;
}

/** Tables in the scenario and tables elsewhere: one of the two would be ignored. */
export function doubledTables(names: readonly string[], settings: Settings): readonly Problem[] {
  if ('inline' in settings.data) return [];
  return [...new Set(names)]
    .filter((name) => (settings as Settings & Readonly<Record<string, unknown>>)[name] !== undefined)
    .map((name) => ({
      path: [name],
      message: `${name} stand here, but \`data\` names another source, in which they would have to stand`,
      maybe: 'Maybe leave `data` out: then the tables are those of the scenario.',
    }));
}

/** A row of a table that a scenario writes in a form of its own. */
export interface FormRow {
  readonly table: string;
  /** Where it stands, below the key of the form. */
  readonly at: readonly PropertyKey[];
  readonly row: Readonly<Record<string, unknown>>;
}

/** What stands in a scenario: tables under the keys of their names, and forms that are a shorter way to write rows. */
export interface Inline {
  readonly specs: readonly TableSpec[];
  readonly forms: Readonly<Record<string, (written: never) => readonly FormRow[]>>;
  readonly scenario: Scenario;
}

/** The tables that stand in a scenario, as text; each row with its line. */
export function inlineTables({ specs, forms, scenario }: Inline): readonly RawTable[] {
  const settings = scenario.settings as Settings & Readonly<Record<string, unknown>>;
  const formed = Object.entries(forms).flatMap(([key, read]) =>
    settings[key] === undefined
      ? []
      : read(settings[key] as never).map(({ table, at, row }) => ({ table, path: [key, ...at], row })),
  );
  return specs.flatMap((spec) => {
    const written = spec.name in forms ? undefined : (settings[spec.name] as InlineRows | undefined);
    const own = formed.filter(({ table }) => table === spec.name);
    if (written === undefined && own.length === 0) return [];
    return [rawOf(scenario, spec, [...(written === undefined ? [] : placedRows(spec, written)), ...own])];
  });
}

/** A row, and where it stands. */
interface PlacedRow {
  readonly path: readonly PropertyKey[];
  readonly row: InlineRow;
}

const placedRows = (spec: TableSpec, rows: InlineRows): readonly PlacedRow[] =>
  Array.isArray(rows)
    ? rows.map((row: InlineRow, index) => ({ path: [spec.name, index], row }))
    : Object.entries(rows).map(([name, row]) => ({
        path: [spec.name, name],
        row: isMap(row) ? { ...row, [spec.key[0]!]: name } : row,
      }));

function rawOf(scenario: Scenario, spec: TableSpec, all: readonly PlacedRow[]): RawTable {
  const header = Object.keys(spec.columns);
  const lineOf = (path: readonly PropertyKey[]) => scenario.place(path).line ?? 0;
  const broken = all.flatMap(({ path, row }): readonly Quarantined[] => {
    const fault = rowFault(spec, row);
    const place = { table: spec.name, file: scenario.file, line: lineOf(path), path };
    return fault === undefined ? [] : [{ ...place, ...fault, ...keyIn(spec, row) }];
  });
  const named = all.filter(({ row }) => rowFault(spec, row) === undefined);
  const names = namesOf(spec);
  return {
    name: spec.name,
    file: scenario.file,
    header,
    rows: named.map(({ row }) => {
      const texts = new Map(
        Object.entries(row).map(([word, value]) => [names.get(word)!.name, textOf(names, word, value)]),
      );
      return header.map((column) => texts.get(column) ?? '');
    }),
    lines: named.map(({ path }) => lineOf(path)),
    paths: named.map(({ path }) => path),
    ...(broken.length > 0 && { broken }),
  };
}

const isMap = (row: unknown): row is InlineRow => typeof row === 'object' && row !== null && !Array.isArray(row);

/** A cell as the column itself would write it, for names under which it is written in another way. */
function textOf(names: ReadonlyMap<string, Named>, word: string, value: unknown): string {
  const text = cellText(value);
  const named = names.get(word);
  if (!named?.other || text === '') return text;
  const reading = readCell(named.column.schema as CellSchema<unknown>, text);
  return 'value' in reading ? cellText(reading.value) : text;
}

/** The texts by which a written row names itself. */
function keyIn(spec: TableSpec, row: unknown): Pick<Quarantined, 'key'> {
  if (!isMap(row)) return {};
  const names = namesOf(spec);
  const own = Object.entries(row).flatMap(([word, value]) => {
    const { name = '' } = names.get(word) ?? {};
    const text = isScalar(value) ? cellText(value) : '';
    return text === '' || !spec.key.includes(name as never) ? [] : [[name, text] as const];
  });
  return own.length === 0 ? {} : { key: Object.fromEntries(own) };
}

/** What makes a written row none of its table: no map, a key that is no column or names one again, a cell that is none. */
function rowFault(spec: TableSpec, row: unknown): Pick<Quarantined, 'column' | 'value' | 'reason'> | undefined {
  if (!isMap(row)) return { column: '', value: cut(JSON.stringify(row) ?? ''), reason: rowProblems.noRow() };
  const names = namesOf(spec);
  const seen = new Map<string, string>();
  for (const [word, value] of Object.entries(row)) {
    const text = cut(isCell(value) ? cellText(value) : JSON.stringify(value));
    const fault = (reason: string) => ({ column: word, value: text, reason });
    const named = names.get(word);
    if (named === undefined) return fault(rowProblems.noColumn(spec.name, nearest(word, [...names.keys()])));
    const before = seen.get(named.name);
    if (before !== undefined) return fault(rowProblems.sameColumn(before, named.name));
    seen.set(named.name, word);
    if (!isCell(value)) return fault('needs text, a number or a list');
    const reading =
      named.other && cellText(value) !== ''
        ? readCell(named.column.schema as CellSchema<unknown>, cellText(value))
        : undefined;
    if (reading !== undefined && 'reason' in reading) return fault(reading.reason);
  }
  return undefined;
}

/** A cell of an inline row as the text that a CSV file would hold. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.map((item) => cellText(item)).join(';') : String(value);
}
