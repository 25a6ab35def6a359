import { Temporal } from 'temporal-polyfill';
import { addDays } from '../../../tables/dates.ts';

/** Seconds since 1970-01-01T00:00:00Z, a whole number: every time of the domain is compared in these. */
export type Epoch = number;

/** Where local times are read: the zone, and when a broadcast date begins (seconds after midnight). */
export interface Clock {
  readonly zone: string;
  readonly dayStart: number;
}

/** The instants that a local time may mean: one; none where clocks spring forward; two where they fall back. */
export type Meaning =
  | { readonly epoch: Epoch }
  | { readonly why: 'twice' | 'never'; readonly offsets: readonly [earlier: string, later: string] };

/** Whether a text names a time zone. */
export function isZone(text: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Seconds after midnight of a time of day.
 *
 * @example
 * secondsOf('20:14') // 72840
 * secondsOf('00:00:30') // 30
 */
export function secondsOf(clock: string): number {
  const [hours, minutes, seconds = '0'] = clock.split(':');
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/**
 * Seconds after the begin of the broadcast date: times before `dayStart` belong to the night at its end.
 *
 * @example
 * broadcastSeconds('01:00', 21600) // 68400
 */
export const broadcastSeconds = (clock: string, dayStart: number): number =>
  (secondsOf(clock) - dayStart + 86_400) % 86_400;

/**
 * The instant of a local time on a broadcast date. A time before the day's begin is of the next calendar day. With an
 * offset ('-04:00') a time that clocks show twice, or never, has a meaning too.
 *
 * @example
 * meaningOf({ zone: 'America/New_York', dayStart: 21600 }, '2025-03-08', '20:00') // { epoch: 1741482000 }
 */
export function meaningOf(clock: Clock, date: string, local: string, offset?: string | null): Meaning {
  const day = secondsOf(local) < clock.dayStart ? addDays(date, 1) : date;
  const plain = Temporal.PlainDateTime.from(`${day}T${local}`);
  const earlier = plain.toZonedDateTime(clock.zone, { disambiguation: 'earlier' });
  const later = plain.toZonedDateTime(clock.zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { epoch: earlier.epochMilliseconds / 1000 };
  if (offset) return { epoch: epochOf(`${plain.toString()}${offset}`) };
  const why = earlier.toPlainDateTime().equals(plain) ? 'twice' : 'never';
  // In a gap the earlier reading shows the offset after it: put both in the order of the instants they make.
  const offsets = [earlier.offset, later.offset].sort((a, b) => instantWith(plain, a) - instantWith(plain, b));
  return { why, offsets: [offsets[0]!, offsets[1]!] };
}

const instantWith = (plain: Temporal.PlainDateTime, offset: string): Epoch => epochOf(`${plain.toString()}${offset}`);

/**
 * The instant of an ISO text with its zone, in whole seconds.
 *
 * @example
 * epochOf('2025-03-10T20:00:00-04:00') // 1741651200
 */
export const epochOf = (iso: string): Epoch => Math.floor(Temporal.Instant.from(iso).epochMilliseconds / 1000);

/**
 * The instant as ISO text in UTC.
 *
 * @example
 * utcOf(1741651200) // '2025-03-11T00:00:00Z'
 */
export const utcOf = (epoch: Epoch): string => Temporal.Instant.fromEpochMilliseconds(epoch * 1000).toString();

/** What a clock in the zone shows: the broadcast date, and the local time 'HH:MM:SS'. */
export function localOf({ zone, dayStart }: Clock, epoch: Epoch): { readonly date: string; readonly local: string } {
  const shown = Temporal.Instant.fromEpochMilliseconds(epoch * 1000).toZonedDateTimeISO(zone);
  const local = shown.toPlainTime().toString({ smallestUnit: 'second' });
  const date = shown.toPlainDate().toString();
  return { date: secondsOf(local) < dayStart ? addDays(date, -1) : date, local };
}

/**
 * The broadcast dates of a scenario.
 *
 * @example
 * datesFrom('2025-03-31', 2) // ['2025-03-31', '2025-04-01']
 */
export const datesFrom = (date: string, days: number): readonly string[] =>
  Array.from({ length: days }, (_, k) => addDays(date, k));
