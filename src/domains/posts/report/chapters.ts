import { type Chapter, chapter, numberOf, textOf } from '../../../report/chapter.ts';
import { plural } from '../../../text/format.ts';

/** Posts without a time, each with the rule that is in its way. */
const unplaced = chapter({
  id: 'unplaced',
  title: 'Posts left out, and why',
  table: 'unplaced',
  first: true,
  lead: ({ rows }) =>
    rows.length === 0
      ? undefined
      : `${plural(rows.length, 'post')} ${rows.length === 1 ? 'has' : 'have'} no time. Beside each: what closes its times, and the best chance that it could have had.`,
  blocks: [
    {
      caption: 'Posts left out',
      columns: ['post', 'channel', 'priority', 'why', 'best_local', 'best_timing', 'holders'],
      limit: 30,
    },
  ],
});

/** The days of the plan, each with what every channel publishes. */
const calendar = chapter.grid({
  id: 'calendar',
  title: 'The calendar',
  lines: 'day',
  label: 'Day',
  columns: 'channel',
  cell: (row) => `${textOf(row, 'local').slice(-5)} ${textOf(row, 'post')}`,
  caption: 'What goes out on each day, by the clocks of each channel',
  limit: 40,
});

/** Every publication with its times. */
const schedule = chapter.schedule({ by: 'channel' });

/** How the score of each publication is made. */
const factors = chapter({
  id: 'factors',
  title: 'Scores and their factors',
  table: 'factors',
  lead: ({ rows }) =>
    rows.length === 0
      ? undefined
      : `A timing score compares an instant with the best one of the horizon. ${plural(rows.filter((row) => numberOf(row, 'timing') >= 0.9).length, 'publication')} of ${rows.length} reach 0.9 or more.`,
  blocks: [
    {
      caption: 'The factors of each score; 1 changes nothing',
      columns: ['post', 'local', 'base', 'audience', 'format', 'season', 'recency', 'timing', 'timing_points'],
      limit: 30,
    },
  ],
});

/** Where else each publication could be. */
const alternatives = chapter({
  id: 'alternatives',
  title: 'Where else it could be',
  table: 'alternatives',
  lead: ({ rows }) =>
    rows.length === 0 ? undefined : 'For each publication the next best instants that are free if all others stay.',
  blocks: [
    {
      caption: 'The next three times of each publication, with their scores',
      columns: [
        'post',
        'local',
        'timing',
        'next_1',
        'next_1_timing',
        'next_2',
        'next_2_timing',
        'next_3',
        'next_3_timing',
      ],
      limit: 30,
    },
  ],
});

/** What each channel has. */
const channels = chapter({
  id: 'channels',
  title: 'Channels',
  table: 'channels',
  lead: ({ rows }) =>
    `${plural(rows.filter((row) => numberOf(row, 'posts') > 0).length, 'channel')} of ${rows.length} publish.`,
  blocks: [
    {
      chart: 'bars',
      caption: 'Posts of each channel',
      datum: (row) => ({ label: textOf(row, 'channel'), value: numberOf(row, 'posts') }),
    },
    { caption: 'Channels', columns: ['channel', 'platform', 'zone', 'posts', 'mean_timing'] },
  ],
});

/** Weeks in which a channel publishes too little. */
const shortWeeks = chapter({
  id: 'short_weeks',
  title: 'Weeks below the cadence',
  table: 'short_weeks',
  lead: ({ rows }) =>
    rows.length === 0
      ? undefined
      : `${plural(rows.length, 'week')} of a channel ${rows.length === 1 ? 'has' : 'have'} fewer posts than it should.`,
  blocks: [{ caption: 'Weeks below the cadence', columns: ['channel', 'week', 'posts', 'cadence'], limit: 40 }],
});

/** The chapters of the report. */
export const chapters: readonly Chapter[] = [
  unplaced,
  calendar,
  channels,
  shortWeeks,
  schedule,
  factors,
  alternatives,
  chapter.score({ labels: { crowding_penalty: 'Crowding', cadence_penalty: 'Weeks below the cadence' } }),
];
