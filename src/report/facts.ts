import type { ResultColumn } from '../tables/result.ts';
import { cellText } from '../text/format.ts';
import type { TableRecord } from './records.ts';

/**
 * Some fields of a row, labelled and formatted as its table shows them; names that the table does not have
 * are left out, and empty cells.
 * A unit follows the name of its column after a blank, `penalty points`; where the label says it, it is not said again.
 *
 * @example
 * factsOf(run.tables.tiers.columns, { tier: 'priority', placed: 4 }, ['tier', 'placed spots'])
 * // [['Tier', 'priority'], ['Placed', '4 spots']]
 */
export function factsOf(
  columns: readonly ResultColumn[],
  row: TableRecord,
  names: readonly string[],
): readonly [string, string][] {
  return names.flatMap((named): [string, string][] => {
    const [name = '', unit] = named.split(' ');
    const column = columns.find((each) => each.name === name);
    const cell = row[name] ?? null;
    if (column === undefined || cell === null || cell === '') return [];
    const text = cellText(cell, column.type);
    const bare = unit === undefined || typeof cell !== 'number' || column.label.toLowerCase().includes(unit);
    return [[column.label, bare ? text : `${text} ${unit}`]];
  });
}
