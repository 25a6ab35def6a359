import type { DispatchEvent, Priority } from './event.ts';

/**
 * Where a job stands. `unknown`: a call was not answered, so that its post may be there or not; nothing is sent again
 * before that is known.
 */
export type JobState = 'planned' | 'waiting' | 'in flight' | 'published' | 'unknown' | 'failed' | 'cancelled';

/** What the log says of a job. */
export interface Job {
  readonly id: string;
  readonly channel: string;
  readonly plannedAt: number;
  readonly priority: Priority;
  readonly state: JobState;
  /** How many calls were begun. */
  readonly attempts: number;
  /** How many of them were not answered. */
  readonly failures: number;
  /** When the last call that may have published was begun. */
  readonly calledAt: number;
  /** How often the platform was asked in vain whether the post is there. */
  readonly looks: number;
  /** Whether the call under way only asks. */
  readonly looking: boolean;
  /** Whether the platform said that it has this post already. */
  readonly duplicate: boolean;
  /** It waits for a person. */
  readonly held: boolean;
  /** When the last event of it was. */
  readonly at: number;
}

const ENDED: readonly JobState[] = ['published', 'failed', 'cancelled'];

/** Whether nothing more is to be done for a job, but for a person. */
export const isOver = ({ state, held }: Job): boolean => held || ENDED.includes(state);

/** The reason of an unanswered call where the platform says that it has this post already. */
export const DUPLICATE = 'the platform says that it has this post already';

/** A job after an event of it. What comes after its end changes nothing: the first word counts. */
export function jobAfter(job: Job | undefined, event: DispatchEvent): Job | undefined {
  const { at } = event;
  if (job === undefined) return event.event === 'planned' ? newJob(event) : undefined;
  if (ENDED.includes(job.state)) return job;
  const next = { ...job, at };
  switch (event.event) {
    case 'planned':
      return job.state === 'planned' ? { ...next, plannedAt: event.plannedAt ?? job.plannedAt } : job;
    case 'started':
      return { ...next, state: 'in flight', looking: false, attempts: job.attempts + 1, calledAt: at };
    case 'looked':
      return { ...next, state: 'in flight', looking: true, looks: job.looks + 1 };
    case 'absent':
      return { ...next, state: 'waiting', looks: 0, looking: false };
    case 'published':
      return { ...next, state: 'published' };
    case 'rate_limited':
      return limited(next);
    case 'timed_out':
      return unanswered(next, event.reason === DUPLICATE);
    case 'failed':
      return { ...next, state: 'failed' };
    case 'held':
      return { ...next, state: 'unknown', held: true };
    case 'cancelled':
      return job.state === 'planned' || job.state === 'waiting' ? { ...next, state: 'cancelled' } : job;
  }
}

/**
 * A refused look leaves open whether the post is there. So does a refused repetition where the call before it was never
 * answered; but whether it was is not kept, since a key makes the repetition harmless there.
 */
const limited = (job: Job): Job =>
  job.looking ? { ...job, state: 'unknown', looking: false, looks: job.looks - 1 } : { ...job, state: 'waiting' };

const unanswered = (job: Job, duplicate: boolean): Job => ({
  ...job,
  state: 'unknown',
  looking: false,
  failures: job.failures + (job.looking ? 0 : 1),
  duplicate: job.duplicate || duplicate,
});

const newJob = ({ job, channel, at, plannedAt = at, priority = 'normal' }: DispatchEvent): Job => ({
  id: job,
  channel,
  plannedAt,
  priority,
  state: 'planned',
  attempts: 0,
  failures: 0,
  calledAt: -Infinity,
  looks: 0,
  looking: false,
  duplicate: false,
  held: false,
  at,
});
