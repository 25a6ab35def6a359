import type { Section } from '../report/page.ts';
import { dated, numberOf, pick, recordsOf, textOf } from '../report/records.ts';
import type { Run } from '../runs/run.ts';
import { capital, count, plural } from '../text/format.ts';

/** What a kind says of those to whom a schedule gives nothing. */
export interface LeftOutWords {
  /** One of them, and several. */
  readonly noun: readonly [one: string, several: string];
  /** In which order they are asked about. */
  readonly order: string;
  /** All of them in a run. */
  of(run: Run): readonly unknown[];
}

/** Who got nothing, and why: where the run was asked for it. */
export function leftOutSection(run: Run, leftOut: LeftOutWords): Section | undefined {
  const table = run.tables.left_out;
  if (table === undefined) return undefined;
  const { noun, order } = leftOut;
  const all = leftOut.of(run).length;
  const head = { id: 'left-out', title: `${capital(noun[1])} with nothing, and why` };
  if (all === 0) return { ...head, lead: `None: the schedule has something for all ${noun[1]}.`, blocks: [] };
  const rows = recordsOf(table);
  const tied = rows.filter((row) => textOf(row, 'chance') !== '' && row.loss === 0).length;
  const ties = tied === 0 ? '' : ` ${tied === 1 ? 'One' : count(tied)} of them would cost nothing: a tie decided.`;
  const costs = rows.map((row) => numberOf(row, 'loss')).filter((loss) => loss > 0);
  const least = costs.length === 0 ? '' : ` The others cost ${plural(Math.min(...costs), 'point')} or more.`;
  const which = rows.length < all ? `the first ${count(rows.length)} (${order})` : `all of them (${order})`;
  return {
    ...head,
    lead: `${plural(all, noun[0], noun[1])} got nothing. For ${which}, the chance that costs least, found by solving again with it forced in.${ties}${tied > 0 ? least : ''}`,
    blocks: [
      {
        type: 'table',
        caption: 'The best chance of each, and what it would cost (left_out.csv names the rows that change)',
        table: dated(pick(table, ['name', 'chance', 'score', 'text'])),
        limit: 20,
        file: 'left_out.csv',
      },
    ],
  };
}
