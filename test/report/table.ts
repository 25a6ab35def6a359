import type { Cell, CellType, ResultTable } from '../../src/tables/result.ts';

/** A table from `name:type:label` headings and rows. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): ResultTable {
  const columns = headings.map((heading) => {
    const [name = '', type = 'text', label = name] = heading.split(':');
    return { name, type: type as CellType, label };
  });
  return { columns, rows };
}
