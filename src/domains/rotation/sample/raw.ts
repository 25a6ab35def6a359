import type { RawTable } from '../../../tables/table.ts';

/** A sample table; what a row does not name is an empty cell. */
export function rawTable<C extends string>(
  name: string,
  header: readonly C[],
  rows: readonly Readonly<Partial<Record<C, string | number>>>[],
): RawTable {
  const cells = rows.map((row) => header.map((column) => String(row[column] ?? '')));
  return { name, file: `sample:${name}`, header, rows: cells };
}

/** Minutes of the day as a local time: 1178 is "19:38". */
export function clock(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
