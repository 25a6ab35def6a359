import { chapter, groupsBy, type TableRecord, textOf } from '../../../report/chapter.ts';
import { shortDate } from '../../../text/dates.ts';
import { plural } from '../../../text/format.ts';

const dayOf = (row: TableRecord): string => /\d{4}-\d{2}-\d{2}/.exec(textOf(row, 'local'))?.[0] ?? '';

const timeOf = (row: TableRecord): string => /\d{2}:\d{2}/.exec(textOf(row, 'local'))?.[0] ?? '';

/** More channels than these make no calendar that is read at one look. */
const MOST_CHANNELS = 8;

/** A line for each day, a column for each channel: the whole horizon at a glance. */
export const calendar = chapter({
  id: 'calendar',
  title: 'The calendar',
  table: 'plan',
  first: true,
  lead: ({ rows }) => {
    const channels = groupsBy('channel', rows).length;
    if (rows.length === 0 || channels > MOST_CHANNELS) return undefined;
    return `${plural(rows.length, 'post')} on ${plural(new Set(rows.map(dayOf)).size, 'day')} in ${plural(channels, 'channel')}, each by the clocks of its channel.`;
  },
  blocks: [
    (subject) => {
      const channels = groupsBy('channel', subject.rows)
        .map(({ name }) => name)
        .sort();
      const days = [...new Set(subject.rows.map(dayOf))].sort();
      return [
        {
          type: 'table',
          caption: 'Posts by day and channel',
          table: {
            columns: [
              { name: 'day', type: 'text', label: 'Day' },
              ...channels.map((label, at) => ({ name: `channel_${at}`, type: 'text' as const, label })),
            ],
            rows: days.map((day) => [
              shortDate(day).replaceAll(' ', '\u00a0'),
              ...channels.map((channel) => cellOf(subject.rows, day, channel)),
            ]),
          },
        },
      ];
    },
  ],
});

// A dash in each empty cell would hide those that are not.
const NONE = '\u00a0';

function cellOf(rows: readonly TableRecord[], day: string, channel: string): string {
  const own = rows
    .filter((row) => dayOf(row) === day && textOf(row, 'channel') === channel)
    .map((row) => `${timeOf(row)} ${textOf(row, 'post')}`);
  return own.length === 0 ? NONE : own.sort().join(', ');
}
