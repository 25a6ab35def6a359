import type { DateOrder } from './outcome.ts';
import { rowReasons } from './problems.ts';

/** What a cell says about a time: an instant, a time without a zone (both in seconds), a day of unclear order, or nothing. */
export type Time =
  | { readonly at: number }
  | { readonly local: number }
  | { readonly unclear: string }
  | { readonly reason: string };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([ap]\.?m\.?)?`;
const ZONE = String.raw`\s*(z|utc|gmt|[+-]\d{2}(?::?\d{2})?)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?:(?:t|,?\s+)\s*${CLOCK}${ZONE})?$`, 'i');
const DAY_NAME = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?`;
/** `10 Oct 2018 20:19`, `Oct 10, 2018 8:19 PM`. */
const NAMED = new RegExp(
  String.raw`^${DAY_NAME}(?:(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]{3})[a-z]*\s+(\d{1,2}))\.?,?\s+(\d{4})(?:,?\s+(?:at\s+)?${CLOCK}${ZONE})?$`,
  'i',
);
/** `Wed Oct 10 20:19:24 +0000 2018`. */
const TWEET = /^[a-z]{3}\s+([a-z]{3})\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})\s+([+-]\d{4})\s+(\d{4})$/i;

/** Texts of one shape are written by one hand: digits and words do not count. */
export const shapeOf = (text: string): string =>
  text
    .trim()
    .replaceAll(/\d+/g, '0')
    .replaceAll(/[ap]\.?m\.?$/gi, 'm')
    .replaceAll(/\s+/g, ' ');

/** The order that a day must have, since one of its numbers is no month; undefined where that leaves it open. */
export function orderOf(text: string): DateOrder | undefined {
  const [, first = '', mark, second = ''] = NUMERIC.exec(text.trim()) ?? [];
  if (first.length > 2 || first === '') return first === '' ? undefined : 'ymd';
  // A day with points is written with the day first wherever points are used.
  if (mark === '.' || Number(first) > 12) return 'dmy';
  return Number(second) > 12 ? 'mdy' : undefined;
}

/** @param order In which order a day of this shape is written; undefined where nothing decides it. */
export function timeOf(text: string, order: DateOrder | undefined): Time {
  const cell = text.trim();
  if (cell === '') return { reason: rowReasons.noTime };
  if (/^\d{9,10}(?:\.\d+)?$/.test(cell)) return { at: Number(cell) };
  if (/^\d{12,13}$/.test(cell)) return { at: Number(cell) / 1000 };
  const tweet = TWEET.exec(cell);
  const numeric = NUMERIC.exec(cell.replace(/\s*\[[\w/+-]+\]$/, ''));
  if (numeric) return numericTime(numeric, cell, order);
  const named = NAMED.exec(tweet ? `${tweet[2]} ${tweet[1]} ${tweet[5]} ${tweet[3]} ${tweet[4]}` : cell);
  if (named === null) return { reason: rowReasons.badTime };
  const [, day, month, monthFirst, dayLast, year, ...clock] = named;
  const place = MONTHS.indexOf((month ?? monthFirst)!.toLowerCase());
  return secondsOf(Number(year), place + 1, Number(day ?? dayLast), clock);
}

function numericTime(match: RegExpExecArray, cell: string, order: DateOrder | undefined): Time {
  const [, a = '', , b = '', c = '', ...clock] = match;
  if (a.length === 4) return secondsOf(Number(a), Number(b), Number(c), clock);
  if (c.length !== 4) return { reason: rowReasons.shortYear };
  if (order === undefined)
    return Number(a) === Number(b) ? secondsOf(Number(c), Number(a), Number(b), clock) : { unclear: cell };
  if (order === 'ymd') return { reason: rowReasons.badTime };
  const [day, month] = order === 'dmy' ? [a, b] : [b, a];
  return secondsOf(Number(c), Number(month), Number(day), clock);
}

function secondsOf(year: number, month: number, day: number, clock: readonly (string | undefined)[]): Time {
  const [hours, minutes, seconds = '0', parts = '', half, zone] = clock;
  const date = Date.UTC(year, month - 1, day) / 1000;
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= lastDay(year, month) && year >= 1970;
  if (!isDay) return { reason: rowReasons.badTime };
  if (hours === undefined) return { reason: rowReasons.dayOnly };
  const hour = hourOf(Number(hours), half);
  if (hour === undefined || Number(minutes) > 59 || Number(seconds) > 59) return { reason: rowReasons.badTime };
  const millis = Number(`0.${parts.slice(0, 3) || '0'}`);
  const local = date + hour * 3600 + Number(minutes) * 60 + Number(seconds) + millis;
  if (zone === undefined) return { local };
  const [, sign, h = '0', m = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  if (Number(h) > 23 || Number(m) > 59) return { reason: rowReasons.badTime };
  return { at: local - (sign === '-' ? -1 : 1) * (Number(h) * 3600 + Number(m) * 60) };
}

const lastDay = (year: number, month: number): number =>
  (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / 86_400_000;

/** The hour of a clock with two halves, or of one with 24 hours; undefined where it has no such hour. */
function hourOf(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour <= 23 ? hour : undefined;
  if (hour < 1 || hour > 12) return undefined;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}
