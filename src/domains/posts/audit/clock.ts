import { Temporal } from 'temporal-polyfill';

/** What clocks show at an instant. */
export interface Shown {
  /** '2025-11-04' */
  readonly date: string;
  readonly hour: number;
  readonly minute: number;
  /** 0 is Monday. */
  readonly weekday: number;
  /** The Monday of its week. */
  readonly monday: string;
}

/** What the clocks of a zone show at instants, in minutes since 1970; each is looked up once. */
export function clocksOf(zone: string): (instant: number) => Shown {
  const known = new Map<number, Shown>();
  return (instant) => {
    const before = known.get(instant);
    if (before) return before;
    const at = Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toZonedDateTimeISO(zone);
    const shown = {
      date: at.toPlainDate().toString(),
      hour: at.hour,
      minute: at.minute,
      weekday: at.dayOfWeek - 1,
      monday: at
        .toPlainDate()
        .subtract({ days: at.dayOfWeek - 1 })
        .toString(),
    };
    known.set(instant, shown);
    return shown;
  };
}

const minutesOf = (at: Temporal.Instant | Temporal.ZonedDateTime): number => Math.round(at.epochMilliseconds / 60_000);

/**
 * The instant that a cell means, in minutes since 1970: a day begins with its first minute. Of a time that clocks skip it
 * is the moment at which they go on, and of one that they show twice the first.
 */
export function begins(text: string, zone: string): number {
  if (text.endsWith('Z')) return minutesOf(Temporal.Instant.from(text));
  if (!text.includes('T')) return minutesOf(Temporal.PlainDate.from(text).toZonedDateTime(zone));
  const local = Temporal.PlainDateTime.from(text);
  const at = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (at.toPlainDateTime().equals(local)) return minutesOf(at);
  return minutesOf(at.getTimeZoneTransition('next')!);
}

/** The last minute that a deadline allows: a day is meant with all of its hours, a time that clocks show twice with both. */
export function ends(text: string, zone: string): number {
  if (text.endsWith('Z')) return minutesOf(Temporal.Instant.from(text));
  if (!text.includes('T')) return minutesOf(Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone)) - 1;
  const local = Temporal.PlainDateTime.from(text);
  const at = local.toZonedDateTime(zone, { disambiguation: 'later' });
  return at.toPlainDateTime().equals(local) ? minutesOf(at) : begins(text, zone) - 1;
}

/** An instant as schedules have it, '2025-11-04T14:30Z'. */
export const instantOf = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toString({ smallestUnit: 'minute' });

/** What clocks show, for people: 'Tue 2025-11-04 09:30'. */
export const spoken = ({ date, hour, minute, weekday }: Shown): string =>
  `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekday]} ${date} ${clockText(hour * 60 + minute)}`;

/** Minutes after midnight as '09:30'. */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The begin of the k-th interval after a local begin, from 0 on. */
export function intervalStart(from: number, zone: string, count: number, unit: string): number {
  const first = Temporal.Instant.fromEpochMilliseconds(from * 60_000)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  return begins(
    first
      .add({ [`${unit}s`]: count })
      .toString()
      .slice(0, 16),
    zone,
  );
}
