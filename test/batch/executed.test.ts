import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { findBatch, runBatch } from '../../src/index.ts';

const AT = '2025-11-03T00:00:00Z';
const folder = mkdtempSync(join(tmpdir(), 'batch-executed-'));
const [jobs, store] = [join(folder, 'jobs.json'), join(folder, 'store')];
/** When each post is planned, in milliseconds. */
const planned = new Map<string, number>();

beforeAll(async () => {
  const posts = ['a', 'b'].map((id) => ({ id, platform: 'linkedin', content_type: 'linkedin_post' }));
  const metadata = { start_after: AT, deadline: '2025-11-10T00:00:00Z' };
  writeFileSync(jobs, JSON.stringify({ bulk_job_id: 'j', posts, metadata }));
  // The plan itself is made much later than its posts go out.
  const { plan } = await runBatch(jobs, { store, at: '2026-01-01T00:00:00Z' });
  for (const { post_id, scheduled_time } of plan.job_assignments) planned.set(post_id, Date.parse(scheduled_time));
});

/** An event so many minutes after the time of a post. */
const event = (post: string, name: string, minutes: number, of = post): string =>
  `${new Date(planned.get(of)! + minutes * 60_000).toISOString()},${post},linkedin,${name},`;

async function score(...lines: readonly string[]) {
  const log = join(folder, 'log.csv');
  writeFileSync(log, ['at,job,channel,event,planned_at', ...lines].join('\n'));
  return (await findBatch(store, 'j', log))!.schedule_adherence_score;
}

describe('schedule_adherence_score', () => {
  it('counts a start of 15 minutes after the plan as on time, and one of 16 as late', async () => {
    expect(planned.size).toBe(2);
    const end = event('x', 'started', 10_000, 'a');
    expect(await score(event('a', 'started', 15), event('b', 'started', -15), end)).toBe(1);
    expect(await score(event('a', 'started', 16), event('b', 'started', 0), end)).toBe(0.5);
    expect(await score(event('a', 'started', 16), event('b', 'started', 16), end)).toBe(0);
  });

  it('counts a post that never started as late, and one that was cancelled not at all', async () => {
    const end = event('x', 'started', 10_000, 'a');
    expect(await score(event('a', 'started', 0), end)).toBe(0.5);
    expect(await score(event('a', 'started', 0), event('b', 'cancelled', -30), end)).toBe(1);
  });

  it('holds nothing against a post of which the time has not come', async () => {
    const [first, last] = [...planned].sort((a, b) => a[1] - b[1]).map(([id]) => id);
    expect(await score(event(first!, 'started', 0), event(first!, 'published', 15))).toBe(1);
    expect(await score(event(last!, 'started', -20_000))).toBeNull();
  });

  it('goes by the times of the plan, whatever the log calls planned', async () => {
    const late = `${event('a', 'started', 60)}${new Date(planned.get('a')! + 3_600_000).toISOString()}`;
    expect(await score(late, event('b', 'started', 0), event('x', 'started', 10_000, 'a'))).toBe(0.5);
  });

  it('is null of a log that has none of its posts, or only plans of them; the plan that is kept stays as it is', async () => {
    expect(await score(event('x', 'started', 10_000, 'a'))).toBeNull();
    expect(await score(event('a', 'started', 10_000).replace('linkedin', 'other'))).toBeNull();
    expect(await score(event('a', 'planned', 10_000))).toBeNull();
    expect((await findBatch(store, 'j'))!.schedule_adherence_score).toBeNull();
  });

  it('refuses a log that it cannot read, at its line', async () => {
    await expect(score('yesterday,a,linkedin,started,')).rejects.toMatchObject({
      problems: [expect.objectContaining({ place: expect.objectContaining({ line: 2 }) })],
    });
    await expect(findBatch(store, 'j', join(folder, 'absent.csv'))).rejects.toThrow('there is no such file');
  });
});
