import { WEEKDAYS, type Weekday } from '../dates.ts';

/** The week of a scenario: its days, and how each is cut into periods. */
export interface Week {
  readonly days: readonly Weekday[];
  /** Periods of a day. */
  readonly periods: number;
  /** When the first period begins, "08:30". */
  readonly first: string;
  /** Minutes of a period. */
  readonly minutes: number;
}

/** One meeting: a day of the week, its first period, and the period before which it ends. */
export interface Meeting {
  readonly day: Weekday;
  readonly from: number;
  readonly to: number;
}

/** A meeting before it has a time: "tue:3" is three periods on Tuesday. */
export interface Length {
  readonly day: Weekday;
  readonly periods: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The time at which a period begins; after the last one, the end of the day. */
export function clockOf({ first, minutes }: Week, period: number): string {
  const at = minutesOf(first) + period * minutes;
  return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
}

/** The period that begins at a time of day, "13:30", or that has a number, "10"; undefined where there is none. */
export function periodOf(week: Week, text: string): number | undefined {
  const number = /^\d+$/.test(text) ? Number(text) : (minutesOf(text) - minutesOf(week.first)) / week.minutes;
  return Number.isInteger(number) && number >= 0 && number <= week.periods ? number : undefined;
}

/** The part of a pattern that says in which weeks it is held: "tue:3+weeks:1-6". */
const WEEKS = /^weeks:(odd|even|[1-9]\d?(?:-[1-9]\d?)?(?:;[1-9]\d?(?:-[1-9]\d?)?)*)$/;

/** In which weeks a pattern is held; undefined for every week. */
export function maskOf(pattern: string): string | undefined {
  const found = pattern.split('+').find((part) => WEEKS.test(part));
  return found?.slice('weeks:'.length);
}

/** The days and lengths of a pattern: "tue:3+thu:3", whatever weeks it is held in. Undefined where the text is none. */
export function lengthsOf(pattern: string): readonly Length[] | undefined {
  const parts = pattern.split('+');
  const days = parts.filter((part) => !WEEKS.test(part));
  if (days.length === 0 || parts.length - days.length > 1) return undefined;
  const lengths = days.map((part): Length | undefined => {
    const [, day, periods] = /^([a-z]{3}):([1-9]\d*)$/.exec(part) ?? [];
    const known = WEEKDAYS.find((each) => each === day);
    return known === undefined ? undefined : { day: known, periods: Number(periods) };
  });
  return lengths.every((length) => length !== undefined) ? lengths : undefined;
}

/** A meeting in words: "Tue 13:30-15:00". */
export const meetingText = (week: Week, { day, from, to }: Meeting): string =>
  `${dayName(day)} ${clockOf(week, from)}\u2013${clockOf(week, to)}`;

/** "Tue" */
export const dayName = (day: Weekday): string => `${day[0]!.toUpperCase()}${day.slice(1)}`;

/**
 * A break of a day in periods: the first in which it may begin, the one before which it must end, and how many whole
 * periods it takes.
 */
export function breakOf(week: Week, { from, to, minutes }: { from: string; to: string; minutes: number }) {
  const start = minutesOf(week.first);
  const clamp = (period: number) => Math.min(week.periods, Math.max(0, period));
  return {
    from: clamp(Math.ceil((minutesOf(from) - start) / week.minutes)),
    to: clamp(Math.floor((minutesOf(to) - start) / week.minutes)),
    length: Math.ceil(minutes / week.minutes),
  };
}

/** Minutes from the beginning of the day's first period to a time, or to the period with a number. */
export const minuteOf = (week: Week, text: string): number =>
  /^\d+$/.test(text) ? Number(text) * week.minutes : minutesOf(text) - minutesOf(week.first);
