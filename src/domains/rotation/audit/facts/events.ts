import type { RotationSettings } from '../../scenario.ts';
import type { RotationTables } from '../../tables.ts';
import { type Clock, epochOf, timeText } from './clock.ts';

/** A live event: from its begin to just before its end nothing else begins. Seconds since 1970. */
export interface LiveEvent {
  readonly begin: number;
  readonly end: number;
  /** The ends that the rows say, the first one first: all but the last were put off. */
  readonly ends: readonly number[];
  /** "the live event (overtime) from 20:40 to 21:20". */
  readonly text: string;
}

/** Live events in the order of time. What overlaps or touches is one: a match that is extended, and extended again. */
export function liveEvents(settings: RotationSettings, tables: RotationTables, clock: Clock): readonly LiveEvent[] {
  const spans = tables.preemptions.rows
    .map((row) => ({
      begin: momentOf(settings.date, clock, row.from),
      end: momentOf(settings.date, clock, row.live_end),
      reason: row.reason,
    }))
    .filter(({ begin, end }) => begin < end);
  const begins = [...new Set(spans.map(({ begin }) => begin))].sort((a, b) => a - b);
  const events: LiveEvent[] = [];
  for (const begin of begins) {
    if (events.some((one) => begin <= one.end)) continue;
    let end = begin;
    // Whatever begins before the end so far may put the end off.
    for (let more = true; more; ) {
      const reach = Math.max(
        end,
        ...spans.filter((one) => one.begin >= begin && one.begin <= end).map((one) => one.end),
      );
      more = reach > end;
      end = reach;
    }
    const ends = spans.flatMap((one) => (one.begin >= begin && one.begin <= end ? [one.end] : []));
    const reasons = new Set(spans.flatMap((one) => (one.begin >= begin && one.begin < end ? (one.reason ?? []) : [])));
    const why = reasons.size === 0 ? '' : ` (${[...reasons].join('; ')})`;
    const [from, to] = [begin, end].map((at) => timeText(clock.momentOf(at).clock));
    events.push({
      begin,
      end,
      ends: [...new Set(ends)].sort((a, b) => a - b),
      text: `the live event${why} from ${from} to ${to}`,
    });
  }
  return events;
}

/** An instant, or a local time of a broadcast date. */
export function momentOf(date: string, clock: Clock, moment: string): number {
  return epochOf(moment) ?? clock.epochAt(date, moment) ?? Number.NaN;
}
