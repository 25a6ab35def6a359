import { type TableRecord, textOf } from '../records.ts';

/** Rows that have the same value in one column. */
export interface Group {
  readonly name: string;
  /** The row that stands for the group: of the table that lists the groups, else the first of its own. */
  readonly head: TableRecord;
  readonly rows: readonly TableRecord[];
}

/**
 * Groups rows by a column, in the order in which its values come; by the rows of another table, where that lists the
 * groups, and then also those that are empty.
 *
 * @example
 * const rows = [{ day: 'Mon', id: 'a' }, { day: 'Tue', id: 'b' }, { day: 'Mon', id: 'c' }];
 * groupsBy('day', rows).map(({ name, rows }) => [name, rows.length]) // [['Mon', 2], ['Tue', 1]]
 * groupsBy('day', rows, [{ day: 'Sun' }, { day: 'Mon' }]).map(({ rows }) => rows.length) // [0, 2]
 */
export function groupsBy(
  column: string,
  rows: readonly TableRecord[],
  heads?: readonly TableRecord[],
): readonly Group[] {
  const found = new Map<string, TableRecord[]>();
  for (const row of rows) {
    const name = textOf(row, column);
    const own = found.get(name);
    if (own === undefined) found.set(name, [row]);
    else own.push(row);
  }
  if (heads === undefined) return [...found].map(([name, own]) => ({ name, head: own[0]!, rows: own }));
  return heads.map((head) => {
    const name = textOf(head, column);
    return { name, head, rows: found.get(name) ?? [] };
  });
}
