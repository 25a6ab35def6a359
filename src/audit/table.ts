import type { Cell, CellType, ResultTable } from '../tables/result.ts';

/** A column, and how its cell follows from a row. */
export type Field<R> = readonly [name: string, type: CellType, label: string, cell: (row: R) => Cell];

/**
 * A result table of rows, column by column.
 *
 * @example
 * tableOf([3, 4], [['square', 'integer', 'Square', (side) => side * side]]).rows // [[9], [16]]
 */
export function tableOf<R>(rows: readonly R[], fields: readonly Field<R>[]): ResultTable {
  return {
    columns: fields.map(([name, type, label]) => ({ name, type, label })),
    rows: rows.map((row) => fields.map(([, , , cell]) => cell(row))),
  };
}

/** The cells of a column of a result table; none where there is no such table or column. */
export function cellsOf(table: ResultTable | undefined, name: string): readonly Cell[] {
  const at = table?.columns.findIndex((column) => column.name === name) ?? -1;
  return at < 0 ? [] : table!.rows.map((row) => row[at] ?? null);
}
