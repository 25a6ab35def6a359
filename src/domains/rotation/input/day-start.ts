import type { CellSchema } from '../../../tables/cells/cells.ts';
import type { Column, TableSpec } from '../../../tables/table.ts';

/** The table with times of day read as those of dates that begin so many seconds after midnight: what 25:30 means. */
export function withDayStart(spec: TableSpec, seconds: number): TableSpec {
  const columns = Object.entries<Column>(spec.columns).map(([name, column]): [string, Column] => {
    const schema = column.schema as CellSchema<unknown>;
    return [name, schema.fromDayStart ? { ...column, schema: schema.fromDayStart(seconds) } : column];
  });
  return { ...spec, columns: Object.fromEntries(columns) };
}
