import { describe, expect, it } from 'vitest';
import { platformOf, TYPES } from '../../../src/domains/posts/tables/words.ts';
import { judge, type Keys, open, type Solved, solved } from './plans.ts';

const ZONE = 'America/New_York';
const audiences = [
  ...Object.entries({ '18-24': 0.3, '25-34': 0.4, '35-44': 0.3 }).map(([value, share]) => ({
    trait: 'age',
    value,
    share,
  })),
  { trait: 'device', value: 'mobile', share: 0.7 },
].map((row) => ({ audience: 'A', ...row }));

/** A scenario for the earlier scheduler: "p1 instagram_reels urgent" is a post on the one channel of its platform. */
function compat(texts: readonly string[], [start, end]: readonly [string, string], rules: Keys = {}): Keys {
  const posts = texts.map((text) => {
    const [post = '', name, priority = 'normal'] = text.split(' ');
    const type = TYPES.find((known) => known === name)!;
    return { post, channel: platformOf(type), type, priority };
  });
  const channels = [...new Set(posts.map(({ channel }) => channel))].map((platform) => ({
    ...{ channel: platform, platform, zone: ZONE, audience: 'A' },
  }));
  return { mode: 'greedy_compat', horizon: { start, end, zone: ZONE }, channels, audiences, posts, rules };
}

/** What the table `greedy` says, in the order of placing, after everything has been checked. */
async function planOf(keys: Keys) {
  const found = await solved(keys);
  expect(found.audit.violations).toEqual([]);
  expect(found.solution.status).toBe('optimal');
  expect(found.audit.objective.net_score).toBe(found.solution.net);
  const { columns, rows } = found.audit.tables.greedy!;
  expect(columns.map(({ name }) => name)).toEqual(['post', 'local', 'timing', 'penalty', 'violations']);
  expect(rows).toHaveLength(found.schedule.length);
  const { throughput, quota_compliance, schedule_adherence } = found.audit.metrics;
  return { rows, metrics: [throughput, quota_compliance, schedule_adherence], ...placesOf(rows), found };
}

const placesOf = (rows: Solved['audit']['tables'][string]['rows']) => ({
  places: rows.map(([post, local]) => `${post} ${local}`),
  scores: rows.map(([, , timing, penalty]) => [timing, penalty]),
  wrong: rows.map((row) => (row[4] === '' ? 0 : String(row[4]).split('; ').length)),
});

const reels = [1, 2, 3, 4, 5].map((k) => `r${k} instagram_reels`);
const THREE = ['2025-11-03', '2025-11-06'] as const;

describe('Schedules of the earlier scheduler as scenarios', () => {
  it('S1: three platforms in a week, the urgent post first', async () => {
    const texts = ['ig instagram_reels', 'tt tiktok_video urgent', 'yt youtube_long_form'];
    const plan = await planOf(compat(texts, ['2025-11-03', '2025-11-10']));
    expect(plan.places).toEqual(['tt 2025-11-03 17:00', 'ig 2025-11-03 11:00', 'yt 2025-11-03 19:00']);
    expect(plan.scores).toEqual([
      [1, -1],
      [1, -1],
      [1, -1],
    ]);
    expect(plan.metrics).toEqual([0.25, 1, 1]);
    expect(plan.found.plan).toEqual(['ig 2025-11-03T16:00Z', 'tt 2025-11-03T22:00Z', 'yt 2025-11-04T00:00Z']);
  });

  it('S2: five reels with a gap of a day in three days, the last two too near', async () => {
    const rules = { spacing: { default: 24, types: {} }, concurrency: { most: 1 } };
    const plan = await planOf(compat(reels, THREE, rules));
    expect(plan.places).toEqual([
      ...['r1 2025-11-03 11:00', 'r2 2025-11-04 11:00', 'r3 2025-11-05 11:00'],
      ...['r4 2025-11-04 09:00', 'r5 2025-11-05 09:00'],
    ]);
    expect(plan.scores[3]).toEqual([0.11, 0.3067]);
    expect(plan.wrong).toEqual([0, 0, 0, 3, 2]);
    expect(plan.rows[3]![4]).toBe(
      'spacing: 22.0 h after r1, and the gap is 24 h; spacing: -2.0 h after r2, and the gap is 24 h; spacing: -26.0 h after r3, and the gap is 24 h',
    );
    expect(plan.metrics).toEqual([0.0833, 1, 0.5]);
  });

  it('S3: the same without gaps', async () => {
    const plan = await planOf(compat(reels, THREE, { spacing: false }));
    expect(plan.places).toEqual([
      ...['r1 2025-11-03 11:00', 'r2 2025-11-03 13:00', 'r3 2025-11-04 11:00'],
      ...['r4 2025-11-04 13:00', 'r5 2025-11-05 11:00'],
    ]);
    expect(plan.metrics[2]).toBe(1);
  });

  it('S4: the last day is lost where the horizon ends at an earlier time of day than it starts', async () => {
    const plan = await planOf(compat(['f instagram_feed'], ['2025-11-03T15:37', '2025-11-04T15:00']));
    expect(plan.places).toEqual(['f 2025-11-03 16:00']);
    expect(plan.scores[0]![0]).toBe(0.1138);
  });

  it('S5: the second video keeps 48 hours', async () => {
    const texts = ['u youtube_long_form urgent', 'n youtube_long_form'];
    const plan = await planOf(compat(texts, ['2025-11-05', '2025-11-08']));
    expect(plan.places).toEqual(['u 2025-11-05 16:00', 'n 2025-11-07 18:00']);
    expect(plan.metrics[0]).toBe(0.02);
  });

  it('S6: five posts at the only hour that there is', async () => {
    const all = ['instagram_reels', 'tiktok_video', 'youtube_long_form', 'facebook_post', 'twitter_post'];
    const texts = all.map((type, k) => `p${k + 1} ${type}`);
    const plan = await planOf(compat(texts, ['2025-11-03T11:00', '2025-11-03T11:30']));
    expect(plan.places.every((place) => place.endsWith('2025-11-03 11:00'))).toBe(true);
    expect(plan.scores.map(([, penalty]) => penalty)).toEqual([-1, 9.8851, 19.8889, 49.0234, 79.875]);
    expect(plan.wrong).toEqual([0, 0, 0, 1, 1]);
    expect(plan.metrics).toEqual([1, 1, 0.8]);
  });

  it('S7: by priority, then by the order of the list', async () => {
    const texts = ['low linkedin_post low', 'normal instagram_feed', 'urgent linkedin_post urgent'];
    const plan = await planOf(compat(texts, ['2025-11-03', '2025-11-07']));
    expect(plan.places).toEqual(['urgent 2025-11-03 11:00', 'normal 2025-11-03 13:00', 'low 2025-11-05 12:00']);
  });
});

describe('The mode of the earlier scheduler', () => {
  it('knows one clock, the one of the horizon', async () => {
    const keys = compat(['f instagram_feed'], THREE);
    const plan = await planOf({
      ...keys,
      channels: [{ channel: 'instagram', platform: 'instagram', zone: 'Europe/London', audience: 'A' }],
    });
    expect(plan.found.plan).toEqual(['f 2025-11-03T15:00Z']);
    expect(plan.places).toEqual(['f 2025-11-03 10:00']);
  });

  it('may use the end of the horizon itself', async () => {
    const plan = await planOf(compat(['f instagram_feed'], ['2025-11-03T23:30', '2025-11-04T10:00']));
    expect(plan.places).toEqual([]);
    const late = await planOf(compat(['f instagram_feed'], ['2025-11-03T09:30', '2025-11-03T10:00']));
    expect(late.places).toEqual(['f 2025-11-03 10:00']);
  });

  it('forbids nothing else: no quiet hour, holiday, deadline or lock', async () => {
    const keys = compat(['f instagram_feed'], THREE);
    const [post] = keys.posts as readonly Keys[];
    const plan = await planOf({
      ...keys,
      posts: [{ ...post, deadline: '2025-11-02', prohibited: '9-12' }],
      holidays: [{ date: '2025-11-03' }],
    });
    expect(plan.places).toEqual(['f 2025-11-03 10:00']);
    const locked = await planOf({ ...keys, posts: [{ ...post, at: '2025-11-05T12:00' }] });
    expect(locked.places).toEqual(['f 2025-11-03 10:00']);
  });

  it('has every other schedule as a violation', () => {
    const opened = open(compat(['f instagram_feed', 'g instagram_feed low'], THREE));
    const { violations } = judge(opened, [{ post: 'f', at: '2025-11-03T16:00Z' }]);
    expect(violations.map(({ rule, text }) => `${rule}: ${text}`)).toEqual([
      'greedy: f is on Mon 2025-11-03 11:00, and the earlier scheduler has it 2025-11-03T10:00',
      'greedy: g is not published, and the earlier scheduler has it 2025-11-04T10:00',
    ]);
  });

  it('says where a post is', () => {
    const { instance } = open(compat(['f instagram_feed'], THREE));
    expect(instance.model.candidates).toBe(1);
    const said = instance.whyNot({ post: 'f', at: '2025-11-04T15:00Z' });
    expect(said.join(' ')).toContain('the earlier scheduler puts f at Mon 2025-11-03 10:00');
  });

  it('is no part of an exact schedule', async () => {
    const { audit } = await solved({ ...compat(['f instagram_feed'], THREE), mode: 'exact' });
    expect(Object.keys(audit.tables)).not.toContain('greedy');
    expect(Object.keys(audit.metrics)).not.toContain('throughput');
  });
});

it('three posts of one channel in two hours crowd, though its gap is a day: nothing keeps that gap there', async () => {
  const plan = await planOf(
    compat(reels.slice(0, 3), ['2025-11-03T11:00', '2025-11-03T12:00'], { spacing: { default: 24, types: {} } }),
  );
  expect(plan.found.audit.metrics.crowded_pairs).toBe(4);
  expect(plan.found.audit.objective.crowding_penalty).toBe(200);
});

describe('The exact plan beside that of the earlier scheduler', () => {
  const SEVEN: readonly (readonly [string, readonly string[], readonly [string, string], Keys])[] = [
    ['S1', ['ig instagram_reels', 'tt tiktok_video urgent', 'yt youtube_long_form'], ['2025-11-03', '2025-11-10'], {}],
    ['S2', reels, THREE, { spacing: { default: 24, types: {} }, concurrency: { most: 1 } }],
    ['S3', reels, THREE, { spacing: false }],
    ['S4', ['f instagram_feed'], ['2025-11-03T15:37', '2025-11-04T15:00'], {}],
    ['S5', ['a youtube_long_form urgent', 'b youtube_long_form'], ['2025-11-05', '2025-11-08'], {}],
    ['S7', ['l linkedin_post low', 'n instagram_feed', 'u linkedin_post urgent'], ['2025-11-03', '2025-11-07'], {}],
  ];

  it.each(SEVEN)('%s: it is never worth less than what of that one keeps the rules', async (_, texts, span, rules) => {
    const keys = compat(texts, span, rules);
    const greedy = await solved(keys);
    const exact = await solved({ ...keys, mode: 'exact' });
    // Whatever breaks a rule is taken away, the last one first.
    let rows = greedy.schedule;
    for (let k = rows.length - 1; k >= 0 && judge(exact, rows).violations.length > 0; k--) {
      const broken = new Set(judge(exact, rows).violations.flatMap((violation) => violation.rows ?? []));
      rows = rows.filter((_row, at) => at !== Math.max(...broken));
    }
    expect(judge(exact, rows).violations).toEqual([]);
    expect(exact.schedule.length).toBeGreaterThanOrEqual(rows.length);
    if (exact.schedule.length === rows.length)
      expect(exact.audit.objective.net_score!).toBeGreaterThanOrEqual(judge(exact, rows).objective.net_score!);
  });
});
