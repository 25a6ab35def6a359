import { Temporal } from 'temporal-polyfill';

/** Monday first, as a planning week runs. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export type Quarter = 'Q1' | 'Q2' | 'Q3' | 'Q4';

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const MONTH_NAMES = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const EPOCH = Temporal.PlainDate.from('1970-01-01');
/** Days of a common year before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;
/** The epoch days of 0001-01-01, and of the first and the last day that four digits of a year can name. */
const [YEAR_ONE, FIRST, LAST] = [-719_162, -719_528, 2_932_896] as const;
const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Remembers answers: a data set names few dates, many times. Emptied when full, so that it cannot grow for ever. */
function remembered<K, V>(answer: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = answer(key);
    if (known.size >= 20_000) known.clear();
    known.set(key, value);
    return value;
  };
}

function plainDate(iso: string): Temporal.PlainDate {
  if (!SHAPE.test(iso)) throw new RangeError(`not a date written YYYY-MM-DD: "${iso}"`);
  // The constructor refuses days that do not exist, and is three times faster than reading the text.
  return new Temporal.PlainDate(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8)));
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The epoch day of the first day of a month, by the rule of the Gregorian calendar; month 13 is the next January. */
function firstOfMonth(year: number, month: number): number {
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  return YEAR_ONE + 365 * past + leapDays + BEFORE_MONTH[month - 1]! + (month > 2 && isLeap(year) ? 1 : 0);
}

/**
 * Whether a text is a day of the calendar written `YYYY-MM-DD`.
 *
 * @example
 * isDate('2024-02-29') // true
 * isDate('2025-02-30') // false
 */
export function isDate(text: string): boolean {
  try {
    epochDay(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Days since 1970-01-01, for arithmetic in hot loops. Counted here and not by Temporal, which takes many times as long:
 * a data set names thousands of days. Throws `RangeError` for what is no date.
 *
 * @example
 * epochDay('1970-01-02') // 1
 * epochDay('2025-09-22') // 20353
 */
export const epochDay: (iso: string) => number = remembered((iso: string) => {
  if (!SHAPE.test(iso)) throw new RangeError(`not a date written YYYY-MM-DD: "${iso}"`);
  const [year, month, day] = [Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), Number(iso.slice(8))];
  if (month < 1 || month > 12 || day < 1 || day > firstOfMonth(year, month + 1) - firstOfMonth(year, month))
    throw new RangeError(`no such day: ${iso}`);
  return firstOfMonth(year, month) + day - 1;
});

/**
 * The date of an epoch day.
 *
 * @example
 * isoDate(20353) // '2025-09-22'
 */
export const isoDate: (day: number) => string = remembered((day: number) => {
  // Years of other than four digits are written with a sign.
  if (!(day >= FIRST && day <= LAST && Number.isInteger(day))) return EPOCH.add({ days: day }).toString();
  let year = Math.floor((day - FIRST) / 365.2425);
  while (firstOfMonth(year, 1) > day) year--;
  while (firstOfMonth(year + 1, 1) <= day) year++;
  let month = 12;
  while (firstOfMonth(year, month) > day) month--;
  const text = (value: number, width: number) => String(value).padStart(width, '0');
  return `${text(year, 4)}-${text(month, 2)}-${text(day - firstOfMonth(year, month) + 1, 2)}`;
});

/**
 * The date so many days later.
 *
 * @example
 * addDays('2025-02-27', 2) // '2025-03-01'
 */
export function addDays(iso: string, days: number): string {
  return isoDate(epochDay(iso) + days);
}

/**
 * The date so many calendar months later; a day that the month lacks becomes its last day.
 *
 * @example
 * addMonths('2025-09-22', -12) // '2024-09-22'
 * addMonths('2024-02-29', -12) // '2023-02-28'
 */
export function addMonths(iso: string, months: number): string {
  return plainDate(iso).add({ months }).toString();
}

/**
 * The weekday of a date, or of an epoch day.
 *
 * @example
 * weekday('2025-09-22') // 'mon'
 * weekday(20354) // 'tue'
 */
export function weekday(date: string | number): Weekday {
  return WEEKDAYS[weekdayIndex(date)] as Weekday;
}

/**
 * The weekday's place in `WEEKDAYS`: 0 Monday … 6 Sunday.
 *
 * @example
 * weekdayIndex('2025-09-28') // 6
 */
export function weekdayIndex(date: string | number): number {
  const day = typeof date === 'number' ? date : epochDay(date);
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * The full English name of a date's weekday.
 *
 * @example
 * dayName('2025-09-25') // 'Thursday'
 */
export function dayName(date: string | number): string {
  return DAY_NAMES[weekdayIndex(date)] as string;
}

/**
 * The full English name of a weekday.
 *
 * @example
 * weekdayName('thu') // 'Thursday'
 */
export function weekdayName(day: Weekday): string {
  return DAY_NAMES[WEEKDAYS.indexOf(day)] as string;
}

/**
 * A date for people.
 *
 * @example
 * longDate('2025-09-25') // 'Thursday 25 September'
 */
export function longDate(iso: string): string {
  const date = plainDate(iso);
  return `${dayName(iso)} ${date.day} ${MONTH_NAMES[date.month - 1]}`;
}

/**
 * The calendar quarter of a date.
 *
 * @example
 * quarterOf('2025-09-30') // {year: 2025, quarter: 'Q3'}
 */
export const quarterOf: (iso: string) => { readonly year: number; readonly quarter: Quarter } = remembered(
  (iso: string) => {
    const { year, month } = plainDate(iso);
    return { year, quarter: `Q${Math.ceil(month / 3)}` as Quarter };
  },
);
