import { Temporal } from 'temporal-polyfill';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/**
 * The weekday of a date, in full.
 *
 * @example
 * dayName('2025-09-22') // 'Monday'
 */
export function dayName(date: string): string {
  return DAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]!;
}

/**
 * The date some days later.
 *
 * @example
 * daysAfter('2025-09-28', 3) // '2025-10-01'
 */
export function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * A date for running text. A schedule that was given may hold a text that is no date, which stays as it is.
 *
 * @example
 * longDate('2025-09-22') // 'Monday 22 September 2025'
 * longDate('next Monday') // 'next Monday'
 */
export function longDate(date: string): string {
  try {
    const { day, month, year } = Temporal.PlainDate.from(date);
    return `${dayName(date)} ${day} ${MONTHS[month - 1]} ${year}`;
  } catch {
    return date;
  }
}

/**
 * A text with its dates as people read them; what only looks like one, or is part of a name, stays.
 *
 * @example
 * datesIn('beer from 21:30 on 2025-03-10') // 'beer from 21:30 on Mon 10 Mar'
 */
export function datesIn(text: string): string {
  return text.replace(/(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])(?![\w-])/g, (date) => {
    try {
      return shortDate(date);
    } catch {
      return date;
    }
  });
}

/**
 * A date for a table or an axis.
 *
 * @example
 * shortDate('2025-09-22') // 'Mon 22 Sep'
 */
export function shortDate(date: string): string {
  const { day, month } = Temporal.PlainDate.from(date);
  return `${dayName(date).slice(0, 3)} ${day} ${MONTHS[month - 1]!.slice(0, 3)}`;
}
