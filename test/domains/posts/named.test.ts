import { describe, expect, it } from 'vitest';
import { judge, type Keys, open, type Solved, solved } from './plans.ts';

const AUDIENCE = [
  { audience: 'a', trait: 'age', value: '18-24', share: 0.3 },
  { audience: 'a', trait: 'age', value: '25-34', share: 0.4 },
  { audience: 'a', trait: 'age', value: '35-44', share: 0.3 },
  { audience: 'a', trait: 'device', value: 'mobile', share: 0.7 },
];

/** One account a platform, in UTC, named like it. */
const accounts = (...platforms: readonly string[]) =>
  platforms.map((platform) => ({ channel: platform, platform, zone: 'UTC', audience: 'a' }));

/** A plan as the earlier scheduler was asked for it: Monday is 2025-11-03. */
const asked = (platforms: readonly string[], keys: Keys): Keys => ({
  channels: accounts(...platforms),
  audiences: AUDIENCE,
  horizon: { start: '2025-11-03', end: '2025-11-10' },
  ...keys,
});

const reels = (count: number, more: Keys = {}) =>
  Array.from({ length: count }, (_, k) => ({
    post: `r${k + 1}`,
    channel: 'instagram',
    type: 'instagram_reels',
    ...more,
  }));

/** Every post that is published, with its instant as minutes. */
const at = ({ schedule }: Solved) =>
  new Map(schedule.map((row) => [String(row.post), Date.parse(String(row.at)) / 60_000]));

const HOUR = 60;

describe('the schedules of the earlier scheduler, solved exactly', () => {
  it('S1: a post for each of three platforms has its best hour of the week', async () => {
    const found = await solved(
      asked(['instagram', 'tiktok', 'youtube'], {
        posts: [
          { post: 'reel', channel: 'instagram', type: 'instagram_reels' },
          { post: 'clip', channel: 'tiktok', type: 'tiktok_video', priority: 'urgent' },
          { post: 'film', channel: 'youtube', type: 'youtube_long_form' },
        ],
        rules: { spacing: { types: { instagram_reels: 18, tiktok_video: 12, youtube_long_form: 48 } } },
      }),
    );
    expect(found.audit.metrics).toMatchObject({ placed: 3, left_out: 0 });
    expect(found.audit.tables.plan!.rows.map((row) => row.at(-1))).toEqual([1, 1, 1]);
    // Wednesday from 16:00 on is the best time of two of them: in hours next to each other they cost less than elsewhere.
    expect(found.audit.objective).toMatchObject({ crowding_penalty: 50 });
  });

  it('S2: of five reels with a gap of 24 h, three days have room for three; two are left out for their gap', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: reels(5),
        horizon: { start: '2025-11-03', end: '2025-11-06' },
        rules: { spacing: { types: { instagram_reels: 24 } }, concurrency: { most: 1 } },
      }),
    );
    expect(found.schedule.length).toBe(3);
    const unplaced = found.audit.tables.unplaced!;
    const column = (name: string) =>
      unplaced.rows.map((row) => row[unplaced.columns.findIndex((each) => each.name === name)]);
    expect(column('reason')).toEqual(['spacing', 'spacing']);
    expect(column('best_timing')).toEqual([1, 1]);
    expect(found.solution.status).toBe('optimal');
  });

  it('S3: without gaps five reels have the five best hours that are not too near', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: reels(5),
        horizon: { start: '2025-11-03', end: '2025-11-06' },
        rules: { spacing: false },
      }),
    );
    expect([found.schedule.length, found.audit.objective.crowding_penalty]).toEqual([5, 0]);
    expect(found.audit.metrics.mean_timing).toBeGreaterThan(0.98);
  });

  it('S4: from Monday 15:37 to Tuesday 15:00 the exact plan chooses Tuesday', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: [{ post: 'feed', channel: 'instagram', type: 'instagram_feed' }],
        horizon: { start: '2025-11-03T15:37', end: '2025-11-04T15:00' },
      }),
    );
    expect(found.plan[0]).toMatch(/^feed 2025-11-04T1[0-4]:00Z$/);
  });

  it('S5: with a gap of 48 h the urgent film has Wednesday, and the other one Friday', async () => {
    const found = await solved(
      asked(['youtube'], {
        posts: [
          { post: 'first', channel: 'youtube', type: 'youtube_long_form', priority: 'urgent' },
          { post: 'second', channel: 'youtube', type: 'youtube_long_form' },
        ],
        horizon: { start: '2025-11-05', end: '2025-11-08' },
      }),
    );
    expect(found.plan).toEqual(['first 2025-11-05T16:00Z', 'second 2025-11-07T18:00Z']);
  });

  it('S6: of five posts that all want one instant, three may go out at once, and the urgent ones up to five', async () => {
    const five = ['instagram', 'tiktok', 'youtube', 'twitter', 'facebook'];
    const keys = (priority: string) =>
      asked(five, {
        posts: five.map((channel) => ({ post: channel, channel, priority })),
        horizon: { start: '2025-11-03T11:00', end: '2025-11-03T11:30' },
      });
    const usual = await solved(keys('normal'));
    expect([usual.schedule.length, usual.audit.metrics.left_out]).toEqual([3, 2]);
    expect((await solved(keys('urgent'))).schedule.length).toBe(5);
  });

  it('S7: the urgent post has its best day, and the low one another', async () => {
    const found = await solved(
      asked(['linkedin', 'instagram'], {
        posts: [
          { post: 'low', channel: 'linkedin', type: 'linkedin_post', priority: 'low' },
          { post: 'normal', channel: 'instagram', type: 'instagram_feed' },
          { post: 'urgent', channel: 'linkedin', type: 'linkedin_post', priority: 'urgent' },
        ],
        horizon: { start: '2025-11-03', end: '2025-11-07' },
      }),
    );
    const times = at(found);
    expect(found.schedule.length).toBe(3);
    expect(Math.abs(times.get('low')! - times.get('urgent')!)).toBeGreaterThanOrEqual(24 * HOUR);
    expect(found.plan.find((line) => line.startsWith('urgent'))).toMatch(/2025-11-0[56]T12:00Z/);
  });
});

describe('what the first tests of the earlier scheduler meant', () => {
  it('schedule basic: posts of one platform are at least 12 h apart', async () => {
    const found = await solved(
      asked(['instagram', 'tiktok', 'youtube'], {
        posts: [
          ...reels(2),
          { post: 'clip', channel: 'tiktok', type: 'tiktok_video', priority: 'urgent' },
          { post: 'film', channel: 'youtube', type: 'youtube_long_form' },
        ],
      }),
    );
    const times = at(found);
    expect(found.schedule.length).toBe(4);
    expect(Math.abs(times.get('r1')! - times.get('r2')!)).toBeGreaterThanOrEqual(18 * HOUR);
  });

  it('schedule constrained: the urgent post is placed, and all are inside the window', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: [
          ...reels(1, { priority: 'urgent' }),
          { post: 'f1', channel: 'instagram', type: 'instagram_feed' },
          { post: 'f2', channel: 'instagram', type: 'instagram_feed' },
        ],
        horizon: { start: '2025-11-03', end: '2025-11-06' },
      }),
    );
    expect(at(found).has('r1')).toBe(true);
    expect(found.schedule.every((row) => String(row.at) >= '2025-11-03' && String(row.at) < '2025-11-06')).toBe(true);
  });

  it('conflicts: those that are placed are at least the gap apart, and the others are left out', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: reels(5),
        horizon: { start: '2025-11-03', end: '2025-11-06' },
        rules: { spacing: { types: { instagram_reels: 24 } } },
      }),
    );
    const times = [...at(found).values()].toSorted((a, b) => a - b);
    expect(times.slice(1).every((time, k) => time - times[k]! >= 24 * HOUR)).toBe(true);
  });

  it('minimum gap: a post without a content type has one, too', async () => {
    const found = await solved(
      asked(['instagram'], {
        posts: [
          { post: 'a', channel: 'instagram' },
          { post: 'b', channel: 'instagram' },
        ],
        horizon: { start: '2025-11-03', end: '2025-11-05' },
        rules: { spacing: { default: 6 } },
      }),
    );
    const times = at(found);
    expect(Math.abs(times.get('a')! - times.get('b')!)).toBeGreaterThanOrEqual(6 * HOUR);
  });

  it('concurrency: of ten clips none goes out with three others', async () => {
    const found = await solved(
      asked(['tiktok'], {
        posts: Array.from({ length: 10 }, (_, k) => ({ post: `c${k}`, channel: 'tiktok', type: 'tiktok_video' })),
        horizon: { start: '2025-11-03', end: '2025-11-06' },
        rules: { spacing: { default: 1 } },
      }),
    );
    expect([found.schedule.length, found.audit.violations]).toEqual([10, []]);
  });

  it('preferred windows: a post that has only some parts of days is in one of them', async () => {
    const found = await solved(
      asked(['linkedin'], {
        posts: [
          {
            post: 'p',
            channel: 'linkedin',
            type: 'linkedin_post',
            preferred: 'tue 9-11; wed 13-15',
            only_preferred: 'yes',
          },
        ],
      }),
    );
    expect(found.plan[0]).toMatch(/p (2025-11-04T(09|10)|2025-11-05T(13|14)):00Z/);
  });

  it('quality: every platform has a post, at a good time, and no rule is broken', async () => {
    const found = await solved(
      asked(['instagram', 'linkedin'], {
        posts: [...reels(1), { post: 'p', channel: 'linkedin', type: 'linkedin_post' }],
      }),
    );
    expect(found.audit.metrics).toMatchObject({ channels_used: 2 });
    expect(found.audit.metrics.mean_timing).toBeGreaterThan(0.9);
    expect(found.audit.violations).toEqual([]);
  });
});

describe('what is asked of the new one', () => {
  it('quiet hours close 23 to 6', () => {
    const { instance } = open(asked(['instagram'], { posts: reels(1) }));
    const hours = new Set(
      Array.from({ length: instance.model.candidates }, (_, j) => String(instance.row(j).at).slice(11, 13)),
    );
    expect(['23', '00', '01', '02', '03', '04', '05'].filter((hour) => hours.has(hour))).toEqual([]);
    expect(hours.has('06') && hours.has('22')).toBe(true);
  });

  it('Saturday never comes before Wednesday for YouTube in a plan of seven days', async () => {
    const found = await solved(
      asked(['youtube'], { posts: [{ post: 'film', channel: 'youtube', type: 'youtube_long_form' }] }),
    );
    expect(found.plan).toEqual(['film 2025-11-05T16:00Z']);
    const opened = open(
      asked(['youtube'], { posts: [{ post: 'film', channel: 'youtube', type: 'youtube_long_form' }] }),
    );
    const timing = (time: string) => judge(opened, [{ post: 'film', at: time }]).tables.plan!.rows[0]!.at(-1) as number;
    const best = (day: string) =>
      Math.max(...Array.from({ length: 17 }, (_, k) => timing(`${day}T${String(k + 6).padStart(2, '0')}:00Z`)));
    expect(best('2025-11-08')).toBeLessThan(best('2025-11-05'));
  });

  it('the order of the input does not change what the plan is worth', async () => {
    const posts = [...reels(3), { post: 'f', channel: 'instagram', type: 'instagram_feed', priority: 'low' }];
    const keys = asked(['instagram'], { posts, horizon: { start: '2025-11-03', end: '2025-11-06' } });
    const [one, other] = [
      await solved(keys),
      await solved({ ...keys, posts: posts.toReversed(), audiences: AUDIENCE.toReversed() }),
    ];
    expect(other.plan).toEqual(one.plan);
  });

  it('a post that is out already takes away the times in its gap', () => {
    const published = [{ channel: 'instagram', type: 'instagram_reels', at: '2025-11-03T11:00' }];
    const keys = asked(['instagram'], { posts: reels(1) });
    const [without, beside] = [open(keys), open({ ...keys, published })];
    expect(beside.instance.model.candidates).toBeLessThan(without.instance.model.candidates);
    expect(beside.instance.whyNot({ post: 'r1', at: '2025-11-03T15:00Z' })).toEqual([
      'Mon 2025-11-03 15:00 is less than 18 h from a post, published on Mon 2025-11-03 11:00',
    ]);
  });
});

it('a post without a gap keeps the gap of the other one, and none from those that have none', async () => {
  const keys = asked(['instagram'], {
    posts: [
      ...reels(1),
      { post: 's1', channel: 'instagram', type: 'instagram_stories' },
      { post: 's2', channel: 'instagram', type: 'instagram_stories' },
    ],
    horizon: { start: '2025-11-03T08:00', end: '2025-11-03T16:00' },
    rules: { spacing: { default: 0, types: { instagram_reels: 6 } }, same_hour: false },
  });
  const found = await solved(keys);
  const times = at(found);
  expect(found.audit.violations).toEqual([]);
  expect([found.schedule.length, Math.abs(times.get('r1')! - times.get('s1')!) >= 6 * HOUR]).toEqual([3, true]);
});
