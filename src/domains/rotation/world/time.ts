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

/** What clocks do on a broadcast date, in seconds. */
export interface ClockChange {
  /** What the clocks show, from the begin of the date, when they change. */
  readonly at: number;
  /** How far they then go forward; below zero, back. */
  readonly by: number;
}

/** A broadcast date: when it begins, and what clocks do on it. */
export interface Day {
  readonly begin: Epoch;
  /** Undefined on nearly every date. */
  readonly change: ClockChange | undefined;
}

/**
 * When a broadcast date begins, and the change of clocks on it.
 *
 * @example
 * dayOf({ zone: 'America/New_York', dayStart: 21600 }, '2025-03-08').change // { at: 72000, by: 3600 }
 */
export function dayOf({ zone, dayStart }: Clock, date: string): Day {
  const begin = (day: string) =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: timeOf(dayStart) });
  const [first, next] = [begin(date), begin(addDays(date, 1))];
  const epoch = first.epochMilliseconds / 1000;
  const by = 86_400 - (next.epochMilliseconds / 1000 - epoch);
  const change = by === 0 ? null : first.getTimeZoneTransition('next');
  return { begin: epoch, change: change ? { at: change.epochMilliseconds / 1000 - epoch, by } : undefined };
}

const timeOf = (seconds: number): Temporal.PlainTime =>
  new Temporal.PlainTime(Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60), seconds % 60);

/**
 * Seconds that have passed since the begin of a date when clocks show a time of it: one number, or two where they show
 * it twice. A time that they skip is the same one after the change.
 *
 * @example
 * passedAt(7200, { at: 3600, by: 3600 }) // [3600]
 * passedAt(3600, { at: 7200, by: -3600 }) // [3600, 7200]
 */
export function passedAt(time: number, change: ClockChange | undefined): readonly number[] {
  if (change === undefined) return [time];
  const { at, by } = change;
  const before = time < at || (by > 0 && time < at + by);
  const after = time >= at + by && (by < 0 || !before);
  return [...(before ? [time] : []), ...(after ? [time - by] : [])];
}

/**
 * Days from one date to another.
 *
 * @example
 * daysBetween('2025-02-28', '2025-03-02') // 2
 */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/**
 * The broadcast dates of a scenario.
 *
 * @example
 * datesFrom('2025-03-31', 2) // ['2025-03-31', '2025-04-01']
 */
export const datesFrom = (date: string, days: number): readonly string[] =>
  Array.from({ length: days }, (_, k) => addDays(date, k));
