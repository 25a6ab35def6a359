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

/** What to say of days and hours that a file names otherwise. */
export const layoutNotes = ({ week }: Layout, names: readonly string[]): readonly string[] => [
  `The days ${names.join(', ')} are read as ${week.days.join(', ')}`,
  `The periods of a day are read as ${week.minutes} minutes each from ${week.first} on, which the file does not say`,
];
