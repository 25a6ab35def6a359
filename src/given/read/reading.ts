import type { Row } from '../../domain.ts';
import type { GivenFinding, GivenReading, GivenRow } from '../../runs/given.ts';
import { assumptions } from '../../tables/assumptions.ts';
import { cut } from '../../tables/problems.ts';
import { cleanText } from '../../text/clean.ts';
import { plural } from '../../text/format.ts';
import { type BoundField, bindFields, fieldsOf } from './columns.ts';
import { findingTexts as say } from './problems.ts';
import { type RawSchedule, readSource, rowsSource } from './source.ts';
import { type Question, readerOf } from './values.ts';

/**
 * Reads a schedule that was made elsewhere: the file that a path names, or rows at hand. What is odd about a row is a
 * finding, and the row stays as it is: what is wrong with it, the auditor says.
 *
 * @throws Refusal where there is no schedule in it at all, or a column of its key or place is missing.
 */
export async function readSchedule(from: string | readonly Row[], question: Question): Promise<GivenReading> {
  const { domain, settings, tables } = question;
  const raw = typeof from === 'string' ? await readSource(from, domain, question) : rowsSource(from);
  const fields = fieldsOf(domain, settings, tables);
  // A list without a row has no names of columns either.
  if (raw.header.length === 0 && raw.rows.length === 0)
    return reading(
      raw,
      fields.map(({ name }) => name),
      [],
      [],
    );
  const bound = bindFields(fields, raw);
  const readers = bound.map((field) => ({
    field,
    assumed: assumptions(),
    read: readerOf(
      field,
      question,
      raw.rows.map((cells) => cleanText(cells[field.index] ?? '')),
    ),
  }));
  const rows: GivenRow[] = [];
  const findings: GivenFinding[] = [];
  let blank = 0;
  raw.rows.forEach((cells, at) => {
    const line = raw.lines[at]!;
    const cell = (index: number) => (index < 0 ? '' : cleanText(cells[index] ?? ''));
    if (bound.every(({ index, nameIndex }) => cell(index) === '' && cell(nameIndex) === '')) {
      blank++;
      return;
    }
    if (cells.slice(raw.header.length).some((text) => text.trim() !== ''))
      findings.push({ line, field: '', value: '', text: say.ragged(cells.length, raw.header.length) });
    const values = readers.map(({ field, read, assumed }) => {
      const [own, name] = [cell(field.index), cell(field.nameIndex)];
      const { value, odd, reading: way } = read(own, name);
      if (way !== undefined) assumed.count(own, way);
      if (odd !== undefined) findings.push({ line, field: field.name, value: cut(own === '' ? name : own), text: odd });
      return value;
    });
    rows.push({ line, cells: values });
  });
  const notes = [
    ...(raw.notes ?? []),
    ...readers.flatMap(({ field, assumed }) => assumed.notes(raw.file, field.name)),
    ...ignored(bound, raw.header),
    ...(blank === 0
      ? []
      : [`${plural(blank, 'blank row')} of ${raw.file} ${blank === 1 ? 'was' : 'were'} passed over`]),
  ];
  return reading(
    raw,
    bound.map(({ name }) => name),
    rows,
    notes,
    [...findings, ...repeated(rows, raw.counts)],
  );
}

function reading(
  { file, counts }: RawSchedule,
  fields: readonly string[],
  rows: readonly GivenRow[],
  notes: readonly string[],
  findings: readonly GivenFinding[] = [],
): GivenReading {
  return { file, counts, fields, rows, findings: [...findings].sort((a, b) => a.line - b.line), notes };
}

/** Columns that no field asked for. */
function ignored(bound: readonly BoundField[], header: readonly string[]): readonly string[] {
  const read = new Set(bound.flatMap(({ index, nameIndex }) => [index, nameIndex]));
  const names = header.filter((name, at) => !read.has(at) && name.trim() !== '').map((name) => cut(name, 40));
  if (names.length === 0) return [];
  return [
    `columns that were not read: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}`,
  ];
}

function repeated(rows: readonly GivenRow[], counts: string): readonly GivenFinding[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, cells }) => {
    const name = JSON.stringify(cells.map(String));
    const before = first.get(name);
    if (before === undefined) first.set(name, line);
    return before === undefined ? [] : [{ line, field: '', value: '', text: say.repeated(before, counts) }];
  });
}

/** What the auditor and the report read where a cell has no value: nothing that anything is called by. */
const NO_VALUE = '(empty)';

/** The rows as the auditor takes them. */
export const rowsOf = ({ fields, rows }: Pick<GivenReading, 'fields' | 'rows'>): readonly Row[] =>
  rows.map(({ cells }) => Object.fromEntries(fields.map((name, at) => [name, cells[at] ?? NO_VALUE])));

/** One row, without the fields that have no value. */
export const valuesOf = (fields: readonly string[], { cells }: GivenRow): Row =>
  Object.fromEntries(fields.flatMap((name, at) => (cells[at] === null ? [] : [[name, cells[at]!]])));
