import { chapter, sumOf } from '../../../report/chapter.ts';
import { plural } from '../../../text/format.ts';

/** Courses without all of their places, and what stands in the way of each; where the scenario lets courses be left out. */
export const unplaced = chapter({
  id: 'unplaced',
  title: 'Courses left out, and why',
  table: 'unplaced',
  first: true,
  lead: ({ rows }) =>
    rows.length === 0
      ? undefined
      : `${plural(rows.length, 'course')} ${rows.length === 1 ? 'lacks' : 'lack'} ${plural(sumOf(rows, 'missing'), 'placement')}. Beside each: its times, and what takes most of them.`,
  blocks: [
    {
      caption: 'Times of each course by what stands in the way; one time may have several reasons',
      columns: ['course', 'missing', 'times', 'free', 'why'],
      limit: 20,
    },
  ],
});
