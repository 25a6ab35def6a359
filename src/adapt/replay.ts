import type { Channel } from '../dispatch/channel.ts';
import type { DispatchEvent } from '../dispatch/event.ts';
import type { Parameters } from '../dispatch/parameters.ts';
import { type PlannedJob, simulate } from '../dispatch/simulate.ts';
import { type Measures, measure } from './measure.ts';

/** What would have happened with one set of parameters. */
export interface Replayed {
  readonly measures: Measures;
  readonly twice: number;
  readonly lost: number;
}

/** What would have happened with the parameters of before and with others, and the limits that were assumed. */
export interface Replay {
  readonly before: Replayed;
  readonly after: Replayed;
  /** Calls a minute, of the channels that refused any. */
  readonly limits: readonly { readonly channel: string; readonly perMinute: number }[];
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * Runs the plan of a log again, in a simulation, with two sets of parameters. A channel that refused calls is taken to
 * allow as many a minute as it answered otherwise in its best minute, and the dispatcher not to know it; others have no
 * limit. Nothing is sent anywhere.
 *
 * @example
 * const { events } = simulate({ jobs: [{ id: 'a', channel: 'mastodon', plannedAt: 0, priority: 'normal' }], seed: 1 });
 * replay(events, { before: PARAMETERS, after: { ...PARAMETERS, concurrency: 4 }, seed: 42 }).after.measures.published // 1
 */
export function replay(
  events: readonly DispatchEvent[],
  { before, after, seed }: { readonly before: Parameters; readonly after: Parameters; readonly seed: number },
): Replay {
  const jobs = planOf(events);
  const limits = limitsOf(events);
  const real = limits.map(({ channel, perMinute }) => channelWith(channel, perMinute));
  // It believes in twice of what is there: that is how calls come to be refused.
  const channels = limits.map(({ channel, perMinute }) => channelWith(channel, 2 * perMinute));
  const runWith = (parameters: Parameters): Replayed => {
    if (jobs.length === 0) return { measures: measure([], { from: 0, to: 0 }), twice: 0, lost: 0 };
    const done = simulate({ jobs, channels, real, parameters, seed });
    const from = done.events[0]!.at - 1;
    const to = Math.max(done.events.at(-1)!.at, ...jobs.map(({ plannedAt }) => plannedAt + HOUR));
    return { measures: measure(done.events, { from, to }), twice: done.twice, lost: done.lost };
  };
  return { before: runWith(before), after: runWith(after), limits };
}

function planOf(events: readonly DispatchEvent[]): readonly PlannedJob[] {
  const jobs = new Map<string, PlannedJob>();
  for (const { job, channel, plannedAt, priority, event } of events) {
    const id = JSON.stringify([channel, job]);
    if (event === 'cancelled') jobs.delete(id);
    if (plannedAt === undefined || event === 'cancelled') continue;
    jobs.set(id, { id, channel, plannedAt, priority: priority ?? jobs.get(id)?.priority ?? 'normal' });
  }
  return [...jobs.values()];
}

function limitsOf(events: readonly DispatchEvent[]): Replay['limits'] {
  const names = [...new Set(events.flatMap(({ event, channel }) => (event === 'rate_limited' ? channel : [])))].sort();
  return names.map((channel) => {
    const minutes = new Map<number, number>();
    for (const { at, event, channel: own } of events) {
      if (own !== channel || event !== 'published') continue;
      const minute = Math.floor(at / MINUTE);
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
    }
    const most = [...minutes.values()].reduce((greatest, each) => Math.max(greatest, each), 1);
    return { channel, perMinute: most };
  });
}

const channelWith = (name: string, perMinute: number): Channel => ({
  name,
  idempotent: true,
  askable: true,
  settle: 60,
  capacity: perMinute,
  refill: perMinute / 60,
});
