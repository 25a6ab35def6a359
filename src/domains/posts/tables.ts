import { date, optional, orElse, text, weekdayCell } from '../../tables/cells/cells.ts';
import { between, integer, nonNegativeInteger, wholeBetween } from '../../tables/cells/numbers.ts';
import { choice, flag, wordList } from '../../tables/cells/words.ts';
import { type RowOf, type Table, table } from '../../tables/table.ts';
import { id, interval, maybeId, slots, spans, when, zone, zoneNamed } from './tables/cells.ts';
import { PLATFORMS, PRIORITIES, TYPES } from './tables/words.ts';

// What rows are made of: rules and auditor read it from here.
export { type Span, zoneNamed } from './tables/cells.ts';
export { BUILT_IN } from './tables/windows.ts';
export { PRIORITIES };

const CHANNEL = { to: ['channels.channel'], unknown: 'refused' } as const;
const maybeText = (description: string) => ({ schema: optional(text), description });
const platform = { schema: choice(...PLATFORMS), description: 'The platform', required: true } as const;

/** What is wrong with a cell that gives a day alone, where an instant is meant. */
const needsTime = (at: string) =>
  at.includes('T') ? undefined : { column: 'at', reason: 'needs a time, such as 2025-11-04T09:30' };

const channels = table({
  name: 'channels',
  description: 'Accounts that publish. Each has its own clocks, gaps and caps.',
  required: true,
  key: ['channel'],
  rows: 'restrict',
  names: { channel: 'channel', audience: 'audience' },
  refers: { audience: { to: ['audiences.audience'], unknown: 'refused' } },
  columns: {
    channel: id('Name of the account'),
    platform,
    zone: {
      schema: zone,
      description: 'Its time zone: windows, quiet hours and days are those of its clocks',
      required: true,
    },
    audience: maybeId('Who follows it, by name in the audiences; empty: nothing is known'),
    types: {
      schema: wordList,
      description: 'What it publishes: content types, with semicolons between; empty: all of its platform',
    },
    slots: {
      schema: slots,
      description: 'The only times at which it publishes, such as mon 09:00; 12:30; empty: every step of the horizon',
    },
    per_day: {
      schema: optional(nonNegativeInteger),
      description: 'Posts of a day of its calendar at the most; empty: no limit',
    },
    per_week: {
      schema: optional(nonNegativeInteger),
      description: 'Posts of a week (Monday to Sunday) at the most; empty: no limit',
    },
    cadence: {
      schema: optional(nonNegativeInteger),
      description: 'Posts that a whole week should have at the least; empty: none',
    },
    queue: {
      schema: orElse(flag, false),
      description: 'yes: its posts keep the order of their positions, and each is as early as it can be',
    },
  },
  row: ({ queue, slots: own }) =>
    queue && own.length === 0
      ? {
          column: 'slots',
          reason: 'is a queue without slots, which would go out hour after hour; give it times, such as mon 09:00',
        }
      : undefined,
});

const posts = table({
  name: 'posts',
  description: 'What is to be published.',
  required: true,
  key: ['post'],
  rows: 'restrict',
  names: { post: 'post', channel: 'channel', after: 'post' },
  refers: { channel: CHANNEL, after: { to: ['posts.post', 'published.post'], unknown: 'refused' } },
  columns: {
    post: id('Its name'),
    channel: id('Where it is published'),
    type: { schema: optional(choice(...TYPES)), description: 'Content type; empty: nothing is known of it' },
    priority: {
      schema: orElse(choice(...PRIORITIES), 'normal' as const),
      description: 'urgent, normal or low; empty: normal. A lower one never takes the place of a higher one',
    },
    earliest: { schema: optional(when), description: 'Not before this day or time of the channel' },
    deadline: { schema: optional(when), description: 'Not after this time; a day is meant with all of its hours' },
    at: { schema: optional(when), description: 'Locked: published exactly then' },
    after: maybeId('Only once this other post is published'),
    offset_hours: {
      schema: optional(wholeBetween(0, 8784)),
      description: 'At least so many hours after that one; empty: later by any time',
    },
    every: {
      schema: optional(interval),
      description:
        'Repeated: day, 2 weeks, 3 months. From the earliest time until the deadline or the end, one in each interval',
    },
    preferred: { schema: spans, description: 'Parts of days that it should have, such as tue 9-11; wed 13-15' },
    only_preferred: { schema: orElse(flag, false), description: 'yes: it has these parts of days or no place' },
    prohibited: { schema: spans, description: 'Parts of days that it may not have' },
    position: { schema: optional(integer), description: 'Its place in the queue of a channel that has one' },
    text: maybeText('What it says: the same text is not published twice on a channel within a set time'),
    title: maybeText('What people call it'),
    state: maybeText('Draft, approved, …: shown beside it, and nothing else'),
  },
  row: ({ at, every, after, offset_hours, only_preferred, preferred }) => {
    const untimed = at === null ? undefined : needsTime(at);
    if (untimed) return untimed;
    if (at !== null && every !== null) return { column: 'every', reason: 'is locked, and cannot be repeated' };
    if (after === null && offset_hours !== null)
      return { column: 'offset_hours', reason: 'says after how many hours, and not after which post' };
    if (only_preferred && preferred.length === 0)
      return { column: 'only_preferred', reason: 'has no preferred parts of days' };
    return undefined;
  },
});

const published = table({
  name: 'published',
  description: 'What is out already. Gaps, caps and counts go on from it.',
  required: false,
  key: ['channel', 'at', 'post'],
  rows: 'restrict',
  names: { post: 'post', channel: 'channel' },
  refers: { channel: CHANNEL },
  columns: {
    post: maybeId('Its name'),
    channel: id('Where it was published'),
    type: { schema: optional(choice(...TYPES)), description: 'Content type' },
    at: { schema: when, description: 'When', required: true },
    text: maybeText('What it says'),
  },
  row: ({ at }) => needsTime(at),
});

const planned = table({
  name: 'planned',
  description: 'The plan before this one. Posts stay where they were unless something better pays for the move.',
  required: false,
  key: ['post'],
  rows: 'permit',
  names: { post: 'post' },
  refers: { post: { to: ['posts.post'], unknown: 'fine' } },
  columns: {
    post: id('A post'),
    at: { schema: when, description: 'When it was to be published', required: true },
  },
  row: ({ at }) => needsTime(at),
});

const blackouts = table({
  name: 'blackouts',
  description: 'When nothing is published.',
  required: false,
  key: ['channel', 'from', 'to'],
  rows: 'restrict',
  names: { channel: 'channel' },
  refers: { channel: CHANNEL },
  columns: {
    channel: maybeId('On which channel; empty: on every one'),
    from: { schema: when, description: 'From this day or time on', required: true },
    to: { schema: when, description: 'Until this time, or the end of this day', required: true },
    reason: maybeText('Why'),
  },
});

const holidays = table({
  name: 'holidays',
  description: 'Days on which nothing is published, unless the scenario says that they count for less only.',
  required: false,
  key: ['date', 'channel'],
  rows: 'restrict',
  names: { channel: 'channel' },
  refers: { channel: CHANNEL },
  columns: {
    date: { schema: date, description: 'The day', required: true },
    channel: maybeId('Of which channel; empty: of every one'),
    name: maybeText('What it is called'),
  },
});

const caps = table({
  name: 'caps',
  description:
    'How much a platform takes from one account. Published figures differ, so that each says whose it is and from when.',
  required: false,
  key: ['platform', 'hours'],
  rows: 'restrict',
  columns: {
    platform,
    hours: { schema: wholeBetween(1, 744), description: 'In any so many hours …', required: true },
    most: { schema: nonNegativeInteger, description: '… at most so many posts', required: true },
    as_of: { schema: date, description: 'From when the figure is', required: true },
    source: { schema: text, description: 'Whose figure it is', required: true },
  },
});

const audiences = table({
  name: 'audiences',
  description: 'Who follows a channel: shares of ages, devices and time zones.',
  required: false,
  key: ['audience', 'trait', 'value'],
  rows: 'permit',
  names: { audience: 'audience' },
  columns: {
    audience: id('Name of the audience'),
    trait: {
      schema: choice('age', 'device', 'zone'),
      description: 'age (18-24, 25-34, 35-44 …), device (mobile, desktop) or zone',
      required: true,
    },
    value: { schema: text, description: 'Which age, device or time zone', required: true },
    share: { schema: between(0, 1), description: 'Its share, from 0 to 1', required: true },
  },
  row: ({ trait, value }) =>
    trait === 'zone' && zoneNamed(value) === undefined
      ? { column: 'value', reason: 'is no time zone, such as America/New_York or UTC-5' }
      : undefined,
});

const windows = table({
  name: 'windows',
  description: 'When platforms are watched: the weight of parts of days. Without rows, the built-in table counts.',
  required: false,
  key: ['platform', 'day', 'from', 'to'],
  rows: 'permit',
  columns: {
    platform,
    day: { schema: weekdayCell, description: 'The weekday', required: true },
    from: { schema: wholeBetween(0, 23), description: 'From this hour …', required: true },
    to: { schema: wholeBetween(1, 24), description: '… until this one', required: true },
    weight: {
      schema: between(0, 1),
      description: 'From 0 to 1; where several hold an hour, the greatest counts',
      required: true,
    },
  },
  row: ({ from, to }) => (from < to ? undefined : { column: 'to', reason: 'ends before it begins' }),
});

const learnt = table({
  name: 'learnt',
  description: 'What the history of channels says of hours: the table that `evenhand learn` writes.',
  required: false,
  key: ['channel', 'weekday', 'hour'],
  rows: 'permit',
  names: { channel: 'channel' },
  refers: { channel: { to: ['channels.channel'], unknown: 'told' } },
  columns: {
    channel: id('The channel'),
    weekday: { schema: weekdayCell, description: 'The weekday', required: true },
    hour: { schema: wholeBetween(0, 23), description: 'The hour of its clocks', required: true },
    mean: {
      schema: between(0, 1),
      description: 'The chance that a post does better than the usual one',
      required: true,
    },
    low: { schema: between(0, 1), description: 'Four times of five it is at least this …', required: true },
    high: { schema: between(0, 1), description: '… and at most this', required: true },
    samples: { schema: nonNegativeInteger, description: 'Posts of that hour', required: true },
    confidence: {
      schema: between(0, 1),
      description: 'How sure it is that the hour is better than usual',
      required: true,
    },
    method: { schema: text, description: 'How it was found: table, shrinkage or forest', required: true },
  },
});

/** The tables of the domain. */
export const postTables = {
  channels,
  posts,
  published,
  planned,
  blackouts,
  holidays,
  caps,
  audiences,
  windows,
  learnt,
};

export type ChannelRow = RowOf<typeof channels>;
export type PostRow = RowOf<typeof posts>;
export type PublishedRow = RowOf<typeof published>;

/** The rows of all tables, validated. */
export type PostTables = {
  readonly [Name in keyof typeof postTables]: Table<RowOf<(typeof postTables)[Name]>>;
};
