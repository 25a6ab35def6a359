import type { ScheduleTable } from '../tables/result.ts';

/** A column of a schedule's row: what its values are called, and where people know them from. */
export interface RowColumn {
  /** One of its values: "vehicle", "start day". */
  readonly noun: string;
  /** The input table by whose key it names something. */
  readonly table?: string;
  /** For a code, the column of the same result row that people know it by: a partner's name. */
  readonly named?: string;
  /** For a code, the columns of the same result row that together are its name, where `named` is not all: make and model. */
  readonly called?: readonly string[];
  /** Further words by which people ask for one, beside its noun: "car". */
  readonly words?: readonly string[];
  /** It follows from the schedule as a whole: no candidate has one, so that no pin can name it. */
  readonly derived?: true;
}

/** The columns of a row of the schedule. */
export interface RowShape<A extends string> {
  /** The result table of the audit that is the schedule. */
  readonly table: string;
  /** What identifies a row. A text is its noun. */
  readonly key: Readonly<Partial<Record<A, string | RowColumn>>>;
  /** Where, when or to whom it goes: by this, two schedules are compared. */
  readonly place: Readonly<Record<string, string | RowColumn>>;
  /** Further columns of the result rows by which pins may speak of several at once, each with the table that has them. */
  readonly shared?: Readonly<Record<string, string>>;
  /** Traits of rows that name something in an input table, by their names. */
  readonly traits?: Readonly<Record<string, string>>;
}

const columnOf = (column: string | RowColumn): RowColumn => (typeof column === 'string' ? { noun: column } : column);

/** All columns of a row, by name, in their order. */
export function columnsOf<A extends string>({ key, place }: RowShape<A>): readonly (readonly [string, RowColumn])[] {
  const all = { ...key, ...place } as Readonly<Record<string, string | RowColumn>>;
  return Object.entries(all).map(([name, column]) => [name, columnOf(column)] as const);
}

/**
 * The same as the engine compares schedules by it.
 *
 * @example
 * const row = { table: 'plan', key: { id: 'errand' }, place: { day: 'day' } };
 * scheduleOf(row) // { table: 'plan', key: ['id'], place: ['day'] }
 */
export function scheduleOf<A extends string>(row: RowShape<A>): ScheduleTable {
  const columns = columnsOf(row);
  const some = <V>(of: (column: RowColumn) => V | undefined): Readonly<Record<string, V>> | undefined => {
    const found = columns.flatMap(([name, column]) => {
      const value = of(column);
      return value === undefined ? [] : [[name, value] as const];
    });
    return found.length === 0 ? undefined : Object.fromEntries(found);
  };
  const derived = columns.filter(([, column]) => column.derived).map(([name]) => name);
  const named = some((column) => column.named);
  const called = some(calledOf);
  const words = wordsOf(columns);
  const tables = { ...some((column) => column.table), ...row.traits };
  return {
    table: row.table,
    key: Object.keys(row.key),
    place: Object.keys(row.place),
    ...(derived.length > 0 && { derived }),
    ...(row.shared && { shared: row.shared }),
    ...(named && { named }),
    ...(called && { called }),
    ...(Object.keys(words).length > 0 && { words }),
    ...(Object.keys(tables).length > 0 && { tables }),
  };
}

const calledOf = ({ called, named }: RowColumn): readonly string[] | undefined =>
  called ?? (named === undefined ? undefined : [named]);

/** The words by which a person may ask for a column that has names, each with the column. */
function wordsOf(columns: readonly (readonly [string, RowColumn])[]): Readonly<Record<string, string>> {
  const words = columns.flatMap(([name, column]) =>
    calledOf(column) === undefined
      ? []
      : [column.noun, ...(column.named === undefined ? [] : [column.named]), ...(column.words ?? [])]
          .filter((word) => word !== name)
          .map((word) => [word, name] as const),
  );
  return Object.fromEntries(words);
}
