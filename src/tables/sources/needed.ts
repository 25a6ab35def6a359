import { bindColumns, columnNotes } from '../header.ts';
import type { RawTable, TableSpec } from '../table.ts';

/** Which columns of a table are read, and what names its rows. */
export interface Needed {
  /** The columns that are read, in their order: those that the description knows, then those of the key that it does not. */
  readonly columns: readonly string[];
  /** How many of them are cells of the table; the others only name its rows. */
  readonly cells: number;
  /** The columns that name a row, and where they are among those that are read. */
  readonly key: readonly { readonly name: string; readonly at: number }[];
  readonly notes: readonly string[];
  /** What a column of ours is called there; undefined where it is not there. */
  readonly there: (column: string) => string | undefined;
}

/**
 * Finds the columns that a description needs among those that a database has, so that no others are fetched.
 *
 * @param key The columns of the primary key; where there are none, those of the description's key name the rows.
 * @throws Refusal where one is missing, or named twice.
 */
export function neededColumns(
  spec: TableSpec,
  {
    file,
    columns,
    key,
  }: { readonly file: string; readonly columns: readonly string[]; readonly key: readonly string[] },
): Needed {
  const whole: RawTable = { name: spec.name, file, header: columns, rows: [], rowName: () => '' };
  const bound = bindColumns(spec, whole);
  const own = bound.filter(({ index }) => index >= 0);
  const names = own.map(({ index }) => columns[index]!);
  const naming =
    key.length > 0 ? key : own.filter(({ name }) => spec.key.includes(name)).map(({ index }) => columns[index]!);
  const read = [...new Set([...names, ...naming])];
  return {
    columns: read,
    cells: new Set(names).size,
    key: naming.map((name) => ({ name, at: read.indexOf(name) })),
    notes: columnNotes(spec, whole, bound),
    there: (column) => columns[own.find(({ name }) => name === column)?.index ?? -1],
  };
}

/**
 * The rows that were read as a table: what only names them is taken off their ends, and kept aside.
 *
 * @param rows Cells by `needed.columns`; they are cut in place, for there may be a million of them.
 */
export function tableOf(spec: TableSpec, file: string, needed: Needed, rows: string[][]): RawTable {
  const { columns, cells, key, notes } = needed;
  const aside = columns.length > cells ? rows.map((row) => row.splice(cells)) : undefined;
  const cellAt = (row: number, at: number) => (at < cells ? rows[row]?.[at] : aside?.[row]?.[at - cells]) ?? '';
  return {
    name: spec.name,
    file,
    header: columns.slice(0, cells),
    rows,
    rowName: (row) => key.map(({ name, at }) => `${name}=${cellAt(row, at)}`).join(', ') || `row ${row + 1}`,
    notes,
  };
}
