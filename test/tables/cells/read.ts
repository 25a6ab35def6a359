import { type CellSchema, identifier, readCell } from '../../../src/tables/cells/cells.ts';
import { column, type TableSpec } from '../../../src/tables/table.ts';
import { validateTable } from '../../../src/tables/validate.ts';

/** The value of one cell, or "refused". */
export function read(schema: CellSchema<unknown>, cell: string): unknown {
  const reading = readCell(schema, cell);
  return 'value' in reading ? reading.value : 'refused';
}

/** The values of a column, "refused" where a cell cannot be read, and the notes. */
export function readColumn(schema: CellSchema<unknown>, ...cells: readonly string[]) {
  const spec: TableSpec = {
    name: 't',
    description: 'a table',
    required: false,
    key: ['id'],
    columns: { id: column(identifier, 'row'), value: column(schema, 'value') },
  } as unknown as TableSpec;
  const rows = cells.map((cell, at) => [String(at), cell]);
  const { table, notes } = validateTable(spec, { name: 't', file: 't.csv', header: ['id', 'value'], rows });
  const byId = new Map(table.rows.map((row) => [row.id, row.value]));
  return { values: cells.map((_, at) => (byId.has(String(at)) ? byId.get(String(at)) : 'refused')), notes };
}
