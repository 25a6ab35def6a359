import type { Run } from '../../runs/run.ts';
import { recordsOf, type TableRecord, textOf } from '../records.ts';
import { nounOf, type Subject } from './subject.ts';

/** The keys of the things that a row is about, as in `Mark`. */
export type KeysOf = (row: TableRecord) => readonly string[];

/**
 * What the rows of a part are about, for interactive reports: marks and rows that share a thing are selected together.
 * Either columns by whose values the rows of the schedule are found, `['person_id']`, with their names in the schedule
 * where these differ, `{ date: 'start_day' }`; or a function.
 */
export type About = Shared | ((subject: Subject) => KeysOf);

/** Columns that a row has in common with the things that it is about: own name by theirs where they differ. */
export type Shared = readonly string[] | Readonly<Record<string, string>>;

/** Where the things stand that rows may be about. */
export interface Things {
  /** The name of one, in the singular: "spot". */
  readonly thing: string;
  readonly rows: (run: Run) => readonly TableRecord[];
  /** What names one; its place among the rows where absent. */
  readonly name?: (row: TableRecord) => string;
}

/**
 * Finds the things that a row is about by the columns that both have.
 *
 * @example
 * const cars = [{ make: 'Audi' }, { make: 'Volvo' }, { make: 'Audi' }];
 * const keys = sharing({ thing: 'car', rows: () => cars }, ['make'])({ run, words: {}, table: '', columns: [], rows: [] });
 * keys({ make: 'Audi' }) // ['car:0', 'car:2']
 */
export function sharing({ thing, rows, name }: Things, columns: Shared): (subject: Subject) => KeysOf {
  const pairs = Array.isArray(columns) ? columns.map((each) => [each, each] as const) : Object.entries(columns);
  const own = pairs.map(([mine]) => mine);
  const theirs = pairs.map(([, other]) => other);
  return ({ run }) => {
    const found = new Map<string, string[]>();
    for (const [index, row] of rows(run).entries()) {
      const value = sharedValue(row, theirs);
      const keys = found.get(value) ?? [];
      keys.push(`${thing}:${name === undefined ? index : name(row)}`);
      found.set(value, keys);
    }
    return (row) => found.get(sharedValue(row, own)) ?? [];
  };
}

/**
 * Each row is about itself alone, by its place in its table.
 *
 * @example
 * const rows = [{ rule: 'separation' }, { rule: 'cap' }];
 * rows.map(itself('margin')({ run, words: {}, table: '', columns: [], rows })) // [['margin:0'], ['margin:1']]
 */
export const itself =
  (thing: string): ((subject: Subject) => KeysOf) =>
  ({ rows }) => {
    const places = new Map(rows.map((row, place) => [row, place]));
    return (row) => (places.has(row) ? [`${thing}:${places.get(row)}`] : []);
  };

/** The name of one row of the schedule as keys have it: one word. */
export const thingOf = ({ words }: Subject): string => /[a-z]+$/.exec(nounOf(words)[0])?.[0] ?? 'row';

/** What the rows of a subject are about. */
export function keysOf(about: About, subject: Subject): KeysOf {
  if (typeof about === 'function') return about(subject);
  const rows = ({ tables }: Run) => recordsOf(tables[subject.words.schedule ?? '']);
  return sharing({ thing: thingOf(subject), rows }, about)(subject);
}

const sharedValue = (row: TableRecord, columns: readonly string[]): string =>
  JSON.stringify(columns.map((name) => textOf(row, name)));
