/**
 * A cell of a result table. Money is an integer number of cents; a date is `YYYY-MM-DD`.
 *
 * @example
 * run.rows('unplaced')[0].value // 300000
 * cellText(300000, 'money') // '$3,000'
 */
export type Cell = string | number | null;

export type CellType = 'text' | 'integer' | 'number' | 'percent' | 'date' | 'money';

/**
 * A column of a result table. Cells of `money` are whole cents, those of `percent` fractions from 0 to 1.
 *
 * @example
 * run.tables.unplaced.columns.find(({ name }) => name === 'value') // { name: 'value', type: 'money', label: 'Value' }
 */
export interface ResultColumn {
  readonly name: string;
  readonly type: CellType;
  /** Heading for people; the name is for files. */
  readonly label: string;
  /** Of texts that are numbers with their unit, which stand under each other at the right. */
  readonly align?: 'right';
}

/**
 * An output table: becomes a CSV file of a run and a table of its report.
 *
 * @example
 * const { columns, rows } = run.tables.tiers;
 * columns.slice(0, 3).map(({ name }) => name) // ['tier', 'spots', 'placed']
 * rows[0].slice(0, 3) // ['guaranteed', 4, 4]
 */
export interface ResultTable {
  readonly columns: readonly ResultColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Which result table is the schedule, and how two schedules of a kind are compared. */
export interface ScheduleTable {
  readonly table: string;
  /** The columns that identify a row. */
  readonly key: readonly string[];
  /** The columns that say where, when or to whom it goes. */
  readonly place: readonly string[];
  /** Columns of its place that follow from the schedule as a whole: no candidate has them, so no pin can name them. */
  readonly derived?: readonly string[];
  /**
   * Further columns of its rows by which pins, forbidden rows and expectations may speak of several rows at once, such
   * as the make of a car; each with the input table that has a column of this name.
   */
  readonly shared?: Readonly<Record<string, string>>;
  /** The table by whose key a column names something: there it may have been left out. */
  readonly tables?: Readonly<Record<string, string>>;
  /** For columns that hold a code, the column of the same row that people know it by. */
  readonly named?: Readonly<Record<string, string>>;
  /** For columns that hold a code, the columns of the same row that together are its name: make and model of a car. */
  readonly called?: Readonly<Record<string, readonly string[]>>;
  /** The words by which people ask for such a column: "partner" and "car", each with the column. */
  readonly words?: Readonly<Record<string, string>>;
}

/**
 * Whether a cell is what a person wrote for it. A text is itself, letter by letter; a number is any spelling of it.
 *
 * @example
 * cellIs('007', '7') // false
 * cellIs(7, '7.0') // true
 */
export function cellIs(cell: Cell | undefined, written: string): boolean {
  if (typeof cell === 'number' && written.trim() !== '') return Number(written) === cell;
  return String(cell ?? '') === written;
}
