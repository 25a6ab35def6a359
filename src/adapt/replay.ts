import type { Channel } from '../dispatch/channel.ts';
import type { DispatchEvent } from '../dispatch/event.ts';
import type { Parameters } from '../dispatch/parameters.ts';
import { type PlannedJob, simulate } from '../dispatch/simulate.ts';
import { FAULTLESS } from '../dispatch/simulated.ts';
import { type Measures, measure, shareOf } from './measure.ts';

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
  /** Of the channels that refused calls: how many posts they took in their best minute and in their best hour. */
  readonly limits: readonly { readonly channel: string; readonly atOnce: number; readonly perHour: number }[];
}

const MINUTE = 60_000;
const HOUR = 3_600_000;

/**
 * Runs the plan of a log again, in a simulation, with two sets of parameters. A channel that refused calls is taken to
 * allow what it took in its best minute and its best hour with the share of its limit that was used before; others have no limit. As many calls as in the log are refused
 * beside that, whatever their limit. Nothing is sent anywhere.
 */
export function replay(
  events: readonly DispatchEvent[],
  { before, after, seed }: { readonly before: Parameters; readonly after: Parameters; readonly seed: number },
): Replay {
  const jobs = planOf(events);
  const limits = limitsOf(events);
  const channels = limits.map((limit) => channelWith(limit, before.bucketShare));
  const { limited } = measure(events, { from: -Infinity, to: Infinity });
  const faults = { ...FAULTLESS, limited: shareOf(limited) ?? 0, says: 0.5 };
  const runWith = (parameters: Parameters): Replayed => {
    if (jobs.length === 0) return { measures: measure([], { from: 0, to: 0 }), twice: 0, lost: 0 };
    const done = simulate({ jobs, channels, faults, parameters, seed });
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
    const times = events
      .flatMap(({ at, event, channel: own }) => (own === channel && event === 'published' ? at : []))
      .sort((a, b) => a - b);
    return { channel, atOnce: mostIn(times, MINUTE), perHour: mostIn(times, HOUR) };
  });
}

/** The most of ordered times that fell into any span, at least one. */
function mostIn(times: readonly number[], span: number): number {
  let [first, most] = [0, 1];
  for (const [last, at] of times.entries()) {
    while (times[first]! <= at - span) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

const channelWith = ({ channel, atOnce, perHour }: Replay['limits'][number], used: number): Channel => ({
  name: channel,
  idempotent: true,
  askable: true,
  settle: 60,
  capacity: atOnce / used,
  refill: perHour / used / 3600,
});
