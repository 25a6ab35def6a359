import type { ResultTable } from '../tables/result.ts';
import type { Explanation } from './explain.ts';
import { lessText } from './words.ts';

/**
 * The rows that are explained, as a table for programs: their fields by code, and what changing each would cost.
 *
 * @example
 * const { columns, rows } = explanationTable(await explain(session, { spot: 'h1' }));
 * columns.slice(0, 4).map(({ name }) => name) // ['spot', 'break', 'position', 'in_schedule']
 * rows[0].slice(0, 4) // ['h1', 'b2014', 1, 'yes']
 */
export function explanationTable({ chosen, chances }: Explanation): ResultTable {
  const all = [...chosen.map((row) => ({ ...row, in: 'yes' })), ...chances.map((row) => ({ ...row, in: 'no' }))];
  const fields = Object.keys(all[0]?.row ?? {});
  return {
    columns: [
      ...fields.map((name) => ({ name, type: 'text' as const, label: name })),
      { name: 'in_schedule', type: 'text', label: 'In the schedule' },
      { name: 'score', type: 'number', label: 'Score' },
      { name: 'loss', type: 'number', label: 'Points lost by changing it' },
      { name: 'less', type: 'text', label: 'All that is lost or won by changing it' },
    ],
    rows: all.map(({ row, in: is, score, loss, less }) => [
      ...fields.map((name) => row[name] ?? null),
      is,
      score,
      loss,
      less && lessText(less),
    ]),
  };
}
