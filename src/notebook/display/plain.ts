import { cellText, type ResultTable, type Tile, visible } from '../../index.ts';
import { MOST_ROWS } from '../page/html.ts';

/** The first numbers of a result, a line each. */
export const tilesText = (tiles: readonly Tile[]): string =>
  tiles
    .map(({ label, value, note = '' }) => visible(`${label}: ${value}${note === '' ? '' : ` (${note})`}`))
    .join('\n');

/**
 * The first rows of a table, in columns.
 *
 * @example
 * tableText({ columns: [{ name: 'n', type: 'integer', label: 'Loans' }], rows: [[12]] }, 'All') // 'All\nLoans\n   12'
 */
export function tableText({ columns, rows }: ResultTable, caption: string, most = MOST_ROWS): string {
  const shown = rows.slice(0, most).map((row) => row.map((cell, i) => visible(cellText(cell, columns[i]!.type))));
  const grid = [columns.map(({ label }) => label), ...shown];
  const widths = columns.map((_, i) => Math.max(...grid.map((row) => row[i]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (isLeft(columns[i]!.type) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  const more = rows.length > shown.length ? [`… and ${rows.length - shown.length} more rows`] : [];
  return [caption, ...grid.map((row) => line(row).trimEnd()), ...more].join('\n');
}

const isLeft = (type: string): boolean => type === 'text' || type === 'date';
