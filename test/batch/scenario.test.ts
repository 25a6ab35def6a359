import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Refusal, runBatch } from '../../src/index.ts';

const AT = '2025-11-03T00:00:00Z';
const REELS = { platform: 'instagram', content_type: 'instagram_reels' };
const BASE = `kind: posts
title: Two accounts
horizon: {start: 2030-01-01, end: 2030-02-01}
channels:
  - {channel: home, platform: instagram, zone: America/New_York}
  - {channel: jobs, platform: linkedin, zone: Europe/Berlin}
posts:
  - {post: other, channel: home}
published:
  - {post: before, channel: home, at: 2025-11-03T07:00}
rules: {spacing: {default: 30, types: {instagram_reels: 30}}, concurrency: {most: 9}}
`;

const [reel, job] = [
  { id: 'a', ...REELS },
  { id: 'b', platform: 'linkedin' },
];

async function planOf(more: object, scenario = BASE) {
  const folder = mkdtempSync(join(tmpdir(), 'batch-scenario-'));
  writeFileSync(join(folder, 'base.yaml'), scenario);
  writeFileSync(join(folder, 'batch.json'), JSON.stringify({ bulk_job_id: 'j', posts: [reel], ...more }));
  return (await runBatch(join(folder, 'batch.json'), { store: join(folder, 'store'), at: AT })).plan;
}

const messagesOf = (more: object, scenario?: string) =>
  planOf(more, scenario).then(
    () => 'accepted',
    (error: Refusal) => (error instanceof Refusal ? error.problems.map(({ message }) => message).join('\n') : error),
  );

test('channels, rules and what is published are those of the scenario, posts and time those of the batch', async () => {
  const { job_assignments: found } = await planOf({ scenario: 'base.yaml', posts: [reel, job] });
  expect(found.map(({ post_id, channel, zone }) => [post_id, channel, zone]).sort()).toEqual([
    ['a', 'home', 'America/New_York'],
    ['b', 'jobs', 'Europe/Berlin'],
  ]);
  // 30 hours after what went out at seven in New York.
  const { scheduled_time: time } = found.find(({ post_id }) => post_id === 'a')!;
  expect(time >= '2025-11-04T18:00:00Z' && time < '2025-11-10T00:00:00Z').toBe(true);
});

test('a channel of the batch stands before one of the scenario with its name', async () => {
  const channels = [{ channel: 'home', platform: 'instagram', zone: 'Asia/Tokyo' }];
  const [found] = (await planOf({ scenario: 'base.yaml', channels })).job_assignments;
  expect([found?.channel, found?.zone]).toEqual(['home', 'Asia/Tokyo']);
});

test('a change of the scenario is another batch', async () => {
  const [one, other] = [
    await planOf({ scenario: 'base.yaml' }),
    await planOf({ scenario: 'base.yaml' }, BASE.replace('default: 30', 'default: 31')),
  ];
  expect(one.schedule_id).not.toBe(other.schedule_id);
});

test('a scenario of another kind, with tables elsewhere, or that is not there, is refused', async () => {
  const asked = { scenario: 'base.yaml' };
  expect(await messagesOf(asked, 'kind: loans\ntitle: L\n')).toContain('is of another kind than posts');
  expect(await messagesOf(asked, `${BASE}data: sample\n`)).toContain('has its tables in other files');
  expect(await messagesOf({ scenario: 'absent.yaml' })).toMatch(/^no such file: .*absent.yaml/);
});

test('channels give a post its clocks, slots and limits', async () => {
  const channels = [{ channel: 'ig', platform: 'instagram', zone: 'Asia/Tokyo', slots: '09:00', per_week: 1 }];
  const plan = await planOf({ channels, posts: [reel, { ...reel, id: 'c' }], metadata: { start_after: AT } });
  const [found, ...more] = plan.job_assignments;
  expect(more.length + plan.unplaced.length).toBe(1);
  expect(found).toMatchObject({ channel: 'ig', zone: 'Asia/Tokyo' });
  expect(found?.local_time).toMatch(/T09:00$/);
  expect(found?.scheduled_time).toMatch(/T00:00:00Z$/);
});

test('of two channels of a platform, a post says its own', async () => {
  const channels = ['ig', 'ig2'].map((channel) => ({ channel, platform: 'instagram' }));
  expect(await messagesOf({ channels })).toContain('"a" could be for ig, ig2');
  const [found] = (await planOf({ channels, posts: [{ ...reel, channel: 'ig2' }] })).job_assignments;
  expect(found?.channel).toBe('ig2');
});

test('who holds the best chance of a post is said, also where a name has commas', async () => {
  const channels = [{ channel: 'ig', platform: 'instagram' }];
  const metadata = { start_after: '2025-11-03T10:00:00Z', deadline: '2025-11-03T14:00:00Z' };
  const posts = [{ ...reel, id: 'now, at last', priority: 3 }, reel];
  const { unplaced } = await planOf({ channels, posts, metadata });
  expect(unplaced).toEqual([expect.objectContaining({ post_id: 'a', held_by: ['now, at last'] })]);
  expect(unplaced[0]?.best_chance).toMatch(/^2025-11-03T1[0-4]:/);
});
