import { addDays } from '../../../tables/dates.ts';
import type { BreakRow } from '../tables.ts';
import { startOf } from '../world/start.ts';
import { type Clock, type Epoch, epochOf, meaningOf, secondsOf } from '../world/time.ts';

/** What the settings make wrong in a row of `breaks`: no start, two starts, or a local time that clocks do not show. */
export function breakFault(settings: { readonly date: string }, clock: Clock, row: BreakRow) {
  if ((row.local === null) === (row.utc === null))
    return { column: 'local', reason: row.local === null ? 'has neither local nor utc' : 'has both local and utc' };
  if (row.local === null) return undefined;
  const date = row.date ?? settings.date;
  const meaning = meaningOf(clock, date, row.local);
  if ('epoch' in meaning) {
    if (row.offset === null || withOffset(clock, date, row.local, row.offset) === meaning.epoch) return undefined;
    return { column: 'offset', reason: `is not the offset of ${clock.zone} at ${row.local} on ${date}` };
  }
  const fits = meaning.offsets.some((one) => row.offset !== null && epochOf(AT + one) === epochOf(AT + row.offset));
  return fits ? undefined : { column: 'local', reason: ambiguity(clock, date, row.local, meaning) };
}

/**
 * Breaks that begin before another is over, the later of the two each: one row is at fault, and the rest of the log is
 * planned.
 */
export function overlapFaults(settings: { readonly date: string }, clock: Clock, rows: readonly BreakRow[]) {
  const all = rows
    .map((row, at) => ({ at, id: row.id, start: startOf(settings, clock, row), seconds: row.seconds, utc: row.utc }))
    .filter(({ start }) => Number.isFinite(start))
    .sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
  let before = all[0];
  return all.slice(1).flatMap((next) => {
    const end = before!.start + before!.seconds;
    if (next.start >= end) {
      before = next;
      return [];
    }
    const reason = `begins ${end - next.start} s before the break "${before!.id}" is over`;
    return [{ at: next.at, column: next.utc === null ? 'local' : 'utc', reason }];
  });
}

// Any day will do to see whether two offsets are the same.
const AT = '2000-01-01T00:00';

function withOffset({ dayStart }: Clock, date: string, local: string, offset: string): Epoch {
  return epochOf(`${secondsOf(local) < dayStart ? addDays(date, 1) : date}T${local}${offset}`);
}

/** "is shown twice by the clocks of America/New_York in the night of 2025-11-01: the offset is -04:00 or -05:00". */
function ambiguity(
  { zone, dayStart }: Clock,
  date: string,
  local: string,
  { why, offsets }: { readonly why: 'twice' | 'never'; readonly offsets: readonly [string, string] },
): string {
  const shown = why === 'twice' ? 'is shown twice' : 'is never shown';
  const night = secondsOf(local) < dayStart ? 'in the night after' : 'on';
  return `${shown} by the clocks of ${zone} ${night} ${date}; an offset decides: ${offsets[0]} or ${offsets[1]}`;
}
