import {
  type Chapter,
  chapter,
  groupsBy,
  numberOf,
  shownTable,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import { plural } from '../../../text/format.ts';
import { calendar } from './calendar.ts';
import { clockText, reasonText, when } from './words.ts';

/** Posts without a time, each with the rule that is in its way. */
const unplaced = chapter({
  id: 'unplaced',
  title: 'Posts left out, and why',
  table: 'unplaced',
  first: true,
  lead: ({ rows }) =>
    rows.length === 0
      ? undefined
      : `${plural(rows.length, 'post')} ${rows.length === 1 ? 'has' : 'have'} no time. Beside each: what closes most of its times, the best that it could have had, and who holds that.`,
  blocks: [
    {
      caption: 'Posts left out',
      columns: [
        'post',
        'channel',
        'priority',
        { name: 'reason', value: reasonText },
        when('best_local', 'Best chance'),
        'best_timing',
        'holders',
      ],
      limit: 30,
    },
  ],
});

/** What each channel publishes, one table for each. */
const schedule = chapter.schedule({
  by: 'channel',
  limit: 8,
  columns: [when('local', 'When'), 'post', 'type', 'priority', 'title', 'state', 'timing'],
});

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
    ({ rows, columns }) =>
      rows.length === 0
        ? []
        : [
            {
              type: 'table',
              caption: 'The factors of each score that change it; 1 changes nothing',
              table: shownTable({ rows, columns }, [
                'post',
                when('local', 'When'),
                ...FACTORS.filter((name) => rows.some((row) => numberOf(row, name) !== 1)),
                'timing',
                'timing_points',
              ]),
              limit: 20,
              file: 'factors.csv',
            },
          ],
  ],
});

/** What multiplies a score. */
const FACTORS = ['base', 'audience', 'format', 'season', 'recency'] as const;

/** Where else each publication could be. */
const alternatives = chapter({
  id: 'alternatives',
  title: 'Where else it could be',
  table: 'alternatives',
  lead: ({ rows }) =>
    rows.length === 0 ? undefined : 'For each publication the next best instants that are free if all others stay.',
  blocks: [
    {
      caption: 'The next instants of each publication, each with its score',
      rows: (rows) =>
        groupsBy('post', rows).map(({ head, rows: own }) => ({
          ...head,
          instead: own.map((row) => `${clockText(textOf(row, 'next_local'))} (${scoreText(row)})`).join(', '),
        })),
      columns: ['post', when('local', 'Published'), 'timing', { name: 'instead', type: 'text', label: 'Or else' }],
      limit: 20,
    },
  ],
});

const scoreText = (row: TableRecord): string => numberOf(row, 'next_timing').toFixed(2);

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
  schedule,
  shortWeeks,
  factors,
  alternatives,
  chapter.score({ labels: { crowding_penalty: 'Crowding', cadence_penalty: 'Weeks below the cadence' } }),
];
