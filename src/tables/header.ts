import { nearest } from '../problems/nearest.ts';
import { type Place, type Problem, Refusal } from '../problems/problem.ts';
import { cleanText } from '../text/clean.ts';
import { type CellSchema, formatOf } from './cells/cells.ts';
import { cut, fileNotes, fileProblems, maybes, rowProblems } from './problems.ts';
import type { Column, Quarantined, RawTable, TableSpec } from './table.ts';

/** A column of the description and where the file has it; index -1: nowhere, so that its cells read as empty. */
export interface BoundColumn {
  readonly name: string;
  readonly column: Column;
  readonly index: number;
}

/**
 * Finds each column of the description in a header: by name or alias, whatever the letter case. Columns that the
 * description does not know are left alone. Throws `Refusal` with every problem of the header.
 */
export function bindColumns(spec: TableSpec, raw: RawTable): readonly BoundColumn[] {
  const header = raw.header.map(cleanText);
  const lower = header.map(bare);
  const problems: Problem[] = [];
  const bound = Object.entries<Column>(spec.columns).map(([name, column]): BoundColumn => {
    const others = Object.entries(column.alternatives ?? {});
    const all =
      column.there === undefined
        ? [name, ...(column.aliases ?? []), ...others.map(([other]) => other)]
        : [column.there];
    const names = all.map(bare);
    const [index = -1, second] = lower.flatMap((one, at) => (names.includes(one) ? [at] : []));
    const place = headerPlace(raw);
    if (second !== undefined) {
      problems.push({
        message: fileProblems.twice(name, columnName(header, index), columnName(header, second)),
        place,
      });
    } else if (index < 0 && column.there !== undefined) {
      const message = fileProblems.columnNotThere(spec.name, name, column.there);
      problems.push({ message, place, maybe: maybes.header(cut(raw.header.join(', '), 200)) });
    } else if (index < 0 && column.required === true) {
      const message = fileProblems.missingColumn(spec.name, name);
      problems.push({ message, place, maybe: missingHint(spec, raw.header, name) });
    }
    const schema = others.find(([other]) => index >= 0 && bare(other) === lower[index])?.[1];
    return { name, column: schema === undefined ? column : { ...column, schema }, index };
  });
  problems.push(...misnamed(spec, raw, bound), ...nameless(spec, raw));
  if (problems.length > 0) throw new Refusal(problems);
  return bound;
}

/** Where the names of columns stand; a database has no lines. */
const headerPlace = ({ file, headerLine = 1, rowName }: RawTable): Place =>
  rowName === undefined ? { file, line: headerLine, column: 1 } : { file };

/** A header without letter case and without what stands between its words: "Start Date" is `start_date`. */
const bare = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '');

/** Faults that name, beside the column, the header that stands in the file, where that is another word. */
export function withHeaders(
  spec: TableSpec,
  raw: RawTable | undefined,
  faults: readonly Quarantined[],
): readonly Quarantined[] {
  if (raw === undefined || faults.length === 0) return faults;
  const header = raw.header.map(cleanText);
  const called = new Map(
    bindColumns(spec, raw).flatMap(({ name, index }): (readonly [string, string])[] =>
      index < 0 || bare(header[index]!) === bare(name) ? [] : [[name, columnName(header, index)]],
    ),
  );
  return faults.map((fault) => {
    const own = called.get(fault.column);
    return own === undefined ? fault : { ...fault, reason: rowProblems.called(fault.reason, own) };
  });
}

/** Columns of a file that no description knows, and those of the description that no file has and that rules read. */
function unbound(spec: TableSpec, raw: RawTable, bound: readonly BoundColumn[]) {
  const taken = new Set(bound.map(({ index }) => index));
  const strangers = raw.header.map(cleanText).filter((name, at) => name !== '' && !taken.has(at));
  const known = new Set<string>([...spec.key, ...Object.keys(spec.refers ?? {}), ...Object.keys(spec.names ?? {})]);
  // Free text, such as notes, is read by nobody but people.
  const absent = bound.filter(
    ({ name, column, index }) =>
      index < 0 && (known.has(name) || formatOf(column.schema as CellSchema<unknown>) !== 'text'),
  );
  return { strangers, absent: absent.map(({ name }) => name) };
}

/** A column whose name is nearly that of one that the file lacks: it would be ignored, and with it what it limits. */
function misnamed(spec: TableSpec, raw: RawTable, bound: readonly BoundColumn[]): readonly Problem[] {
  const { strangers, absent } = unbound(spec, raw, bound);
  const required = new Set(bound.filter(({ column }) => column.required === true).map(({ name }) => name));
  return absent.flatMap((name): readonly Problem[] => {
    const close = required.has(name) || name.length < 4 ? undefined : meantBy(name, strangers);
    if (close === undefined) return [];
    const message = fileProblems.unknownColumn(spec.name, cut(close, 40));
    return [{ message, place: headerPlace(raw), maybe: maybes.misnamedOr(cut(close, 40), name) }];
  });
}

/** Columns without a name whose cells hold something: nobody knows what it says. */
function nameless(spec: TableSpec, raw: RawTable): readonly Problem[] {
  const filled = raw.header.flatMap((name, at) =>
    cleanText(name) === '' && raw.rows.some((row) => (row[at] ?? '').trim() !== '') ? [at + 1] : [],
  );
  const place = headerPlace(raw);
  return filled.map((at) => ({ message: fileProblems.nameless(spec.name, at), place, maybe: maybes.nameless() }));
}

/** The column that a name can only mean: nearly the same, or the same words but for some. */
function meantBy(name: string, strangers: readonly string[]): string | undefined {
  const words = (text: string) => text.toLowerCase().split(/[^a-z0-9]+/);
  const within = (some: readonly string[], all: readonly string[]) =>
    some.length > 1 && some.every((word) => all.includes(word));
  const close = nearest(
    name,
    strangers.filter((one) => one.length > 2),
  );
  return close ?? strangers.find((one) => within(words(one), words(name)) || within(words(name), words(one)));
}

/** What is told of a file with columns that are not read, where it lacks some that rules do read. */
export function columnNotes(spec: TableSpec, raw: RawTable, bound: readonly BoundColumn[]): readonly string[] {
  const { strangers, absent } = unbound(spec, raw, bound);
  if (strangers.length === 0 || absent.length === 0) return [];
  const few = strangers.slice(0, COLUMNS_NAMED).map((name) => cut(name, 40));
  return [fileNotes.unreadColumns(spec.name, few, absent)];
}

const COLUMNS_NAMED = 3;

function columnName(header: readonly string[], index: number): string {
  return cut(header[index] ?? '', 40);
}

/** The way out for a missing column: another delimiter, a misspelt header, or what the header does hold. */
function missingHint(spec: TableSpec, header: readonly string[], name: string): string {
  if (header.length === 1 && /[;\t|]/.test(header[0] ?? '')) return maybes.delimiter();
  const known = new Set(Object.keys(spec.columns));
  const strangers = header.filter((one) => one !== '' && !known.has(one.toLowerCase()));
  const close = nearest(name, strangers);
  if (close !== undefined) return maybes.misnamed(cut(close, 40), name);
  return maybes.header(cut(header.join(', '), 200));
}
