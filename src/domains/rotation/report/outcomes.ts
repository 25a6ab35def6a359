import {
  chapter,
  frequent,
  numberOf,
  numbersOf,
  recordsOf,
  type Subject,
  sumOf,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { capital, count, dollars, plural } from '../../../text/format.ts';
import { spotOf, spotsBy } from './about.ts';

/** What keeps spots out, in the words of the lead. */
const REASONS: Readonly<Record<string, string>> = {
  capacity: 'full breaks',
  count: 'breaks at their number of spots',
  separation: 'another spot too near',
  competitive: 'a competitor too near',
  creative: 'the same creative too near',
  order: 'no sound order',
  bundles: 'no break for all of a bundle',
  rolling_cap: 'the rolling cap',
  cap_block: 'the cap of a block',
  cap_day: 'the cap of a day',
  prime: 'no break in prime time',
  window: 'no break in its hours',
  max_shift: 'no break near the wish',
};

/** What became of every spot: where it wished to be, moved, or left out and why. */
export const outcomes = chapter({
  id: 'outcomes',
  title: 'Placed, moved and left out',
  lead: leadOf,
  blocks: [
    {
      chart: 'rotation-outcomes',
      caption: 'Spots as wished (blue), moved (light blue) and left out (orange)',
      table: 'tiers',
      rows: (tiers) => tiers.filter((row) => numberOf(row, 'spots') > 0),
      datum: (row) => {
        const { spots, placed, moved } = numbersOf(row, 'spots', 'placed', 'moved');
        return {
          label: tierName(row),
          all: spots,
          placed,
          kept: placed - moved,
          said: `${count(moved)} moved, ${count(spots - placed)} left out`,
        };
      },
      facts: (row) => {
        const { spots, placed, moved } = numbersOf(row, 'spots', 'placed', 'moved');
        return [
          ['As wished', plural(placed - moved, 'spot')],
          ['Moved', plural(moved, 'spot')],
          ['Left out', plural(spots - placed, 'spot')],
        ];
      },
      about: spotsBy('tier'),
    },
    {
      caption: 'Spots left out, and what kept them out',
      table: 'unplaced',
      columns: ['spot', 'advertiser', 'tier', 'value', 'text'],
      limit: 12,
      about: spotOf,
    },
    {
      caption: 'Spots moved, the farthest first',
      table: 'log',
      rows: (log) => log.filter((row) => textOf(row, 'state') === 'moved').toSorted((a, b) => shiftOf(b) - shiftOf(a)),
      columns: ['spot', 'advertiser', 'tier', 'date', 'local', 'break', 'shift_minutes'],
      limit: 8,
      about: spotOf,
    },
  ],
});

/** "Guaranteed". */
export const tierName = (row: TableRecord): string => capital(textOf(row, 'tier'));

const shiftOf = (row: TableRecord): number => Math.abs(numberOf(row, 'shift_minutes'));

function leadOf({ run }: Subject): string {
  const moved = `${plural(run.metrics.moved ?? 0, 'spot')} moved from ${run.metrics.moved === 1 ? 'its' : 'their'} wish`;
  const rows = recordsOf(run.tables.unplaced);
  if (rows.length === 0) return `${moved}; none is left out.`;
  const lost = dollars(sumOf(rows, 'value'));
  const reasons = frequent(rows.map(reasonOf), 3).map(([reason, times]) => `${reason} (${count(times)})`);
  return `${moved}; ${plural(rows.length, 'spot')} worth ${lost} ${rows.length === 1 ? 'is' : 'are'} left out. Most often: ${reasons.join(', ')}.`;
}

function reasonOf(row: TableRecord): string {
  const reason = textOf(row, 'reason');
  return REASONS[reason] ?? reason.replaceAll('_', ' ');
}
