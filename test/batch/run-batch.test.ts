import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { batchEvents, findBatch, listBatches, readEvents, runBatch } from '../../src/index.ts';

const AT = '2025-11-03T00:00:00Z';
const REELS = { platform: 'instagram', content_type: 'instagram_reels' };

function fileOf(batch: unknown, text = JSON.stringify(batch)) {
  const folder = mkdtempSync(join(tmpdir(), 'batch-'));
  const file = join(folder, 'batch.json');
  writeFileSync(file, text);
  return { file, folder, options: { store: join(folder, 'store'), at: AT } };
}

const refused = async (batch: unknown, text?: string) => {
  const { file, options } = fileOf(batch, text);
  return runBatch(file, options).then(
    () => 'accepted',
    ({ problems }) => problems.map(({ message }: { readonly message: string }) => message).join('\n'),
  );
};

test('one reel from in an hour until in seven days: the job is named, and the time lies between', async () => {
  const metadata = { start_after: '2025-11-03T01:00:00Z', deadline: '2025-11-10T01:00:00+01:00' };
  const { file, options } = fileOf({ bulk_job_id: 'j', posts: [{ id: 'a', ...REELS }], metadata });
  const { plan } = await runBatch(file, options);
  expect(plan.bulk_job_id).toBe('j');
  const [{ scheduled_time: time } = { scheduled_time: '' }] = plan.job_assignments;
  expect(time >= metadata.start_after && time <= '2025-11-10T00:00:00Z').toBe(true);
});

test('several posts of one platform keep its gap', async () => {
  const posts = ['a', 'b', 'c'].map((id) => ({ id, ...REELS }));
  const { file, options } = fileOf({ bulk_job_id: 'j', posts });
  const { plan } = await runBatch(file, options);
  const times = plan.job_assignments.map(({ scheduled_time }) => Date.parse(scheduled_time) / 3_600_000).sort();
  expect(times).toHaveLength(3);
  expect(Math.min(times[1]! - times[0]!, times[2]! - times[1]!)).toBeGreaterThanOrEqual(12);
  expect(plan.quota_compliance_score).toBe(1);
  expect(plan.schedule_adherence_score).toBeNull();
});

test('a deadline of a post counts by its own offset, and a post without a time is told', async () => {
  const posts = [
    { id: 'a', ...REELS, not_before: '2025-11-04T12:30:00+02:00', deadline: '2025-11-04T14:00:00+02:00' },
    { id: 'b', platform: 'linkedin', content_type: 'linkedin_post', deadline: '2025-11-03T00:30:00Z' },
  ];
  const { file, options } = fileOf({ bulk_job_id: 'j', posts });
  const { plan } = await runBatch(file, options);
  expect(plan.job_assignments.map(({ scheduled_time }) => scheduled_time)).toEqual([
    expect.stringMatching(/^2025-11-04T1[12]:00:00Z$/),
  ]);
  expect(plan.unplaced.map(({ post_id }) => post_id)).toEqual(['b']);
});

test('the same batch at another time gives the plan that is kept, byte by byte, and another one is refused', async () => {
  const { file, options } = fileOf({ bulk_job_id: 'j', posts: [{ id: 'a', ...REELS }] });
  const first = await runBatch(file, options);
  const again = await runBatch(file, { ...options, at: '2025-12-01T00:00:00Z' });
  expect([first.isNew, again.isNew]).toEqual([true, false]);
  expect(JSON.stringify(again.plan)).toBe(JSON.stringify(first.plan));
  expect(JSON.stringify(await findBatch(options.store, 'j'))).toBe(JSON.stringify(first.plan));
  writeFileSync(file, JSON.stringify({ bulk_job_id: 'j', posts: [{ id: 'b', ...REELS }] }));
  await expect(runBatch(file, options)).rejects.toThrow('another batch is kept under "j" already');
  expect((await runBatch(file, { ...options, key: 'k' })).isNew).toBe(true);
  expect((await listBatches(options.store)).map(({ key }) => key)).toEqual(['k', 'j']);
});

test('a batch without posts has an empty plan, which is kept', async () => {
  const { file, options } = fileOf({ bulk_job_id: 'j', posts: [] });
  expect((await runBatch(file, options)).plan).toMatchObject({ status: 'empty', projected_throughput: null });
  expect((await runBatch(file, options)).isNew).toBe(false);
});

test('the log that it begins is read by the adaptive cycle', async () => {
  const { file, folder, options } = fileOf({ bulk_job_id: 'j', posts: [{ id: 'a', ...REELS, priority: 3 }] });
  const { plan } = await runBatch(file, options);
  const log = join(folder, 'events.csv');
  writeFileSync(log, batchEvents(plan));
  const plannedAt = Date.parse(plan.job_assignments[0]!.scheduled_time);
  expect(readEvents(log)).toEqual([
    { at: Date.parse(AT), job: 'a', channel: 'instagram', event: 'planned', plannedAt, priority: 'urgent' },
  ]);
});

test('what is wrong is told', async () => {
  const batch = (post: object, more: object = {}) => ({
    bulk_job_id: 'j',
    posts: [{ id: 'a', ...REELS, ...post }],
    ...more,
  });
  expect(await refused(batch({}, { metadata: { start_after: '2025-11-03T00:00' } }))).toContain('with its zone');
  expect(await refused(batch({ platform: 'tiktok' }))).toContain('is no content type of it');
  expect(await refused(batch({ channel: 'nowhere' }))).toContain('which is not there');
  expect(await refused(batch({ prioritty: 3 }))).toContain('prioritty');
  expect(await refused(batch({}, { metadata: { deadline: '2025-11-01T00:00:00Z' } }))).toContain('has passed');
  expect(await refused({ bulk_job_id: 'j', posts: [{ id: 'a' }] })).toContain('neither a channel nor a platform');
  expect(await refused(0, '{"bulk_job_id":"j","posts":[],"__proto__":{"x":1}}')).toContain('__proto__');
  expect(await refused(0, '{"bulk_job_id":"j","posts":NaN}')).toContain('a value is needed');
  expect(await refused([])).toContain('a batch is an object');
});
