import { Temporal } from 'temporal-polyfill';
import { historyProblems } from './problems.ts';

/** The offsets of a zone in a span of time, in seconds. */
export interface Zone {
  /** Since when each offset holds, ascending; the first holds from ever. */
  readonly since: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * The offsets of a zone between two instants, in seconds since 1970.
 *
 * @throws Refusal where there is no such zone.
 */
export function zoneOf(name: string, from: number, to: number): Zone {
  const since = [Number.NEGATIVE_INFINITY];
  let at = start(name, from);
  const offsets = [at.offsetNanoseconds / 1e9];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds / 1000 > to) return { since, offsets };
    since.push(next.epochMilliseconds / 1000);
    offsets.push(next.offsetNanoseconds / 1e9);
    at = next;
  }
}

function start(name: string, from: number): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(from * 1000).toZonedDateTimeISO(name);
  } catch {
    throw historyProblems.badZone(name);
  }
}

/** The seconds of the clock on the wall, as if it stood in UTC. */
const localOf = (zone: Zone, at: number): number => at + zone.offsets[placeOf(zone, at)]!;

const DAY = 86_400;

/** The weekday (0 is Monday) and the hour that the clock on the wall shows. */
export function slotOf(zone: Zone, at: number): { readonly weekday: number; readonly hour: number } {
  const local = localOf(zone, at);
  const day = Math.floor(local / DAY);
  // The first day of 1970 was a Thursday.
  return { weekday: (((day + 3) % 7) + 7) % 7, hour: Math.floor((local - day * DAY) / 3600) };
}

/** The instants at which the clock on the wall shows these seconds: one; none or two where the clocks change. */
export function instantsOf(zone: Zone, local: number): readonly number[] {
  const candidates = [...new Set([-1, 0, 1].flatMap((step) => zone.offsets[placeOf(zone, local) + step] ?? []))];
  return candidates
    .map((offset) => local - offset)
    .filter((at) => localOf(zone, at) === local)
    .sort((a, b) => a - b);
}

function placeOf({ since }: Zone, at: number): number {
  let [low, high] = [0, since.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (since[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
