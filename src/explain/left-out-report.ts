import { type Chapter, dated, numberOf, type Section, type Subject, sectionOf, textOf } from '../report/chapter.ts';
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
  if (run.tables.left_out === undefined) return undefined;
  // Who has nothing in the whole is no count of who has nothing in one of its weeks.
  const all = run.inWeek === undefined ? leftOut.of(run).length : run.tables.left_out.rows.length;
  const { noun } = leftOut;
  const chapter: Chapter = {
    id: 'left-out',
    title: `${capital(noun[1])} with nothing, and why`,
    table: 'left_out',
    off: () => (all === 0 ? `None: the schedule has something for all ${noun[1]}.` : undefined),
    lead: (subject) => leadOf(subject, leftOut, all),
    blocks: [
      {
        caption: 'The best chance of each, and what it would cost (left_out.csv names the rows that change)',
        columns: [dated('name'), dated('chance'), 'score', dated('text')],
        limit: 20,
      },
    ],
  };
  return sectionOf(chapter, run);
}

function leadOf({ rows, run: { inWeek } }: Subject, { noun, order }: LeftOutWords, all: number): string {
  const tied = rows.filter((row) => textOf(row, 'chance') !== '' && row.loss === 0).length;
  const ties = tied === 0 ? '' : ` ${tied === 1 ? 'One' : count(tied)} of them would cost nothing: a tie decided.`;
  const costs = rows.map((row) => numberOf(row, 'loss')).filter((loss) => loss > 0);
  const least = costs.length === 0 ? '' : ` The others cost ${plural(Math.min(...costs), 'point')} or more.`;
  const which = rows.length < all ? `the first ${count(rows.length)} (${order})` : `all of them (${order})`;
  if (inWeek !== undefined)
    return `Of those with nothing in week ${inWeek}, ${plural(rows.length, noun[0], noun[1])} (${order}), each with the chance that costs least, found by solving that week again with it forced in.${ties}${tied > 0 ? least : ''}`;
  return `${plural(all, noun[0], noun[1])} got nothing. For ${which}, the chance that costs least, found by solving again with it forced in.${ties}${tied > 0 ? least : ''}`;
}
