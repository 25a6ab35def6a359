/** A cell of a result table. Money is an integer number of cents; a date is `YYYY-MM-DD`. */
export type Cell = string | number | null;

export type CellType = 'text' | 'integer' | 'number' | 'percent' | 'date' | 'money';

export interface ResultColumn {
  readonly name: string;
  readonly type: CellType;
  /** Heading for people; the name is for files. */
  readonly label: string;
}

/** An output table: becomes a CSV file of a run and a table of its report. */
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
  /** The table by whose key a column names something: there it may have been left out. */
  readonly tables?: Readonly<Record<string, string>>;
  /** For columns that hold a code, the column of the same row that people know it by. */
  readonly named?: Readonly<Record<string, string>>;
}
