import type { RawTable } from '../../../tables/table.ts';

/** A sample table of text rows; a field that a row does not name is an empty cell. */
export function rawTable<C extends string>(
  name: string,
  header: readonly C[],
  rows: readonly Readonly<Partial<Record<C, string>>>[],
): RawTable {
  return { name, file: `sample:${name}`, header, rows: rows.map((row) => header.map((column) => row[column] ?? '')) };
}
