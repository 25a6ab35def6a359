import type { DispatchEvent } from '../dispatch/event.ts';

const MINUTE = 60_000;
const HOUR = 3_600_000;

/** So many minutes before or after its planned time a start counts as on time. */
export const ON_TIME = 15;

/** How many of how many: shares keep their counts, since a share of 3 says less than one of 300. */
export interface Share {
  readonly of: number;
  readonly hits: number;
}

/**
 * What a window of a log measures. A window is the time after `from` as far as `to`, in milliseconds since 1970.
 */
export interface Measures {
  readonly from: number;
  readonly to: number;
  readonly hours: number;
  readonly events: number;
  /** Jobs that were to start in the window. */
  readonly planned: number;
  readonly published: number;
  /** Of the calls of the window, those that were answered with 429. */
  readonly limited: Share;
  /** Seconds from the planned to the first start: the middle, and what 95 of 100 do not exceed. Null: no job. */
  readonly latency: { readonly p50: number; readonly p95: number } | null;
  /** Of the jobs that were to start, those that did within 15 minutes of the plan. */
  readonly adherence: Share;
  /** Of the jobs that were to start, those that are published. */
  readonly success: Share;
  /** Of the published posts that somebody judged, those that did well. */
  readonly good: Share;
  /** Jobs that the log calls published more than once. */
  readonly twice: number;
}

/** What the log says of one job. */
interface Trace {
  readonly plannedAt?: number;
  readonly start?: number;
  readonly published: number;
  readonly publishedAt?: number;
  readonly cancelled: boolean;
}

/**
 * Measures a window. A job belongs to the window in which the time to start it ran out: 15 minutes after its planned time;
 * so a log that ends early holds nothing against jobs that still had time. One that never started counts as late by the
 * time until the end of the window, since to leave it out would make a dispatcher look the better the less it does.
 *
 * @example
 * const { events } = simulate({ jobs: [{ id: 'a', channel: 'mastodon', plannedAt: 0, priority: 'normal' }], seed: 1 });
 * measure(events, { from: -1, to: 3_600_000 }).adherence // { of: 1, hits: 1 }
 */
export function measure(
  events: readonly DispatchEvent[],
  window: { readonly from: number; readonly to: number },
): Measures {
  const { from, to } = window;
  const inside = events.filter(({ at }) => at > from && at <= to);
  const traces = [...tracesOf(events.filter(({ at }) => at <= to)).values()];
  const due = traces.filter(({ plannedAt, cancelled }) => {
    const end = (plannedAt ?? Infinity) + ON_TIME * MINUTE;
    return !cancelled && end > from && end <= to;
  });
  const latencies = due.map(({ plannedAt, start }) => Math.max(0, (start ?? to) - plannedAt!) / 1000);
  const named = (...names: readonly string[]) => inside.filter(({ event }) => names.includes(event)).length;
  const judged = inside.filter(({ event, good }) => event === 'published' && good !== undefined);
  return {
    from,
    to,
    hours: Math.max(1, (to - from) / HOUR),
    events: inside.length,
    planned: due.length,
    published: named('published'),
    limited: { of: named('started', 'looked'), hits: named('rate_limited') },
    latency: latencies.length === 0 ? null : { p50: rank(latencies, 0.5), p95: rank(latencies, 0.95) },
    adherence: { of: due.length, hits: due.filter(isOnTime).length },
    success: { of: due.length, hits: due.filter(({ published }) => published > 0).length },
    good: { of: judged.length, hits: judged.filter(({ good }) => good).length },
    twice: traces.filter(({ published, publishedAt }) => published > 1 && publishedAt! > from).length,
  };
}

const isOnTime = ({ plannedAt, start }: Trace): boolean =>
  start !== undefined && Math.abs(start - plannedAt!) <= ON_TIME * MINUTE;

function tracesOf(events: readonly DispatchEvent[]): ReadonlyMap<string, Trace> {
  const traces = new Map<string, Trace>();
  for (const event of events) {
    // A job id may come again on another channel.
    const key = JSON.stringify([event.channel, event.job]);
    traces.set(key, traceAfter(traces.get(key) ?? { published: 0, cancelled: false }, event));
  }
  return traces;
}

function traceAfter(trace: Trace, { event, at, plannedAt }: DispatchEvent): Trace {
  const planned = trace.start === undefined && plannedAt !== undefined ? { ...trace, plannedAt } : trace;
  if (event === 'started' && trace.start === undefined) return { ...planned, start: at };
  if (event === 'cancelled') return { ...planned, cancelled: trace.start === undefined };
  return event === 'published' ? { ...planned, published: trace.published + 1, publishedAt: at } : planned;
}

/** The nearest rank: the least value that the share of all values does not exceed. */
function rank(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!);
}

/** The share as a number; null of nothing. */
export const shareOf = ({ of, hits }: Share): number | null => (of === 0 ? null : hits / of);
