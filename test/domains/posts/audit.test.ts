import { describe, expect, it } from 'vitest';
import { judge, type Keys, open } from './plans.ts';

const IG = { channel: 'ig', platform: 'instagram', zone: 'UTC' };
const LI = { channel: 'li', platform: 'linkedin', zone: 'UTC' };
const POST = { channel: 'ig', type: 'instagram_feed' };
const AT_TEN = [{ post: 'a', at: '2025-11-03T10:00Z' }];
const two = (minutes: string) => [...AT_TEN, { post: 'b', at: `2025-11-03T${minutes}Z` }];
const both = {
  posts: [
    { post: 'a', ...POST },
    { post: 'b', ...POST },
  ],
};
const one = (more: Keys = {}) => ({ posts: [{ post: 'a', ...POST, ...more }] });
const loose = { spacing: { default: 0, types: {} }, crowding: false, same_hour: false };

const CASES: readonly (readonly [
  rule: string,
  keys: Keys,
  rows: readonly Readonly<Record<string, string>>[],
  text: string,
])[] = [
  ['structure', one(), [{ post: 'zz', at: '2025-11-03T10:00Z' }], 'there is no post zz to publish'],
  ['structure', one(), [{ post: 'a', at: 'Monday' }], 'a: Monday is no instant such as 2025-11-04T14:30Z'],
  ['once', one(), [...AT_TEN, ...AT_TEN], 'a has 2 rows, and at most 1'],
  ['possible', one(), [{ post: 'a', at: '2025-11-09T10:00Z' }], 'a on Sun 2025-11-09 10:00: it is outside the horizon'],
  [
    'possible',
    one(),
    [{ post: 'a', at: '2025-11-03T10:10Z' }],
    'a on Mon 2025-11-03 10:10: ig does not publish at this time',
  ],
  [
    'possible',
    one({ earliest: '2025-11-04' }),
    AT_TEN,
    'a on Mon 2025-11-03 10:00: it is before its earliest time or after its deadline',
  ],
  [
    'possible',
    one({ prohibited: 'mon 9-12' }),
    AT_TEN,
    'a on Mon 2025-11-03 10:00: it may not have this part of the day',
  ],
  [
    'possible',
    one({ type: 'tiktok_video' }),
    AT_TEN,
    'a on Mon 2025-11-03 10:00: tiktok_video is nothing for instagram',
  ],
  [
    'blackouts',
    { ...one(), blackouts: [{ from: '2025-11-03', to: '2025-11-03' }] },
    AT_TEN,
    'a on Mon 2025-11-03 10:00: ig has a blackout from 2025-11-03 to 2025-11-03',
  ],
  [
    'quiet_hours',
    one(),
    [{ post: 'a', at: '2025-11-03T05:00Z' }],
    'a on Mon 2025-11-03 05:00: the hours from 23 to 6 are quiet',
  ],
  [
    'type_hours',
    { channels: [LI], posts: [{ post: 'a', channel: 'li', type: 'linkedin_post' }] },
    [{ post: 'a', at: '2025-11-03T15:00Z' }],
    'a on Mon 2025-11-03 15:00: linkedin_post has the hours 8 to 14',
  ],
  [
    'holidays',
    { ...one(), holidays: [{ date: '2025-11-03', name: 'Culture Day' }] },
    AT_TEN,
    'a on Mon 2025-11-03 10:00: 2025-11-03 is Culture Day',
  ],
  [
    'score_floor',
    { ...one(), rules: { score_floor: 0.5 } },
    [{ post: 'a', at: '2025-11-03T07:00Z' }],
    'a on Mon 2025-11-03 07:00: its timing score is 0.1111, below 0.5',
  ],
  ['locked', one({ at: '2025-11-04T10:00' }), [], 'a is locked at 2025-11-04T10:00, and is not published'],
  ['spacing', both, two('21:00'), 'a and b are 11 h apart, and their gap is 12 h'],
  [
    'same_text',
    {
      posts: [
        { post: 'a', ...POST, text: 'Hello  you' },
        { post: 'b', ...POST, text: 'hello you' },
      ],
      rules: loose,
    },
    two('15:00'),
    'a and b say the same 5 h apart, and 2 days are asked for',
  ],
  [
    'same_hour',
    {
      ...both,
      rules: { ...loose, same_hour: true },
      horizon: { start: '2025-11-03', end: '2025-11-06', step_minutes: 30 },
    },
    two('10:30'),
    'ig publishes 2 posts in the hour 2025-11-03 10',
  ],
  [
    'concurrency',
    { ...both, rules: { ...loose, concurrency: { most: 1 } } },
    two('10:00'),
    '2 posts that are not urgent go out in 15 minutes from 2025-11-03T10:00Z, and at most 1',
  ],
  [
    'per_hour',
    { ...both, rules: { ...loose, per_hour: 1 } },
    two('10:00'),
    '2 posts go out in the hour from 2025-11-03T10:00Z, and at most 1',
  ],
  [
    'caps',
    { ...both, rules: loose, caps: [{ platform: 'instagram', hours: 24, most: 1, as_of: '2025-01-01', source: 's' }] },
    two('20:00'),
    'ig publishes 2 posts in 24 h from 2025-11-03T10:00Z, and at most 1',
  ],
  [
    'frequency',
    { ...both, channels: [{ ...IG, per_day: 1 }], rules: loose },
    two('20:00'),
    'ig publishes 2 posts in the day 2025-11-03, and at most 1',
  ],
  [
    'order',
    {
      posts: [
        { post: 'a', ...POST, after: 'b', offset_hours: 3 },
        { post: 'b', ...POST },
      ],
      rules: loose,
    },
    two('08:00'),
    'a comes after b, and is published 2 h after it, not 3',
  ],
  [
    'order',
    {
      posts: [
        { post: 'a', ...POST, after: 'b' },
        { post: 'b', ...POST },
      ],
    },
    AT_TEN,
    'a comes after b, which is not published',
  ],
];

describe('what the auditor finds in schedules that break a rule', () => {
  it.each(CASES)('%s', (rule, keys, rows, text) => {
    const found = judge(open(keys), rows).violations.filter((violation) => violation.rule === rule);
    expect(found.map((violation) => violation.text)).toContain(text);
  });

  it('a sound schedule breaks nothing', () => {
    expect(judge(open(both), two('22:00')).violations).toEqual([]);
  });
});

describe('clocks that change', () => {
  const NIGHT = {
    channels: [{ ...IG, zone: 'America/New_York' }],
    rules: { quiet_hours: false, spacing: { default: 2, types: {} } },
  };
  const plan = (...times: readonly string[]) => times.map((at, k) => ({ post: 'ab'[k]!, at }));

  it('from 00:30 to 01:30 in the night of 25 hours there may be two hours: the gap is one of elapsed time', () => {
    const keys = {
      ...NIGHT,
      ...both,
      horizon: { start: '2025-11-02T00:00', end: '2025-11-02T06:00', zone: 'America/New_York', step_minutes: 30 },
    };
    expect(judge(open(keys), plan('2025-11-02T04:30Z', '2025-11-02T06:30Z')).violations).toEqual([]);
    expect(
      judge(open(keys), plan('2025-11-02T04:30Z', '2025-11-02T05:30Z')).violations.map(({ rule }) => rule),
    ).toEqual(['spacing']);
  });

  it('a day of 23 hours is one day of its calendar', () => {
    const keys = {
      ...both,
      channels: [{ ...IG, zone: 'America/New_York', per_day: 1 }],
      rules: { quiet_hours: false, spacing: false },
      horizon: { start: '2026-03-08', end: '2026-03-10', zone: 'America/New_York' },
    };
    expect(
      judge(open(keys), plan('2026-03-08T05:00Z', '2026-03-09T03:00Z')).violations.map(({ rule }) => rule),
    ).toEqual(['frequency']);
    expect(judge(open(keys), plan('2026-03-08T05:00Z', '2026-03-09T04:00Z')).violations).toEqual([]);
  });

  it('a lock at a time that clocks skip is refused', () => {
    const keys = {
      ...NIGHT,
      ...one({ at: '2026-03-08T02:30' }),
      horizon: { start: '2026-03-08', end: '2026-03-09', zone: 'America/New_York' },
    };
    expect(() => open(keys)).toThrow(
      'a is locked at 2026-03-08T02:30, a time that clocks in America/New_York skip on that day',
    );
  });

  it('slots are by the clock: 09:00 stays 09:00 when clocks change', () => {
    const keys = {
      ...one(),
      channels: [{ ...IG, zone: 'Europe/London', slots: '09:00' }],
      horizon: { start: '2026-03-28', end: '2026-03-31', zone: 'Europe/London' },
    };
    const { instance } = open(keys);
    expect(Array.from({ length: instance.model.candidates }, (_, j) => instance.row(j).at)).toEqual([
      '2026-03-28T09:00Z',
      '2026-03-29T08:00Z',
      '2026-03-30T08:00Z',
    ]);
  });
});

describe('plans that are made again', () => {
  it('a post stays where it was, though another hour is a little better', async () => {
    const { solved } = await import('./plans.ts');
    const keys = { ...one(), planned: [{ post: 'a', at: '2025-11-04T09:00' }], weights: { movement: { moved: 2000 } } };
    expect((await solved(keys)).plan).toEqual(['a 2025-11-04T09:00Z']);
    expect((await solved(one())).plan).not.toEqual(['a 2025-11-04T09:00Z']);
  });

  it('of a queue the rest moves up where a post leaves, and a holiday is skipped', async () => {
    const { solved } = await import('./plans.ts');
    const line = ['a', 'b', 'c'].map((post, k) => ({ post, ...POST, position: k + 1 }));
    const keys = {
      channels: [{ ...IG, queue: 'yes', slots: '10:00' }],
      posts: line,
      horizon: { start: '2025-11-03', end: '2025-11-08' },
    };
    expect((await solved(keys)).plan).toEqual(['a 2025-11-03T10:00Z', 'b 2025-11-04T10:00Z', 'c 2025-11-05T10:00Z']);
    expect((await solved({ ...keys, posts: line.filter(({ post }) => post !== 'a') })).plan).toEqual([
      'b 2025-11-03T10:00Z',
      'c 2025-11-04T10:00Z',
    ]);
    expect((await solved({ ...keys, holidays: [{ date: '2025-11-04' }] })).plan).toEqual([
      'a 2025-11-03T10:00Z',
      'b 2025-11-05T10:00Z',
      'c 2025-11-06T10:00Z',
    ]);
  });

  it('a repeated post has one time in each interval, by the calendar', async () => {
    const { solved } = await import('./plans.ts');
    const keys = {
      ...one({ every: '1 month', earliest: '2025-01-31T09:00' }),
      horizon: { start: '2025-01-31', end: '2025-04-01' },
    };
    const { plan } = await solved(keys);
    expect(plan.map((line) => line.slice(0, 3))).toEqual(['a#1', 'a#2', 'a#3']);
  });
});
