import { addDays, isDate } from '../dates.ts';
import { listed, cellProblems as say } from '../problems.ts';
import { type Answer, bad, type CellSchema, filled } from './cell.ts';
import { DATE } from './editor.ts';
import { fullYear, monthOf } from './months.ts';

/** Ways to write a date that a column is known to have. `M/YYYY` means the month's first day. */
export type DateFormat = 'MM/DD/YY' | 'MM/DD/YYYY' | 'MM-DD-YY' | 'M/YYYY';

/** Which of two numbers is the month, as cells tell that can only be read in one way. */
type Order = 'month' | 'day' | 'both' | undefined;

/** What is known of a column of dates. */
interface Style {
  readonly formats: readonly DateFormat[];
  /** The column's own formats have the month first. */
  readonly monthFirst: boolean;
  /** Nobody has stated the formats: reading by them is an assumption. */
  readonly guessed?: true;
  readonly order: Order;
}

const TIME =
  '(?:(?:,? +|T)\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?[AP]\\.?M\\.?)?(?: ?(?:Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2}){0,2}))?)?';
const YEAR_FIRST = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i');
const DAY_NAME = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?';
const DAY_MONTH = new RegExp(
  `^${DAY_NAME}(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*([a-z]{3,9})[-/., ]*(\\d{4}|\\d{2})${TIME}$`,
  'i',
);
const MONTH_DAY = new RegExp(`^${DAY_NAME}([a-z]{3,9})[-/. ]*(\\d{1,2})(?:st|nd|rd|th)?,? ?[-/]?(\\d{4})${TIME}$`, 'i');
const MONTH = /^(\d{1,2})\/(\d{4})$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;

/** The days of spreadsheets are counted from here; those of 1954 to 2119 are taken for such. */
const SERIAL_ZERO = '1899-12-30';
const [FIRST_SERIAL, LAST_SERIAL] = [20_000, 80_000];

const isoOf = (year: string, month: string | number, day: string | number): string =>
  `${fullYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const existing = (iso: string): Answer<string> => (isDate(iso) ? addDays(iso, 0) : bad(say.noSuchDay()));

function dayOf(style: Style, text: string): Answer<string> {
  const [, year, , month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return existing(isoOf(year, month!, day!));
  if (YEAR_LAST.test(text)) return yearLast(style, text);
  const named = byName(text);
  if (named !== undefined) return existing(named);
  const [, ownYear, ownMonth, ownDay] = COMPACT.exec(text) ?? [];
  if (ownYear !== undefined) return existing(isoOf(ownYear, ownMonth!, ownDay!));
  const [, firstMonth, ofYear] = (style.formats.includes('M/YYYY') && MONTH.exec(text)) || [];
  if (ofYear !== undefined) return existing(isoOf(ofYear, firstMonth!, 1));
  const serial = Number(SERIAL.exec(text)?.[1] ?? 0);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return bad(say.date(style.formats));
  return { value: addDays(SERIAL_ZERO, serial), assumed: say.serialDate() };
}

/** "22 Sep 2025", "22-Sep-25", "Monday, September 22, 2025". */
function byName(text: string): string | undefined {
  const [, day, name = '', year] = DAY_MONTH.exec(text) ?? [];
  const month = monthOf(name);
  if (month !== undefined) return isoOf(year!, month, day!);
  const [, first = '', second, last] = MONTH_DAY.exec(text) ?? [];
  const other = monthOf(first);
  return other === undefined ? undefined : isoOf(last!, other, second!);
}

/** The two readings of a date with the year last, as far as the calendar has them. */
function readings(text: string) {
  const [, a = '', separator = '', b = '', year = ''] = YEAR_LAST.exec(text) ?? [];
  const [month, day] = [isoOf(year, a, b), isoOf(year, b, a)].map((iso) => (isDate(iso) ? iso : undefined));
  // 25-09-22 may also be a date whose century was dropped.
  const iso = year.length === 2 && separator === '-' ? isoOf(a, b, year) : '';
  const dropped = isDate(iso) ? iso : undefined;
  return { month, day, short: year.length === 2, dropped };
}

function yearLast({ formats, monthFirst, guessed, order }: Style, text: string): Answer<string> {
  const { month, day, short, dropped } = readings(text);
  if (month === undefined && day === undefined) return bad(say.noSuchDay());
  if (monthFirst && order !== 'day' && (month === undefined || !guessed)) return month ?? bad(say.noSuchDay());
  if (!monthFirst && dropped !== undefined && (month !== day || month !== dropped)) return bad(say.eitherYear());
  const shortYear = short && (guessed || formats.length === 0) ? say.shortYear() : undefined;
  const assumed = (value: string, reason: string | undefined): Answer<string> =>
    reason === undefined ? value : { value, assumed: reason };
  if (month === day || day === undefined) return assumed(month!, shortYear);
  if (month === undefined) return assumed(day, shortYear);
  if (order === 'month') return assumed(month, say.monthFirst());
  if (monthFirst && order !== 'day') return assumed(month, say.usualOrder());
  return order === 'day' ? assumed(day, say.dayFirst()) : bad(say.eitherDay(month, day));
}

function orderOf(texts: Iterable<string>): Order {
  let order: Order;
  for (const text of texts) {
    if (!YEAR_LAST.test(text)) continue;
    const { month, day, dropped } = readings(text);
    if (dropped !== undefined || (month === undefined) === (day === undefined)) continue;
    const own = month === undefined ? 'day' : 'month';
    order = order === undefined || order === own ? own : 'both';
  }
  return order;
}

function dayCell(style: Style): CellSchema<string> {
  return filled(`date, ${listed(['YYYY-MM-DD', ...style.formats])}`, (text) => dayOf(style, text), {
    editor: DATE,
    inColumn: (texts) => dayCell({ ...style, order: orderOf(texts) }),
  });
}

/**
 * A date, read as `YYYY-MM-DD`: the year first, or the month by its name, or in the formats given. Of a date with a time,
 * the date as written. Where day and month could be either way round, other cells of the column decide.
 */
export const dateIn = (...formats: readonly DateFormat[]): CellSchema<string> =>
  dayCell({ formats, monthFirst: formats.some((format) => format.startsWith('MM')), order: undefined });

/**
 * The same where nobody has stated the formats, as of a file that was made elsewhere: what is read by them alone is told.
 */
export const dateLikely = (...formats: readonly DateFormat[]): CellSchema<string> =>
  dayCell({ formats, monthFirst: formats.some((format) => format.startsWith('MM')), guessed: true, order: undefined });

/** A date without formats of its own. */
export const date: CellSchema<string> = dateIn();
