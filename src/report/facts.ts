import type { ResultTable } from '../tables/result.ts';
import { cellText } from '../text/format.ts';

/**
 * Some cells of a row, labelled and formatted as its table shows them; names that the table does not have
 * are left out, and empty cells.
 * A unit follows the name of its column after a blank, `penalty points`; where the label says it, it is not said again.
 *
 * @example
 * factsOf(run.tables.tiers, 0, ['tier', 'placed spots']) // [['Tier', 'guaranteed'], ['Placed', '4 spots']]
 */
export function factsOf(table: ResultTable, row: number, names: readonly string[]): readonly [string, string][] {
  return names.flatMap((named): [string, string][] => {
    const [name, unit] = named.split(' ');
    const at = table.columns.findIndex((column) => column.name === name);
    const column = table.columns[at];
    if (column === undefined) return [];
    const cell = table.rows[row]?.[at] ?? null;
    if (cell === null || cell === '') return [];
    const text = cellText(cell, column.type);
    const bare = unit === undefined || typeof cell !== 'number' || column.label.toLowerCase().includes(unit);
    return [[column.label, bare ? text : `${text} ${unit}`]];
  });
}
