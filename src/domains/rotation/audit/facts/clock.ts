import { Temporal } from 'temporal-polyfill';

export const MINUTE = 60;
export const DAY = 86_400;

/** Seconds since 1970 of an ISO time with a zone or offset; undefined for any other text. */
export function epochOf(iso: string): number | undefined {
  try {
    return Temporal.Instant.from(iso).epochMilliseconds / 1000;
  } catch {
    return undefined;
  }
}

/** `2025-03-11T00:14:00Z` of seconds since 1970. */
export function utcOf(epoch: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epoch * 1000).toString();
}

/** A local time of day in seconds from midnight: "20:14" is 72,840. */
function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * MINUTE + seconds;
}

/** "20:14", or "20:14:30" where there are seconds. */
export function timeText(seconds: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const rest = seconds % MINUTE;
  const text = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor((seconds % 3600) / MINUTE))}`;
  return rest === 0 ? text : `${text}:${two(rest)}`;
}

/** A moment as the market lives it: hours after midnight count for the day before until the broadcast day begins. */
export interface Moment {
  /** Broadcast date. */
  readonly date: string;
  /** Wall-clock seconds from the midnight of the broadcast date: 24:30 is 88,200. */
  readonly clock: number;
}

/** Reads moments of one zone. */
export function clockOf(zone: string, dayStart: string) {
  const begin = secondsOf(dayStart);
  // Many spots wish for the same time.
  const readings = new Map<string, readonly number[]>();
  return {
    momentOf(epoch: number): Moment {
      const at = Temporal.Instant.fromEpochMilliseconds(epoch * 1000).toZonedDateTimeISO(zone);
      const clock = at.hour * 3600 + at.minute * MINUTE + at.second;
      const date = at.toPlainDate();
      if (clock >= begin) return { date: date.toString(), clock };
      return { date: date.subtract({ days: 1 }).toString(), clock: clock + DAY };
    },
    /** A local time on a broadcast date as seconds since 1970; an offset decides where the clock shows it twice. */
    epochAt(date: string, time: string, offset: string | null = null): number | undefined {
      const seconds = secondsOf(time);
      const day = Temporal.PlainDate.from(date).add({ days: seconds < begin ? 1 : 0 });
      const local = `${day.toString()}T${longTime(time)}`;
      const plain = Temporal.PlainDateTime.from(local);
      const [first, second] = (['earlier', 'later'] as const).map(
        (disambiguation) => plain.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
      );
      if (offset !== null && first !== second) return epochOf(`${local}${offset}`);
      return plain.toZonedDateTime(zone).epochMilliseconds / 1000;
    },
    /** The instants that a local time of a broadcast date may mean; one that clocks skip means that after the gap. */
    readings(date: string, time: string): readonly number[] {
      const known = readings.get(`${date} ${time}`);
      if (known !== undefined) return known;
      const day = Temporal.PlainDate.from(date).add({ days: secondsOf(time) < begin ? 1 : 0 });
      const plain = Temporal.PlainDateTime.from(`${day.toString()}T${longTime(time)}`);
      const all = (['earlier', 'later'] as const).map((disambiguation) =>
        plain.toZonedDateTime(zone, { disambiguation }),
      );
      const shown = all.filter((one) => one.toPlainDateTime().equals(plain));
      const meant = shown.length > 0 ? shown : [plain.toZonedDateTime(zone)];
      const found = [...new Set(meant.map((one) => one.epochMilliseconds / 1000))];
      readings.set(`${date} ${time}`, found);
      return found;
    },
    /** A time of day on the scale of `Moment.clock`. */
    scale: (time: string): number => secondsOf(time) + (secondsOf(time) < begin ? DAY : 0),
  };
}

export type Clock = ReturnType<typeof clockOf>;

const longTime = (time: string): string => (time.split(':').length === 2 ? `${time}:00` : time);

/** A span of the broadcast day; one that ends before it begins ends on the next morning. */
export function spanOf(clock: Clock, from: string, to: string): readonly [from: number, to: number] {
  const [begin, end] = [clock.scale(from), clock.scale(to)];
  return [begin, end <= begin ? end + DAY : end];
}
