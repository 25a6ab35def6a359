import type { Fields } from '../scenario/scenario.ts';
import { type Cell, cellIs, type ResultTable } from '../tables/result.ts';
import type { Expectation } from './expect.ts';

/** How many rows of a schedule have some fields. */
export interface RowCount {
  readonly fields: Fields;
  /** Null where there is no schedule. */
  readonly found: number | null;
  /** Fields that the schedule has no column for, and the columns that it has. */
  readonly strange?: { readonly fields: readonly string[]; readonly columns: readonly string[] };
}

/** What an expectation says of rows: these a schedule must hold, and those it must not. */
export interface WithRows {
  readonly must?: readonly Fields[];
  readonly must_not?: readonly Fields[];
}

/** Every set of fields that expectations ask about, each once: what must be counted while the schedule is at hand. */
export function rowsAsked(expect: Readonly<Record<string, unknown>>): readonly Fields[] {
  const all = Object.values(expect).flatMap((whole) => {
    const { must = [], must_not: mustNot = [] } = Object(whole) as WithRows;
    return [...must, ...mustNot];
  });
  return [...new Map(all.map((fields) => [keyOf(fields), fields])).values()];
}

/** The same for the same fields, in whatever order they were written. */
export const keyOf = (fields: Fields): string =>
  JSON.stringify(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Counts the rows of a schedule that have some fields. */
export function countRows(schedule: ResultTable | undefined, fields: Fields): RowCount {
  if (schedule === undefined) return { fields, found: null };
  const columns = schedule.columns.map(({ name }) => name);
  const strange = Object.keys(fields).filter((field) => !columns.includes(field));
  if (strange.length > 0) return { fields, found: null, strange: { fields: strange, columns } };
  return { fields, found: schedule.rows.filter((row) => matches(schedule, row, fields)).length };
}

/** Rows that a schedule must hold, and rows that it must not, each by any of its fields: one expectation for each. */
export function expectedRows(
  name: string,
  count: (fields: Fields) => RowCount,
  { must = [], must_not: mustNot = [] }: WithRows,
): readonly Expectation[] {
  const judge = (fields: Fields, wanted: boolean): Expectation => {
    const expected = wanted ? { must: fields } : { must_not: fields };
    const { found, strange } = count(fields);
    if (found === null) return { name, expected, actual: null, passed: false, text: unseen(fields, strange) };
    return { name, expected, actual: found, passed: wanted === found > 0, text: sentence(fields, found, wanted) };
  };
  return [...must.map((fields) => judge(fields, true)), ...mustNot.map((fields) => judge(fields, false))];
}

/** What an expectation of rows is called beside those of numbers: "that a row has vin V1"; of a number, its name. */
export function expectationName({ name, expected }: Pick<Expectation, 'name' | 'expected'>): string {
  const { must, must_not: mustNot } = Object(expected) as { readonly must?: Fields; readonly must_not?: Fields };
  if (must !== undefined) return `that a row has ${said(must)}`;
  return mustNot === undefined ? name : `that no row has ${said(mustNot)}`;
}

function matches({ columns }: ResultTable, row: readonly Cell[], fields: Fields): boolean {
  return columns.every(({ name }, at) => !Object.hasOwn(fields, name) || cellIs(row[at], fields[name]!));
}

function unseen(fields: Fields, strange: RowCount['strange']): string {
  if (strange === undefined) return `there is no schedule in which a row could have ${said(fields)}`;
  return `the schedule has no column ${strange.fields.join(', ')}. Maybe one of: ${strange.columns.join(', ')}.`;
}

function sentence(fields: Fields, found: number, wanted: boolean): string {
  const rows = `${found === 0 ? 'no row has' : found === 1 ? 'one row has' : `${found} rows have`} ${said(fields)}`;
  if (wanted === found > 0) return `${rows}, as expected`;
  return `${rows}, and ${wanted ? 'one must' : 'none may'}`;
}

/** Fields in words: `vin V1 and start_day 2025-09-22`. */
export const said = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${value}`)
    .join(' and ');
