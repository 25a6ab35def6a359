import type { Section } from '../report/page.ts';
import type { Run } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';
import { datesIn } from '../text/dates.ts';
import { plural } from '../text/format.ts';

/** What loosening each of the dearest limits would bring, found by solving again. */
export function priceListSection(run: Run): Section | undefined {
  const table = run.tables.price_list;
  if (table === undefined) return undefined;
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const best = table.rows[0];
  if (best === undefined)
    return {
      id: 'price-list',
      title: 'Price list of policy',
      lead: 'No limit binds: one more of any of them would bring nothing.',
      blocks: [],
    };
  // Where more than the score is gained, it stands in words: what comes first at the front.
  const gain = at('gains') < 0 ? 'gain' : 'gains';
  const most = gain === 'gains' ? best[at(gain)] || 'nothing' : plural(Number(best[at(gain)]), 'point');
  const lead = `${plural(table.rows.length, 'limit')} loosened one at a time, each solved again: ${datesIn(String(best[at('change')]))} would bring the most, ${most}.`;
  return {
    id: 'price-list',
    title: 'Price list of policy',
    lead,
    blocks: [
      {
        type: 'table',
        caption:
          'What each change would bring, exactly, and how many rows it adds and drops (price_list.csv names them)',
        table: {
          columns: [
            ...['change', gain].map((name) => table.columns[at(name)]!),
            { name: 'added', type: 'integer', label: 'Added to the schedule' },
            { name: 'dropped', type: 'integer', label: 'Dropped from it' },
          ],
          rows: table.rows.map((row) => [
            capital(row[at('change')]!),
            row[at(gain)] || (gain === 'gains' ? 'nothing' : 0),
            rowsIn(row[at('added')]!),
            rowsIn(row[at('dropped')]!),
          ]),
        },
        limit: 10,
        file: 'price_list.csv',
      },
    ],
  };
}

const capital = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.charAt(0).toUpperCase() + datesIn(cell).slice(1) : cell;

/** How many rows a cell lists: their keys mean little to a reader, and the file has them. */
function rowsIn(cell: Cell): number {
  return typeof cell !== 'string' || cell === '' ? 0 : cell.split('; ').length;
}
