import { clockOf, type Week } from '../../../tables/cells/week.ts';
import { WEEKDAYS, type Weekday } from '../../../tables/dates.ts';

/** A day and a period of it, from 0 on. */
interface At {
  readonly day: number;
  readonly period: number;
}

/** The week of a file whose periods have no hours. */
export interface Layout {
  readonly week: Week;
  readonly dayOf: (at: At) => Weekday;
  /** When a period begins: "08:00". */
  readonly startOf: (at: At) => string;
}

const LENGTHS = [60, 30, 20, 15, 10, 5] as const;

/** Periods of an hour from 08:00 on; shorter ones where so many do not fit into a day. */
export function layoutOf(days: number, periods: number): Layout {
  const minutes = LENGTHS.find((length) => periods * length <= 16 * 60) ?? 5;
  const week: Week = { days: WEEKDAYS.slice(0, days), periods, first: '08:00', minutes };
  return { week, dayOf: ({ day }) => WEEKDAYS[day]!, startOf: ({ period }) => clockOf(week, period) };
}

/**
 * The hours that names of periods say, such as "08:00" or "8:00 - 8:50"; those of `layoutOf` where they say none, or are
 * not equally long. `isSaid`: whether they say them.
 */
export function layoutOfNames(days: number, names: readonly string[]): Layout & { readonly isSaid: boolean } {
  const plain = layoutOf(days, names.length);
  const begins = names.map((name) => {
    const [, hours, minutes] = /^\s*(\d{1,2})[:.](\d\d)(?!\d)/.exec(name) ?? [];
    return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes);
  });
  const minutes = begins.length > 1 ? begins[1]! - begins[0]! : 60;
  const isEven = begins.every((begin, at) => begin === begins[0]! + at * minutes);
  const end = begins[0]! + begins.length * minutes;
  if (!isEven || !(minutes >= 5 && minutes <= 240 && end <= 24 * 60)) return { ...plain, isSaid: false };
  const first = clockOf({ days: [], periods: 0, first: '00:00', minutes: 1 }, begins[0]!);
  const week: Week = { ...plain.week, first, minutes };
  return { ...plain, week, startOf: ({ period }) => clockOf(week, period), isSaid: true };
}

/** What to say of days and hours that a file names otherwise. */
export const layoutNotes = ({ week }: Layout, names: readonly string[], isSaid = false): readonly string[] => [
  `The days ${names.join(', ')} are read as ${week.days.join(', ')}`,
  ...(isSaid
    ? []
    : [
        `The periods of a day are read as ${week.minutes} minutes each from ${week.first} on, which the file does not say`,
      ]),
];
