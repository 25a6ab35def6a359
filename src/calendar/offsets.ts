import { Temporal } from 'temporal-polyfill';

/** The offsets of a time zone in a span of time, in seconds. */
export interface Offsets {
  /** Since when each offset holds, ascending; the first holds from ever. */
  readonly since: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * The offsets of a zone between two instants, in seconds since 1970.
 *
 * @throws RangeError where there is no such zone.
 */
export function offsetsOf(zone: string, from: number, to: number): Offsets {
  const since = [Number.NEGATIVE_INFINITY];
  let at = Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(zone);
  const offsets = [at.offsetNanoseconds / 1e9];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds / 1000 > to) return { since, offsets };
    since.push(next.epochMilliseconds / 1000);
    offsets.push(next.offsetNanoseconds / 1e9);
    at = next;
  }
}

/** What the clock on the wall shows at an instant, in seconds as if it stood in UTC. */
export const wallOf = (zone: Offsets, at: number): number => at + zone.offsets[placeOf(zone, at)]!;

/** The instants at which the clock on the wall shows this; none or two where the clocks change. */
export function instantsAt(zone: Offsets, wall: number): readonly number[] {
  const candidates = [...new Set([-1, 0, 1].flatMap((step) => zone.offsets[placeOf(zone, wall) + step] ?? []))];
  return candidates
    .map((offset) => wall - offset)
    .filter((at) => wallOf(zone, at) === wall)
    .sort((a, b) => a - b);
}

/** The weekday of a number of days since 1970-01-01, a Thursday: 0 is Monday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

function placeOf({ since }: Offsets, at: number): number {
  let [low, high] = [0, since.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (since[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
