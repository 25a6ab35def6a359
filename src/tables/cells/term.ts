import { addDays, epochDay, WEEKDAYS, type Weekday, weekdayIndex } from '../dates.ts';

/** A term: the days on which the weeks of a timetable are held. */
export interface Term {
  /** Its first and its last day, `YYYY-MM-DD`: any days of a week. */
  readonly first: string;
  readonly last: string;
  /** The time zone in which its hours are read, by its name in the IANA database. */
  readonly zone: string;
  /** Days on which nothing is held: one by one, or from a first to a last one. */
  readonly holidays: readonly Holiday[];
}

/** One day, or all days from one to another, both included. */
export type Holiday = string | { readonly from: string; readonly to: string };

/**
 * The Monday of each week of a term. The first one is on or before its first day: this week has the number 1.
 *
 * @example
 * weeksOf({ first: '2026-09-02', last: '2026-09-14' }) // ['2026-08-31', '2026-09-07', '2026-09-14']
 */
export function weeksOf({ first, last }: Pick<Term, 'first' | 'last'>): readonly string[] {
  const monday = epochDay(first) - weekdayIndex(first);
  const weeks = Math.floor((epochDay(last) - monday) / 7) + 1;
  return Array.from({ length: weeks }, (_, week) => addDays(first, 7 * week - weekdayIndex(first)));
}

/**
 * The dates on which something is held that stands on a day of the week: those of the term that are no holidays, in the
 * weeks with the numbers given, or in every week.
 *
 * @example
 * const term = { first: '2026-09-02', last: '2026-09-30', zone: 'America/Toronto', holidays: ['2026-09-14'] };
 * datesOf(term, 'mon') // ['2026-09-07', '2026-09-21', '2026-09-28']
 * datesOf(term, 'wed', [1, 3, 5]) // ['2026-09-02', '2026-09-16', '2026-09-30']
 */
export function datesOf(term: Term, day: Weekday, weeks?: readonly number[]): readonly string[] {
  return weeksOf(term)
    .filter((_, week) => weeks === undefined || weeks.includes(week + 1))
    .map((monday) => addDays(monday, WEEKDAYS.indexOf(day)))
    .filter((date) => date >= term.first && date <= term.last && !term.holidays.some((each) => isOn(each, date)));
}

const isOn = (holiday: Holiday, date: string): boolean => {
  const { from, to } = spanOf(holiday);
  return from <= date && date <= to;
};

/**
 * The first and the last day of a holiday.
 *
 * @example
 * spanOf('2026-10-12') // { from: '2026-10-12', to: '2026-10-12' }
 */
export const spanOf = (holiday: Holiday): { readonly from: string; readonly to: string } =>
  typeof holiday === 'string' ? { from: holiday, to: holiday } : holiday;
