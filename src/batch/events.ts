import type { ResultTable } from '../tables/result.ts';
import { toCsv } from '../tables/write.ts';
import type { BatchPlan } from './plan.ts';

/**
 * The log with which the execution of a plan begins: one event `planned` for each post, as CSV that `evenhand adapt`
 * reads.
 *
 * @example
 * const post = { id: 'a', platform: 'instagram', content_type: 'instagram_reels' };
 * writeNew(`${folder}/jobs.json`, JSON.stringify({ bulk_job_id: 'jobs', posts: [post] }));
 * const { plan } = await runBatch(`${folder}/jobs.json`, { store: `${folder}/jobs`, at: '2025-11-03T00:00:00Z' });
 * batchEvents(plan).split('\n')[0].trim() // 'at,job,channel,event,planned_at,priority'
 */
export function batchEvents({ created_at, job_assignments }: BatchPlan): string {
  const columns = ['at', 'job', 'channel', 'event', 'planned_at', 'priority'];
  const table: ResultTable = {
    columns: columns.map((name) => ({ name, type: 'text', label: name })),
    rows: job_assignments.map(({ post_id, channel, scheduled_time, priority }) => [
      created_at,
      post_id,
      channel,
      'planned',
      scheduled_time,
      priority,
    ]),
  };
  return toCsv(table);
}
