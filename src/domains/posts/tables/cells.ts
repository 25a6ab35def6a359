import { Temporal } from 'temporal-polyfill';
import { type Answer, bad, type CellSchema, cell, filled } from '../../../tables/cells/cell.ts';
import { identifier, optional } from '../../../tables/cells/cells.ts';
import { NAME } from '../../../tables/cells/editor.ts';
import { instantCell } from '../../../tables/cells/times.ts';
import { WEEKDAYS } from '../../../tables/dates.ts';

/** A column that every row has, and one that may be empty. */
export const id = (description: string) => ({ schema: identifier, description, required: true }) as const;
export const maybeId = (description: string) => ({ schema: optional(identifier), description }) as const;

const WHEN = 'day or time of the channel, such as 2025-11-04 or 2025-11-04T09:30; or an instant with its offset';

/**
 * A day ('2025-11-04'), a local time of the channel ('2025-11-04T09:30'), or an instant in UTC ('2025-11-04T14:30Z').
 */
export const when: CellSchema<string> = filled(
  WHEN,
  (text): Answer<string> => {
    const [, date, clock] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::00)?)?$/.exec(text) ?? [];
    try {
      if (date !== undefined && clock === undefined)
        return Temporal.PlainDate.from(date, { overflow: 'reject' }).toString();
      if (date !== undefined)
        return Temporal.PlainDateTime.from(`${date}T${clock}`, { overflow: 'reject' }).toString().slice(0, 16);
    } catch {
      return bad('is no day or time that exists');
    }
    if (!/[T ].*(?:Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)$/i.test(text)) return bad(`is no ${WHEN}`);
    const instant = instantCell.read!(text);
    return typeof instant === 'string' ? `${instant.slice(0, 16)}Z` : instant;
  },
  { editor: NAME },
);

/** A part of a day, or of some days: minutes after midnight, half-open. One that ends past midnight has `to` above 1440. */
export interface Span {
  /** Weekdays, 0 is Monday; empty: every day. */
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Parts of days: "tue 9-11; mon-fri 13:30-15; 22-2". */
export const spans: CellSchema<readonly Span[]> = cell(
  'parts of days, such as tue 9-11; mon-fri 13:30-15',
  (text) => {
    const found = listed(text).map(spanOf);
    return found.every((span) => span !== undefined) ? found : bad('is no list such as tue 9-11; mon-fri 13:30-15');
  },
  { editor: NAME },
);

/** A time of day, on one weekday or on every day (null). */
export interface Slot {
  readonly day: number | null;
  readonly minute: number;
}

/** Times at which a channel publishes: "mon 09:00; 12:30". */
export const slots: CellSchema<readonly Slot[]> = cell(
  'times of day, such as mon 09:00; 12:30',
  (text) => {
    const found = listed(text).map((part): Slot | undefined => {
      const [, day, clock] = /^(?:([a-z]{3})[a-z]* )?(\d{1,2}:\d{2})$/i.exec(part) ?? [];
      const minute = clock === undefined ? undefined : minuteOf(clock);
      const weekday = day === undefined ? null : weekdayOf(day);
      return minute === undefined || minute >= 1440 || weekday === -1 ? undefined : { day: weekday, minute };
    });
    return found.every((slot) => slot !== undefined) ? found : bad('is no list such as mon 09:00; 12:30');
  },
  { editor: NAME },
);

/** How often something is repeated. */
export interface Interval {
  readonly count: number;
  readonly unit: 'day' | 'week' | 'month' | 'year';
}

/** "day", "2 weeks", "3 months". */
export const interval: CellSchema<Interval> = filled(
  'interval, such as day, 2 weeks or 3 months',
  (text) => {
    const [, count = '1', unit] = /^(?:(\d{1,3}) ?)?(day|week|month|year)s?$/i.exec(text) ?? [];
    if (unit === undefined || Number(count) === 0) return bad('is no interval such as day, 2 weeks or 3 months');
    return { count: Number(count), unit: unit.toLowerCase() as Interval['unit'] };
  },
  { editor: NAME },
);

const listed = (text: string): readonly string[] =>
  text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const weekdayOf = (word: string): number => WEEKDAYS.findIndex((day) => word.toLowerCase().startsWith(day));

function minuteOf(clock: string): number | undefined {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

function spanOf(part: string): Span | undefined {
  const pattern =
    /^(?:([a-z]{3})[a-z]*(?:-([a-z]{3})[a-z]*)? ?)?(?:(\d{1,2}(?::\d{2})?) ?[-\u2013] ?(\d{1,2}(?::\d{2})?))?$/i;
  const [whole, first, last, begin = '0', end = '24'] = pattern.exec(part) ?? [];
  if (whole === undefined) return undefined;
  const [from, to] = [minuteOf(begin), minuteOf(end)];
  const one = first === undefined ? 0 : weekdayOf(first);
  const other = last === undefined ? one : weekdayOf(last);
  if (from === undefined || to === undefined || from === to || one < 0 || other < 0) return undefined;
  const days = first === undefined ? [] : Array.from({ length: ((other - one + 7) % 7) + 1 }, (_, k) => (one + k) % 7);
  return { days, from, to: to > from ? to : to + 1440 };
}

/** A time zone by its name in the IANA database: the offset of a day would be wrong half of the year. */
export const zone: CellSchema<string> = filled(
  'time zone, such as America/New_York',
  (text) => {
    if (isOffset(text)) return bad('is an offset: name the zone, whose clocks may change, such as America/New_York');
    return isZone(text) ? text : bad('is no time zone of the IANA database, such as America/New_York');
  },
  { editor: NAME },
);

const isOffset = (text: string): boolean => /^(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?$/i.test(text);

function isZone(text: string): boolean {
  try {
    new Temporal.ZonedDateTime(0n, text);
    return true;
  } catch {
    return false;
  }
}

/** The zone of an audience, where an offset will do: "UTC-5" is "-05:00". Undefined where it is none. */
export function zoneNamed(text: string): string | undefined {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(text) ?? [];
  const name = sign === undefined ? text : `${sign}${hours.padStart(2, '0')}:${minutes}`;
  return isZone(name) ? name : undefined;
}
