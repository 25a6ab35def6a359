import { chapter, numberOf, sumOf } from '../../../report/chapter.ts';
import { count, plural } from '../../../text/format.ts';

/** The days of every curriculum: how full, how long, and what is charged for them. */
export const days = chapter({
  id: 'days',
  title: 'Days',
  table: 'days',
  lead: ({ rows }) => {
    if (rows.length === 0) return undefined;
    const free = rows.filter((row) => numberOf(row, 'periods') === 0).length;
    const charged = rows.filter((row) => numberOf(row, 'penalty') > 0);
    const cost =
      charged.length === 0
        ? 'none of them costs anything'
        : `${count(charged.length)} of them cost ${plural(sumOf(rows, 'penalty'), 'point')}`;
    return `${plural(rows.length, 'day')} of curricula: ${count(free)} free, ${cost}.`;
  },
  blocks: [
    {
      caption: 'How full and how long the days are, in periods',
      columns: ['curriculum', 'day', 'periods', 'span', 'longest_run', 'three_in_a_row', 'lunch', 'penalty'],
    },
  ],
});
