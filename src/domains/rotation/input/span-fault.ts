import type { BlackoutRow, PreemptionRow } from '../tables.ts';
import { momentOf } from '../world/events.ts';
import { type Clock, epochOf } from '../world/time.ts';

const isInstant = (moment: string): boolean => moment.includes('T');

/** What makes a blackout close nothing: an end before its begin, or one end on every date and the other on one. */
export function blackoutFault({ from, to }: BlackoutRow) {
  if (isInstant(from) !== isInstant(to))
    return { column: 'to', reason: `must be ${isInstant(from) ? 'an instant' : 'a local time'}, as the begin is` };
  if (!isInstant(from) || epochOf(to) > epochOf(from)) return undefined;
  return { column: 'to', reason: `is not after the begin, ${from}` };
}

/** What makes a preemption displace nothing: an end that is not after its begin. */
export function preemptionFault(settings: { readonly date: string }, clock: Clock, row: PreemptionRow) {
  if (momentOf(settings, clock, row.live_end) > momentOf(settings, clock, row.from)) return undefined;
  return { column: 'live_end', reason: `is not after the begin, ${row.from}` };
}
