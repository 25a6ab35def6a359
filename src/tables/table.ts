import type { z } from 'zod';

/** One column of an input table: how its cell's text becomes a value. */
export interface Column<V = unknown> {
  /** From the trimmed text of the cell (`''` when empty) to a value; its message says what is wrong. */
  readonly schema: z.ZodType<V, string>;
  readonly description: string;
  /** Other header names accepted for it. */
  readonly aliases?: readonly string[];
  /** Header names under which its cells are written in another way, each with what reads them then. */
  readonly alternatives?: Readonly<Record<string, z.ZodType<V, string>>>;
  /** What the scenario says that it is called in the data: by no other name, and the header must have it. */
  readonly there?: string;
  /** The header must name it; otherwise an absent column reads as empty cells. */
  readonly required?: boolean;
}

/** What the values of a column name. */
export interface Reference {
  /** Tables and their columns, "vehicles.vin": a value stands in at least one of them. */
  readonly to: readonly string[];
  /**
   * Whether a value that stands in none of them is told, fine, or an error. A value that differs from a known one by
   * case, blanks or leading zeros alone is an error in any case.
   */
  readonly unknown: 'told' | 'fine' | 'refused';
  /** The two may differ by case: fleets are makes in capitals. */
  readonly anyCase?: true;
  /** What counts of a name, where more than case may differ: two names of one form are one. */
  readonly form?: (name: string) => string;
  /** Names that are known without a row. */
  readonly also?: readonly string[];
  /** The column forbids something, though the rows of its table permit. */
  readonly forbids?: true;
  /** In what restricts, a name that is one letter off a known one is an error: nobody would invent it. */
  readonly near?: true;
  /** That no row at all names a known one is told. */
  readonly oneKnown?: true;
}

/**
 * What a table's rows must look like.
 *
 * @example
 * const vin = { schema: z.string().min(1, 'is empty'), description: 'The number of the car' };
 * const cars = { name: 'cars', description: 'Every car', required: true, key: ['vin'], columns: { vin } };
 * const raw = { name: 'cars', file: 'cars.csv', header: ['vin'], rows: [['B'], ['A']] };
 * loadData([cars], { sample: 42 }, () => [raw]).tables.cars.rows // [{ vin: 'A' }, { vin: 'B' }]
 */
export interface TableSpec<R extends object = Record<string, unknown>> {
  readonly name: string;
  readonly description: string;
  /** A missing file is an error; otherwise the table is empty and counted as absent. */
  readonly required: boolean;
  readonly columns: { readonly [K in keyof R]: Column<R[K]> };
  /** Rows of one key are the same thing: equal rows merge, and rows that differ contradict each other. */
  readonly key: readonly (keyof R & string)[];
  /** Equal rows are quarantined too: to say a thing twice is a mistake here. */
  readonly once?: boolean;
  /**
   * What a row that cannot be used would do. A row that permits (a car, a spot) is left out, and less is possible. A row
   * that restricts (a holiday, a budget) would open what it closes: it is an error, unless the scenario says in writing
   * that it may be left out. Where nothing is said, rows restrict.
   */
  readonly rows?: 'permit' | 'restrict';
  /** The columns whose values name rows of other tables. */
  readonly refers?: Readonly<Partial<Record<NoInfer<keyof R & string>, Reference>>>;
  /**
   * Columns of names that stand in many rows, each with the kind of name that it is. One name of a kind in two spellings
   * would be two things, and what restricts the one would not restrict the other: that is an error in every table.
   */
  readonly names?: Readonly<Partial<Record<NoInfer<keyof R & string>, string>>>;
  /** Periods of one thing that cannot overlap: an overlap is told. */
  readonly periods?: Readonly<Record<'of' | 'from' | 'to', NoInfer<keyof R & string>>>;
  /** The column of the office that a row is of: a scenario may ask a database for the rows of one. */
  readonly office?: NoInfer<keyof R & string>;
  /** The column of the last day that a row speaks of: a scenario may ask a database for the rows since a day. */
  readonly until?: NoInfer<keyof R & string>;
  /** What is wrong with a row whose cells are each fine: the column at fault, and the reason. */
  row?(row: R): { readonly column: string; readonly reason: string } | undefined;
  /** What is wrong with rows that are each fine, beside the others: the index of each, the column at fault, the reason. */
  among?(rows: readonly R[]): readonly { readonly at: number; readonly column: string; readonly reason: string }[];
}

/**
 * A table as text, before validation: from a CSV file or from the sample generator.
 *
 * @example
 * const raw = domainOf('rotation').sample(42).find(({ name }) => name === 'spots');
 * [raw?.file, raw?.header[0]] // ['sample:spots', 'id']
 */
export interface RawTable {
  readonly name: string;
  /** Where it came from, for messages: a path, or `sample:vehicles`. */
  readonly file: string;
  readonly header: readonly string[];
  /** Line in the file of the header; absent: the first. */
  readonly headerLine?: number;
  readonly rows: readonly (readonly string[])[];
  /** Line in the file of each row; absent: row i stands at line i + 2. */
  readonly lines?: readonly number[];
  /** Where row i stands in the scenario, for rows that are written there. */
  readonly paths?: readonly (readonly PropertyKey[])[];
  /** What names row i where no file has lines: "vin=4T1BF1FK5HU" of a database. */
  readonly rowName?: (row: number) => string;
  /** Rows the parser itself had to refuse. */
  readonly broken?: readonly Quarantined[];
  /** How the text was read, where it could be read in another way. */
  readonly notes?: readonly string[];
}

/**
 * Validated rows, sorted by key: the same rows in any order are the same table.
 *
 * @example
 * const { present, rows } = session.data.tables.spots;
 * [present, rows.length, rows[0].id] // [true, 13, 'a1']
 */
export interface Table<R extends object = Record<string, unknown>> {
  readonly name: string;
  readonly file: string;
  /** False when an optional table was not given. */
  readonly present: boolean;
  readonly rows: readonly R[];
  /** What names the rows that were set aside, where any were: the texts of their keys, by column. */
  readonly aside?: readonly Readonly<Record<string, string>>[];
  /** How many rows were set aside, where any were: also those that nothing names. */
  readonly setAside?: number;
}

/** A row that was left out, and why. */
export interface Quarantined {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  /** What names it where no file has lines; the line is then its place among the rows that were read. */
  readonly rowName?: string;
  /** `''` when the row as a whole is at fault. */
  readonly column: string;
  /** The cell's text, or the row's, cut to 80 characters. */
  readonly value: string;
  readonly reason: string;
  /** It would have forbidden something. */
  readonly forbids?: true;
  /** It contradicts another row, or misspells a name of another table: no reader can tell what is right. */
  readonly slip?: true;
  /** Where it stands in the scenario, where it is written there. */
  readonly path?: readonly PropertyKey[];
  /** The texts of the cells that name the row, by column, where they could be told. */
  readonly key?: Readonly<Record<string, string>>;
}

/**
 * The tables of a run, what was left out of them, and the fingerprint of what remained.
 *
 * @example
 * const { tables, quarantined } = session.data;
 * tables.spots.rows.length // 13
 * quarantined.map(({ table, line, column }) => [table, line, column]) // [['spots', 48, 'wish']]
 */
export interface Data {
  readonly tables: Readonly<Record<string, Table>>;
  readonly quarantined: readonly Quarantined[];
  /** What was assumed where cells can be read in more than one way; what looks odd between tables and is no error. */
  readonly notes: readonly string[];
  /** SHA-256 over the validated, sorted rows: independent of row order, file format and place. */
  readonly fingerprint: string;
  /** The same of each table that was given, by name. */
  readonly fingerprints: Readonly<Record<string, string>>;
}

/**
 * A column that files must have; where its cells may be empty, `optional` says so. Other settings of a column follow it.
 *
 * @example
 * const { required, aliases } = column(cells.integer, 'points that it is worth', { aliases: ['value'] });
 * [required, aliases] // [true, ['value']]
 */
export const column = <V>(
  schema: z.ZodType<V, string>,
  description: string,
  more: Partial<Omit<Column<V>, 'schema' | 'description'>> = {},
): Column<V> => ({ schema, description, required: true, ...more });

/**
 * Describes a table; its row type follows from its columns.
 *
 * @example
 * const columns = { id: column(cells.text, 'its name'), worth: column(cells.integer, 'points') };
 * table({ name: 'errands', description: 'What is to be done.', required: true, key: ['id'], columns }).key // ['id']
 */
export function table<R extends object>(spec: TableSpec<R>): TableSpec<R> {
  return spec;
}

/** The row type of a table's description. */
export type RowOf<S> = S extends TableSpec<infer R> ? Readonly<R> : never;
