import { describe, expect, it } from 'vitest';
import { type GreedyPost, type GreedyQuestion, greedy } from '../../../../src/domains/posts/greedy/greedy.ts';
import { BUILT_IN } from '../../../../src/domains/posts/tables/windows.ts';
import { platformOf, TYPES } from '../../../../src/domains/posts/tables/words.ts';
import { A } from '../golden.ts';

const audience = { ages: new Map(Object.entries(A.ages)), mobile: 0.7 };
const platforms = ['youtube', 'tiktok', 'instagram', 'twitter', 'linkedin', 'facebook'];
const audiences = Object.fromEntries(platforms.map((platform) => [platform, audience]));

/** "p1 instagram_reels urgent": one channel a platform, and normal where nothing is said. */
function posts(...texts: readonly string[]): readonly GreedyPost[] {
  return texts.map((text) => {
    const [id = '', name, priority = 'normal'] = text.split(' ');
    const type = TYPES.find((known) => known === name)!;
    const platform = platformOf(type);
    return { id, type, platform, channel: platform, priority: priority as GreedyPost['priority'] };
  });
}

const gap = (gapHours: number, most = 3) => ({ gapHours, most });
const plan = (own: Pick<GreedyQuestion, 'posts' | 'start' | 'end'> & Partial<GreedyQuestion>) =>
  greedy({ constraints: {}, audiences, most: 3, windows: BUILT_IN, ...own });
const hours = ({ assignments }: ReturnType<typeof greedy>) => assignments.map(({ post, at }) => `${post} ${at}`);
const rounded = (value: number) => Number(value.toFixed(4));
const reels = (count: number) => posts(...Array.from({ length: count }, (_, k) => `r${k + 1} instagram_reels`));
const threeDays = { start: '2025-11-03T00:00', end: '2025-11-06T00:00' };

/** Monday is 2025-11-03. */
describe('Schedules that an earlier scheduler was seen to make', () => {
  it('S1: three platforms in a week, the urgent post first', () => {
    const found = plan({
      posts: posts('ig instagram_reels', 'tt tiktok_video urgent', 'yt youtube_long_form'),
      constraints: { instagram: gap(18), tiktok: gap(12), youtube: gap(48) },
      ...{ start: '2025-11-03T00:00', end: '2025-11-10T00:00' },
    });
    expect(hours(found)).toEqual(['tt 2025-11-03T17:00', 'ig 2025-11-03T11:00', 'yt 2025-11-03T19:00']);
    expect(found.assignments.map(({ timing, penalty }) => [timing, penalty])).toEqual([
      [1, -1],
      [1, -1],
      [1, -1],
    ]);
    expect([found.throughput, found.quota, found.adherence]).toEqual([0.25, 1, 1]);
  });

  it('S2: five reels with a gap of a day in three days, the last two too near', () => {
    const found = plan({ posts: reels(5), constraints: { instagram: gap(24, 1) }, ...threeDays });
    expect(hours(found)).toEqual([
      ...['r1 2025-11-03T11:00', 'r2 2025-11-04T11:00', 'r3 2025-11-05T11:00'],
      ...['r4 2025-11-04T09:00', 'r5 2025-11-05T09:00'],
    ]);
    const fourth = found.assignments[3]!;
    expect([rounded(fourth.timing), rounded(fourth.penalty)]).toEqual([0.11, 0.3067]);
    expect(found.assignments.map(({ violations }) => violations)).toEqual([
      ...[[], [], []],
      [
        'spacing: 22.0 h after r1, and the gap is 24 h',
        'spacing: -2.0 h after r2, and the gap is 24 h',
        'spacing: -26.0 h after r3, and the gap is 24 h',
      ],
      ['spacing: 22.0 h after r2, and the gap is 24 h', 'spacing: -2.0 h after r3, and the gap is 24 h'],
    ]);
    expect([found.throughput, found.adherence]).toEqual([1 / 12, 0.5]);
  });

  it('S3: the same without a constraint', () => {
    const found = plan({ posts: reels(5), ...threeDays });
    expect(hours(found)).toEqual([
      ...['r1 2025-11-03T11:00', 'r2 2025-11-03T13:00', 'r3 2025-11-04T11:00'],
      ...['r4 2025-11-04T13:00', 'r5 2025-11-05T11:00'],
    ]);
    expect(found.adherence).toBe(1);
  });

  it('S4: the last day is lost where the horizon ends at an earlier time of day than it starts', () => {
    const found = plan({ posts: posts('f instagram_feed'), start: '2025-11-03T15:37', end: '2025-11-04T15:00' });
    expect(hours(found)).toEqual(['f 2025-11-03T16:00']);
    expect(rounded(found.assignments[0]!.timing)).toBe(0.1138);
  });

  it('S5: the second video keeps 48 hours', () => {
    const found = plan({
      posts: posts('u youtube_long_form urgent', 'n youtube_long_form'),
      constraints: { youtube: gap(48) },
      ...{ start: '2025-11-05T00:00', end: '2025-11-08T00:00' },
    });
    expect(hours(found)).toEqual(['u 2025-11-05T16:00', 'n 2025-11-07T18:00']);
    expect(found.throughput).toBe(0.02);
  });

  it('S6: five posts at the only hour that there is', () => {
    const all = ['instagram_reels', 'tiktok_video', 'youtube_long_form', 'facebook_post', 'twitter_post'];
    const found = plan({
      posts: posts(...all.map((type, k) => `p${k + 1} ${type}`)),
      constraints: Object.fromEntries(platforms.map((platform) => [platform, gap(12)])),
      ...{ start: '2025-11-03T11:00', end: '2025-11-03T11:30' },
    });
    expect(new Set(found.assignments.map(({ at }) => at))).toEqual(new Set(['2025-11-03T11:00']));
    expect(found.assignments.map(({ penalty }) => rounded(penalty))).toEqual([-1, 9.8851, 19.8889, 49.0234, 79.875]);
    expect(found.assignments.map(({ violations }) => violations)).toEqual([
      ...[[], [], []],
      ['concurrency: 3 other posts at this time, and at most 3 are meant'],
      ['concurrency: 4 other posts at this time, and at most 3 are meant'],
    ]);
    expect(found.adherence).toBe(0.8);
  });

  it('S7: by priority, then by the order of the list', () => {
    const found = plan({
      posts: posts('low linkedin_post low', 'normal instagram_feed', 'urgent linkedin_post urgent'),
      constraints: { linkedin: gap(24) },
      ...{ start: '2025-11-03T00:00', end: '2025-11-07T00:00' },
    });
    expect(hours(found)).toEqual(['urgent 2025-11-03T11:00', 'normal 2025-11-03T13:00', 'low 2025-11-05T12:00']);
  });
});

describe('The grid', () => {
  it('begins with the first whole hour', () => {
    const found = plan({ posts: posts('f instagram_feed'), start: '2025-11-03T10:01', end: '2025-11-03T11:00' });
    expect(hours(found)).toEqual(['f 2025-11-03T11:00']);
  });

  it('has the last instant in it', () => {
    const found = plan({ posts: posts('f instagram_feed'), start: '2025-11-03T00:00', end: '2025-11-04T00:00' });
    expect(found.assignments).toHaveLength(1);
    const late = plan({ posts: posts('f instagram_feed'), start: '2025-11-03T23:30', end: '2025-11-04T23:30' });
    expect(hours(late)).toEqual(['f 2025-11-04T10:00']);
  });

  it('may have no hour at all', () => {
    const found = plan({ posts: posts('f instagram_feed'), start: '2025-11-03T10:01', end: '2025-11-03T10:59' });
    expect(found.left).toEqual([{ post: 'f', reason: 'no whole hour is left' }]);
    expect([found.throughput, found.quota, found.adherence]).toEqual([0, 1, 1]);
  });
});

describe('What is left out and what is not', () => {
  it('names posts of a channel whose audience is not known', () => {
    const found = plan({
      posts: posts('f instagram_feed', 't tiktok_video'),
      audiences: { tiktok: audience },
      ...threeDays,
    });
    expect(found.left).toEqual([{ post: 'f', reason: 'nothing is known of who follows instagram' }]);
    expect(hours(found)).toEqual(['t 2025-11-03T17:00']);
  });

  it('keeps the order of the list among equals, so that another order is another plan', () => {
    const [a, b] = posts('a instagram_reels', 'b instagram_reels');
    expect(hours(plan({ posts: [a!, b!], ...threeDays }))).toEqual(['a 2025-11-03T11:00', 'b 2025-11-03T13:00']);
    expect(hours(plan({ posts: [b!, a!], ...threeDays }))).toEqual(['b 2025-11-03T11:00', 'a 2025-11-03T13:00']);
  });

  it('keeps two channels of one platform apart, each with its own gap', () => {
    const [a, b] = posts('a instagram_reels', 'b instagram_reels');
    const two = [
      { ...a!, channel: 'one' },
      { ...b!, channel: 'two' },
    ];
    const found = plan({
      posts: two,
      constraints: { one: gap(24), two: gap(24) },
      audiences: { one: audience, two: audience },
      ...threeDays,
    });
    expect(hours(found)).toEqual(['a 2025-11-03T11:00', 'b 2025-11-03T13:00']);
    expect(found.adherence).toBe(1);
  });
});
