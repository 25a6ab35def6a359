import type { PreemptionRow } from '../tables.ts';
import type { RotationScope } from './scope.ts';
import { type Clock, type Epoch, epochOf, meaningOf } from './time.ts';

/** A time in which a live event has the air: no spot begins in it. */
export interface LiveEvent {
  readonly from: Epoch;
  readonly over: Epoch;
  /** Why, as the rows say it, each reason once. */
  readonly reasons: readonly string[];
}

/**
 * The live events of some preemptions, the earliest first. Rows that overlap or touch are one event that takes longer:
 * an extension is written as a further row, with the same begin or with another.
 */
export function eventsOf(
  scope: Pick<RotationScope, 'date'>,
  clock: Clock,
  rows: readonly PreemptionRow[],
): readonly LiveEvent[] {
  const events: LiveEvent[] = [];
  const all = rows
    .map(({ from, live_end, reason }) => ({
      from: momentOf(scope, clock, from),
      over: momentOf(scope, clock, live_end),
      reasons: reason === null ? [] : [reason],
    }))
    .sort((a, b) => a.from - b.from || a.over - b.over);
  for (const next of all) {
    const before = events.at(-1);
    if (before === undefined || next.from > before.over) events.push(next);
    else
      events[events.length - 1] = {
        from: before.from,
        over: Math.max(before.over, next.over),
        reasons: [...new Set([...before.reasons, ...next.reasons])],
      };
  }
  return events;
}

/** An instant of a cell that holds a local time of the first date, or an instant. */
export function momentOf(scope: Pick<RotationScope, 'date'>, clock: Clock, text: string): Epoch {
  if (text.includes('T')) return epochOf(text);
  const meaning = meaningOf(clock, scope.date, text);
  // Where clocks fall back the first of the two is meant; where they spring forward, the time after the gap.
  return 'epoch' in meaning ? meaning.epoch : epochAround(clock, scope.date, text, meaning.offsets[0]);
}

const epochAround = (clock: Clock, date: string, text: string, offset: string): Epoch => {
  const meaning = meaningOf(clock, date, text, offset);
  return 'epoch' in meaning ? meaning.epoch : Number.NaN;
};
