import { z } from 'zod';
import { addDays, isDate, WEEKDAYS, type Weekday } from '../dates.ts';
import { listed, cellProblems as say } from '../problems.ts';

/** A column's schema: from the trimmed text of a cell to its value. */
export type CellSchema<V> = z.ZodType<V, string> & {
  readonly read?: (text: string) => V | Bad;
  /** What it reads, in words: "whole number, such as 2151 or 2,151". */
  readonly format?: string;
};

/** What a cell holds, or why it cannot be read. */
export type CellReading = { readonly value: unknown } | { readonly reason: string };

/** What a parser answers for a text that it must refuse. */
interface Bad {
  readonly bad: string;
}

const bad = (reason: string): Bad => ({ bad: reason });

function isBad(answer: unknown): answer is Bad {
  return typeof answer === 'object' && answer !== null && 'bad' in answer;
}

/** A schema from what it reads, in words, and a plain function, whose refusal becomes the issue's message. */
function cell<V>(format: string, parse: (text: string) => V | Bad): CellSchema<V> {
  const schema = z.string().transform((text, context) => {
    const answer = parse(text);
    if (!isBad(answer)) return answer;
    context.issues.push({ code: 'custom', message: answer.bad, input: text });
    return z.NEVER;
  });
  return Object.assign(schema, { read: parse, format });
}

/**
 * Reads the trimmed text of a cell. The function that a schema is made of is called directly where it is known: tables
 * have tens of thousands of different texts, and the schema around it takes several times as long as it does.
 */
export function readCell(schema: CellSchema<unknown>, text: string): CellReading {
  if (schema.read !== undefined) {
    const answer = schema.read(text);
    return isBad(answer) ? { reason: answer.bad } : { value: answer };
  }
  const parsed = schema.safeParse(text);
  return parsed.success ? { value: parsed.data } : { reason: parsed.error.issues[0]?.message ?? say.empty() };
}

/** What a schema reads, in words. */
export const formatOf = ({ format }: CellSchema<unknown>): string => format ?? 'text';

/** Like `cell`, for values that cannot be empty. */
function filled<V>(format: string, parse: (text: string) => V | Bad): CellSchema<V> {
  return cell(format, (text) => (text === '' ? bad(say.empty()) : parse(text)));
}

/** An empty cell reads as null; any other as the schema says. */
export function optional<V>(schema: CellSchema<V>): CellSchema<V | null> {
  return orElse(schema, null);
}

/** An empty cell reads as the value given; any other as the schema says. */
export function orElse<V, E>(schema: CellSchema<V>, empty: E): CellSchema<V | E> {
  return cell(formatOf(schema), (text): V | E | Bad => {
    if (text === '') return empty;
    const reading = readCell(schema, text);
    return 'value' in reading ? (reading.value as V) : bad(reading.reason);
  });
}

const LONGEST_TEXT = 10_000;

/** Any text that is not empty. */
export const text: CellSchema<string> = filled('text', (value) =>
  value.length > LONGEST_TEXT ? bad(say.tooLong(LONGEST_TEXT)) : value,
);

/** A text in which letter case means nothing, such as a VIN: read as upper case. */
export const upperText: CellSchema<string> = filled('text, in any letter case', (value) =>
  value.length > LONGEST_TEXT ? bad(say.tooLong(LONGEST_TEXT)) : value.toUpperCase(),
);

/**
 * An id that some sources write as text, some as an integer, and some as a float: `17`, `17.0` and ` 17 ` are one.
 * Anything else stays as it is.
 */
export const identifier: CellSchema<string> = filled('id, a text or a number, such as 12079', (value) =>
  value.length > LONGEST_TEXT ? bad(say.tooLong(LONGEST_TEXT)) : value.replace(/^(\d+)\.0+$/, '$1'),
);

const WHOLE = /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.0*)?$/;

function wholeNumber(value: string): number | Bad {
  if (!WHOLE.test(value)) return bad(say.integer());
  const number = Number(value.replaceAll(',', ''));
  // `+ 0` turns -0 into 0.
  return Number.isSafeInteger(number) ? number + 0 : bad(say.tooLarge());
}

/** A whole number; thousands may be grouped ("2,151"), and a float's `.0` is allowed. */
export const integer: CellSchema<number> = filled('whole number, such as 2151 or 2,151', wholeNumber);

/** A whole number of at least 0. */
export const nonNegativeInteger: CellSchema<number> = filled(
  'whole number of at least 0, such as 2151 or 2,151',
  (value) => notNegative(wholeNumber(value)),
);

function notNegative(answer: number | Bad): number | Bad {
  return typeof answer === 'number' && answer < 0 ? bad(say.negative()) : answer;
}

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

function decimal(value: string): number | Bad {
  if (!DECIMAL.test(value)) return bad(say.number());
  const parsed = Number(value);
  return Number.isFinite(parsed) ? parsed + 0 : bad(say.tooLarge());
}

/** A decimal number, without exponent. */
export const number: CellSchema<number> = filled('decimal number, such as 34.0522', decimal);

/** A decimal number of a range, ends included: a latitude is `between(-90, 90)`. */
export function between(least: number, most: number): CellSchema<number> {
  return filled(`decimal number from ${least} to ${most}`, (value) => {
    const read = decimal(value);
    if (typeof read !== 'number') return bad(say.number());
    return read >= least && read <= most ? read : bad(say.outside(least, most));
  });
}

const DOLLARS = /^([+-]?)\$?(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d*))?$/;

function cents(value: string): number | Bad {
  const [, sign, dollars, decimals = ''] = DOLLARS.exec(value) ?? [];
  // Decimals beyond the cent must be zeros: nothing is rounded on the way in.
  if (dollars === undefined || /[1-9]/.test(decimals.slice(2))) return bad(say.money());
  const amount = Number(dollars.replaceAll(',', '')) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return bad(say.tooLarge());
  return (sign === '-' ? -amount : amount) + 0;
}

/** Dollars of at least 0, read as cents: "$1,234.50" is 123450. */
export const money: CellSchema<number> = filled('dollars of at least 0, such as 1234.50 or $1,234.50', (value) =>
  notNegative(cents(value)),
);

/** Ways to write a date beside `YYYY-MM-DD`. `M/YYYY` means the month's first day. */
export type DateFormat = 'MM/DD/YY' | 'MM/DD/YYYY' | 'MM-DD-YY' | 'M/YYYY';

const DATE_FORMATS: Readonly<Record<DateFormat, RegExp>> = {
  'MM/DD/YY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{2})$/,
  'MM/DD/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'MM-DD-YY': /^(?<month>\d{1,2})-(?<day>\d{1,2})-(?<year>\d{2})$/,
  'M/YYYY': /^(?<month>\d{1,2})\/(?<year>\d{4})$/,
};
const ISO = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** The date as written in ISO form, or undefined when the text has none of the shapes. */
function isoText(value: string, formats: readonly DateFormat[]): string | undefined {
  const iso = ISO.exec(value)?.[1];
  if (iso !== undefined) return iso;
  for (const format of formats) {
    const { year, month, day = '1' } = DATE_FORMATS[format].exec(value)?.groups ?? {};
    if (year !== undefined && month !== undefined) {
      return `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    }
  }
  return undefined;
}

/** Two digits mean 1969 to 2068, as POSIX has it. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return (Number(year) < 69 ? '20' : '19') + year;
}

/** A date written `YYYY-MM-DD` (of a date with a time, the date as written), or in one of the other formats given. */
export function dateIn(...formats: readonly DateFormat[]): CellSchema<string> {
  return filled(`date, ${listed(['YYYY-MM-DD', ...formats])}`, (value) => {
    const iso = isoText(value, formats);
    if (iso === undefined) return bad(say.date(formats));
    return isDate(iso) ? addDays(iso, 0) : bad(say.noSuchDay());
  });
}

/** A date written `YYYY-MM-DD`. */
export const date: CellSchema<string> = dateIn();

/**
 * Whether something is so, where a source may not know: true, yes and any number but 0 are true; false, no and 0 are
 * false; anything else, and nothing, is null.
 */
export const tristate: CellSchema<boolean | null> = cell(
  'yes, true or 1; no, false or 0; anything else is unknown',
  (value) => {
    const word = value.toLowerCase();
    if (word === 'true' || word === 'yes') return true;
    if (word === 'false' || word === 'no') return false;
    return DECIMAL.test(word) ? Number(word) !== 0 : null;
  },
);

function weekdayOf(word: string): Weekday | undefined {
  const lower = word.toLowerCase();
  return WEEKDAYS.find((day) => lower === day || lower === FULL_NAMES[day]);
}

const FULL_NAMES: Readonly<Record<Weekday, string>> = {
  ...{ mon: 'monday', tue: 'tuesday', wed: 'wednesday', thu: 'thursday' },
  ...{ fri: 'friday', sat: 'saturday', sun: 'sunday' },
};

/** A weekday by its English name, whole or its first three letters. */
export const weekdayCell: CellSchema<Weekday> = filled(
  'weekday, such as Monday or Mon',
  (value) => weekdayOf(value) ?? bad(say.weekday()),
);

/** Weekdays with commas between, read in the order of the week, each once: "Wed,Mon" is mon, wed. Empty: null. */
export const weekdayList: CellSchema<readonly Weekday[] | null> = cell(
  'weekdays with commas between, such as Mon,Wed',
  (value) => {
    const days = new Set<Weekday>();
    for (const word of value.split(',').map((part) => part.trim())) {
      if (word === '') continue;
      const day = weekdayOf(word);
      if (day === undefined) return bad(say.weekday());
      days.add(day);
    }
    return days.size === 0 ? null : WEEKDAYS.filter((day) => days.has(day));
  },
);

/** One of a few words, in any letter case; read as written here. */
export function choice<const C extends string>(...choices: readonly C[]): CellSchema<C> {
  return filled(listed(choices), (value) => {
    const lower = value.toLowerCase();
    return choices.find((one) => one.toLowerCase() === lower) ?? bad(say.choice(choices));
  });
}
