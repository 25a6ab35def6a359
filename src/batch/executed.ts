import { measure, shareOf } from '../adapt/measure.ts';
import type { DispatchEvent } from '../dispatch/event.ts';
import type { BatchPlan } from './plan.ts';

/**
 * A plan together with what its execution was: `schedule_adherence_score` is the share of the posts due that started
 * within 15 minutes of their time. The times are those of the plan, whatever the log says of them, and the log is known as
 * far as its last event. Null where nothing of the plan is executed in the log, or no post is due yet.
 */
export function asExecuted(plan: BatchPlan, log: readonly DispatchEvent[]): BatchPlan {
  const keyOf = (channel: string, job: string) => JSON.stringify([channel, job]);
  const own = new Set(plan.job_assignments.map(({ channel, post_id }) => keyOf(channel, post_id)));
  const done = log.filter(({ event }) => event !== 'planned');
  const executed = done.filter(({ channel, job }) => own.has(keyOf(channel, job)));
  if (executed.length === 0) return { ...plan, schedule_adherence_score: null };
  // What was planned comes first, however late the plan itself was made.
  const planned = plan.job_assignments.map(
    ({ post_id, channel, scheduled_time }): DispatchEvent => ({
      at: -Infinity,
      job: post_id,
      channel,
      event: 'planned',
      plannedAt: Date.parse(scheduled_time),
    }),
  );
  const started = executed.map(({ plannedAt: _, ...event }) => event);
  const to = done.reduce((last, { at }) => Math.max(last, at), -Infinity);
  const { adherence } = measure([...planned, ...started.sort((a, b) => a.at - b.at)], { from: -Infinity, to });
  return { ...plan, schedule_adherence_score: shareOf(adherence) };
}
