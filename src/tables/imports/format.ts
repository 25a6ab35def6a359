import type { Table } from '../table.ts';

/**
 * What a file of another program holds, as tables and a scenario of a kind: rows of texts, as a CSV file would have
 * them, and the keys of a scenario beside its kind and its data.
 *
 * @example
 * const found = {
 *   title: 'A week', tables: { errands: [{ id: 'bank', worth: '4' }] }, keys: {}, notes: ['colours are not read'],
 * };
 * found.tables.errands?.length // 1
 */
export interface Imported {
  readonly title: string;
  /** Rows by table; a column that a row does not name is empty. */
  readonly tables: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
  /** Keys of the scenario, as YAML has them. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** What the file holds and is not read, and what was read otherwise than it stands there: one sentence each. */
  readonly notes: readonly string[];
  /** The schedule that the file holds, if any: rows of texts. */
  readonly schedule?: readonly Readonly<Record<string, string>>[];
}

/**
 * A format of other programs that a kind reads: `evenhand data import --format NAME FILE`.
 *
 * @example
 * const lines = {
 *   name: 'lines', title: 'one errand a line',
 *   read: (text: string, _file: string) =>
 *     ({ title: 'Errands', tables: { errands: text.split('\n').map((id: string) => ({ id })) }, keys: {}, notes: [] }),
 * };
 * lines.read('bank\npost', 'errands.txt').tables.errands // [{ id: 'bank' }, { id: 'post' }]
 */
export interface ImportFormat {
  readonly name: string;
  /** What files of it hold, in a few words. */
  readonly title: string;
  /** @throws Refusal with the line where the text is not what it should be. */
  readonly read: (text: string, file: string) => Imported;
}

/** A format of schedules of other programs, for scenarios whose settings are S. */
export interface ScheduleFormat<S> {
  /** How the names of its files end: ".sol". */
  readonly ending: string;
  /** @throws Refusal with the lines that are no rows. */
  read(
    text: string,
    file: string,
    question: { readonly settings: S; readonly tables: Readonly<Record<string, Table>> },
  ): ScheduleRows;
}

/** A schedule of another program, as rows of a kind's schedule, each with the line that it stands in. */
export interface ScheduleRows {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly lines: readonly number[];
  /** What was passed over, one sentence each. */
  readonly notes: readonly string[];
}
