import type { Cell, CellType, ResultTable } from '../../../tables/result.ts';

/** A column, and how its cell follows from a row. */
export type Field<R> = readonly [name: string, type: CellType, label: string, value: (row: R) => Cell];

/** A result table of rows, column by column. */
export function tableOf<R>(rows: readonly R[], fields: readonly Field<R>[]): ResultTable {
  return {
    columns: fields.map(([name, type, label]) => ({ name, type, label })),
    rows: rows.map((row) => fields.map(([, , , value]) => value(row))),
  };
}
