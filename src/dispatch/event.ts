/**
 * What the log of a dispatcher can say of a job. `started` and `looked` are written before the call that they announce, so
 * that a crash in the middle leaves a trace; `absent` is the answer that the post is not there, and `held` says that a
 * person must look.
 */
export const EVENT_NAMES = [
  'planned',
  'started',
  'looked',
  'absent',
  'published',
  'rate_limited',
  'timed_out',
  'failed',
  'held',
  'cancelled',
] as const;

/** One of the names that an event can have. */
export type EventName = (typeof EVENT_NAMES)[number];

/** How urgent a job is. */
export type Priority = 'urgent' | 'normal' | 'low';

/**
 * One line of the log of a dispatcher. Instants are milliseconds since 1970 in UTC.
 *
 * @example
 * const { events } = simulate({ jobs: [{ id: 'a', channel: 'mastodon', plannedAt: 0, priority: 'normal' }], seed: 1 });
 * events.map(({ event }) => event) // ['planned', 'started', 'published']
 */
export interface DispatchEvent {
  readonly at: number;
  readonly job: string;
  readonly channel: string;
  readonly event: EventName;
  /** When it should start. */
  readonly plannedAt?: number;
  readonly priority?: Priority;
  /** Which call of this job it is, from 1. */
  readonly attempt?: number;
  /** After how many seconds the platform allows the next call. */
  readonly retryAfter?: number;
  /** Whether a published post did well, where somebody judged it. */
  readonly good?: boolean;
  /** Why it failed or waits for a person. */
  readonly reason?: string;
}
