import type { AxisTitles, Datum } from '../../src/report/page.ts';

/** A chart of the gallery: one spec of `reports/charts/` and the rows that it is shown with. */
export interface Entry {
  /** File `reports/charts/<chart>.vl.json`. */
  readonly chart: string;
  /** The report and the section that show it. */
  readonly where: string;
  /** What its reader wants to know. */
  readonly asks: string;
  readonly cases: readonly Case[];
}

/** One set of rows: the usual ones, then those that a chart seldom meets. */
export interface Case {
  /** A word for the file name; the first case of a chart has none. */
  readonly name?: string;
  readonly caption: string;
  readonly data: Readonly<Record<string, readonly Datum[]>>;
  readonly titles?: AxisTitles;
}

/** Rows as a person writes a table: the names of the columns once, parted by blanks, then the cells. */
export function table(columns: string, ...rows: readonly (readonly (string | number | null)[])[]): readonly Datum[] {
  const names = columns.split(' ');
  return rows.map((cells) => {
    if (cells.length !== names.length) throw new Error(`${cells.length} cells under ${names.length} columns: ${cells}`);
    return Object.fromEntries(names.map((name, at) => [name, cells[at]!]));
  });
}
