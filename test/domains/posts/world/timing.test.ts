import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from '../../../../src/domains/posts/world/clock.ts';
import { scopeOf } from '../../../../src/domains/posts/world/scope.ts';
import { worldOf } from '../../../../src/domains/posts/world/world.ts';
import { A, type Followers, GOLDEN, hoursOf } from '../golden.ts';
import { type Keys, open } from '../plans.ts';

/** The rows of an audience. */
const rowsOf = ({ ages, mobile }: Followers) => [
  ...Object.entries(ages).map(([value, share]) => ({ audience: 'them', trait: 'age', value, share })),
  ...(mobile === undefined ? [] : [{ audience: 'them', trait: 'device', value: 'mobile', share: mobile }]),
];

interface Asked {
  readonly platform?: string;
  readonly type?: string;
  readonly followers?: Followers;
  readonly start?: string;
  readonly end?: string;
  readonly more?: Keys;
}

/** The timing of one post at each step of the horizon: by default reels on Wednesday 5 November 2025. */
function timings({ platform = 'instagram', type = 'instagram_reels', followers = A, ...asked }: Asked) {
  const { start = '2025-11-05', end = dateOf(dayOf(start) + 1), more } = asked;
  const { audiences = rowsOf(followers), ...others } = more ?? {};
  const isKnown = (audiences as readonly unknown[]).length > 0;
  const { settings, tables } = open({
    horizon: { start, end },
    channels: [{ channel: 'c', platform, zone: 'UTC', ...(isKnown ? { audience: 'them' } : {}) }],
    posts: [{ post: 'p', channel: 'c', type }],
    audiences,
    ...others,
  });
  const world = worldOf({ settings: scopeOf(settings), tables });
  return world.instants.map((_, at) => world.timing(0, at));
}
const scores = (asked: Asked) => timings(asked).map(({ score }) => score);
const meanOf = (all: readonly number[], hours: readonly number[]) =>
  hours.reduce((sum, hour) => sum + all[hour]!, 0) / hours.length;
const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, k) => first + k);

const SEASONS: Readonly<Record<'holiday' | 'back_to_school', Keys>> = {
  holiday: { holidays: [{ date: '2025-11-09', name: 'a holiday' }], rules: { holidays: 'score' } },
  back_to_school: { scoring: { back_to_school: [{ from: '2025-11-03', to: '2025-11-03' }] } },
};

/** Masks are rules of their own here (quiet hours, hours of content types), so that a masked hour has a score too. */
describe('The score of a day, as an earlier scheduler had it where its hours were not masked', () => {
  for (const golden of GOLDEN) {
    it(golden.name, () => {
      const { platform, type, followers, date: start, season } = golden;
      const more = season === undefined ? {} : SEASONS[season];
      const own = scores({ platform, type, followers, start, more });
      const whole = hoursOf(golden).map((score) => Math.round(score * 10_000));
      expect(own.map((score, hour) => (whole[hour] === 0 ? 0 : score))).toEqual(whole);
    });
  }
});

describe('What the tests of the earlier system meant', () => {
  it('timing basic: 24 values from 0 to 1, not all equal; the mean of the evening does not reach 0.8 of the afternoon, since the table says so', () => {
    const own = scores({ followers: { ages: { '18-24': 0.25, '25-34': 0.35, '35-44': 0.25 }, mobile: 0.7 } });
    expect(own).toHaveLength(24);
    expect(own.every((score) => score >= 0 && score <= 10_000)).toBe(true);
    expect(new Set(own).size).toBeGreaterThan(1);
    expect(meanOf(own, from(18, 21)) / meanOf(own, from(12, 15))).toBeCloseTo(1.12 / 3.5884, 3);
  });

  it('timing per platform: linkedin is better from 8 to 17 h than at night', () => {
    for (const [platform, type] of [
      ...([['youtube', 'youtube_long_form']] as const),
      ...([['tiktok', 'tiktok_video']] as const),
      ...([['linkedin', 'linkedin_post']] as const),
    ]) {
      const own = scores({ platform, type });
      expect(own).toHaveLength(24);
      expect(own.every((score) => score >= 0 && score <= 10_000)).toBe(true);
      if (platform === 'linkedin') expect(meanOf(own, from(8, 17))).toBeGreaterThan(meanOf(own, [0, 1, 2, 3, 22, 23]));
    }
  });

  it('demographics: before it is compared with the best hour of a day, 21 h on Saturday is worth more to the young', () => {
    const at = (followers: Followers) => timings({ followers, start: '2025-11-08' })[21]!;
    const young = at({ ages: { '18-24': 0.8, '25-34': 0.2 }, mobile: 0.9 });
    const old = at({ ages: { '35-44': 0.6, '45-54': 0.4 }, mobile: 0.4 });
    expect(young.base * young.audience).toBeGreaterThan(old.base * old.audience);
    expect([young.audience, old.audience]).toEqual([1.03, 1]);
  });

  it('demographics: over a week, the evening of Saturday is worth more to the young, where each day compared with itself says the same of both', () => {
    const week = (followers: Followers) => scores({ followers, start: '2025-11-03', end: '2025-11-10' });
    const young = week({ ages: { '18-24': 0.8, '25-34': 0.2 }, mobile: 0.9 });
    const old = week({ ages: { '35-44': 0.6, '45-54': 0.4 }, mobile: 0.4 });
    const saturday = 5 * 24 + 21;
    // Beside 0.9 x 1.01, the best hours of both: 0.1 x 1.03 x 0.995 and 0.1 x 0.995.
    expect([young[saturday], old[saturday]]).toEqual([1127, 1095]);
  });

  it('empty audience: 24 values from 0 to 1', () => {
    const own = scores({ followers: { ages: {} } });
    expect(own).toHaveLength(24);
    expect(own.every((score) => score >= 0 && score <= 10_000)).toBe(true);
  });

  it('invalid platform: is refused', () => {
    expect(() => timings({ platform: 'invalid_platform' })).toThrow(/instagram/);
  });
});

describe('Over a whole horizon', () => {
  const youtube = (more: Keys = {}) =>
    scores({ platform: 'youtube', type: 'youtube_long_form', start: '2025-11-03', end: '2025-11-10', more });
  const bestOf = (all: readonly number[], day: number) => Math.max(...all.slice(day * 24, day * 24 + 24));

  it('Saturday never outranks Wednesday on youtube', () => {
    const week = youtube();
    expect([bestOf(week, 2), bestOf(week, 5)]).toEqual([10_000, 7288]);
  });

  it('and does so only where each day is compared with itself', () => {
    const days = youtube({ scoring: { normalise: 'day' } });
    expect(from(0, 6).map((day) => bestOf(days, day))).toEqual(Array.from({ length: 7 }, () => 10_000));
  });
});

describe('Followers in other zones', () => {
  const zoned = (zones: Readonly<Record<string, number>>, hour: number) =>
    timings({
      ...{ platform: 'youtube', type: 'youtube_long_form' },
      more: {
        audiences: Object.entries(zones).map(([value, share]) => ({ audience: 'them', trait: 'zone', value, share })),
      },
    })[hour]!.base;

  it('each counts by its share, at the hour of its own clocks', () => {
    // 21:00Z on a Wednesday: 16 h in New York, the best hour; 21 h in London, outside all windows.
    expect(zoned({ 'America/New_York': 0.6, 'Europe/London': 0.4 }, 21)).toBeCloseTo(0.6 * 1 + 0.4 * 0.1, 12);
    expect(zoned({ 'America/New_York': 3 / 4, 'Europe/London': 0 }, 21)).toBe(1);
    expect(zoned({ 'UTC-5': 1 }, 21)).toBe(1);
  });

  it('on the weekday of their own clocks', () => {
    // 04:00Z on Wednesday is 15 h in Sydney, on Wednesday; 23 h on Tuesday in New York.
    expect(zoned({ 'Australia/Sydney': 1 }, 4)).toBe(0.95);
    expect(zoned({ 'America/New_York': 1 }, 0)).toBe(0.9);
  });

  it('nobody known: the clocks of the channel', () => {
    expect(zoned({}, 16)).toBe(1);
  });
});

describe('Posts that are out already', () => {
  const recency = (at: string, hours: number) =>
    timings({
      ...{ start: '2025-11-04', end: '2025-11-06' },
      more: { published: [{ channel: 'c', at }], scoring: { recency_hours: hours } },
    }).map(({ recency: own }) => own);

  it('halve the hours less than the gap away, before and after it, across midnight', () => {
    const own = recency('2025-11-04T22:00', 12);
    expect(own.flatMap((factor, hour) => (factor === 0.5 ? [hour] : []))).toEqual(from(11, 33));
    expect(own.filter((factor) => factor !== 0.5)).toEqual(Array.from({ length: 48 - 23 }, () => 1));
  });

  it('nothing with no hours', () => {
    expect(recency('2025-11-04T22:00', 0)).toEqual(Array.from({ length: 48 }, () => 1));
  });
});
