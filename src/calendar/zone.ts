import { Temporal } from 'temporal-polyfill';
import { addDays } from '../tables/dates.ts';

/** A time zone as a calendar has it: its name there, and when its clocks change, as a `VTIMEZONE` of RFC 5545. */
export interface CalendarZone {
  readonly name: string;
  readonly text: string;
}

/**
 * A time zone for a calendar with events on some days, in their order.
 *
 * Many programs read a yearly rule and nothing else: Outlook takes the first offset for the whole year where each change
 * of clocks has its date. So the rule that the zone has today is written, if it is right on all these days. It is wrong
 * in a year that had another law, and in zones whose changes have no yearly rule: there, each change is written out.
 *
 * @example
 * const { name, text } = await calendarZone('Europe/Berlin', ['2026-10-22', '2026-10-29']);
 * [name, text.includes('RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU')] // ['Europe/Berlin', true]
 */
export async function calendarZone(zone: string, dates: readonly string[]): Promise<CalendarZone> {
  const { tzlib_get_ical_block, tzlib_get_offset, tzlib_get_timezones } = await import('timezones-ical-library');
  const name = properName(zone);
  // At noon no clock of any zone changes. The library reads a date by the clocks of the machine, which agree there, too.
  const isRight = (date: string) => tzlib_get_offset(name, date, '12:00') === offsetText(atNoon(name, date).offset);
  // It writes to the console where it does not know a zone.
  if (!tzlib_get_timezones().includes(name) || !dates.every(isRight)) return { name, text: writtenOut(name, dates) };
  const [text = '', id = ''] = tzlib_get_ical_block(name);
  // An old name, US/Eastern, has become the one that calendars know.
  return { name: id.replace(/^TZID=/, ''), text };
}

/** A zone may be named in small letters; only its proper name is known to calendars. */
const properName = (zone: string): string => /\[(.+)\]$/.exec(new Temporal.ZonedDateTime(0n, zone).toString())![1]!;

const atNoon = (zone: string, date: string): Temporal.ZonedDateTime =>
  Temporal.PlainDateTime.from(`${date}T12:00`).toZonedDateTime(zone);

const offsetText = (offset: string): string => offset.replaceAll(':', '');

/** A zone with the offset that it has on the first day, and each change of clocks until the last one. */
function writtenOut(zone: string, dates: readonly string[]): string {
  const at = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime(zone);
  const [begin, end] = [at(dates[0]!), at(addDays(dates.at(-1)!, 2))];
  const changes = [observance('STANDARD', '19700101T000000', begin.offset, begin.offset)];
  let change = begin.getTimeZoneTransition('next');
  while (change !== null && change.epochMilliseconds < end.epochMilliseconds) {
    const before = change.subtract({ seconds: 1 });
    // What the clocks would have shown then if they had not changed.
    const shown = change.withTimeZone(before.offset).toPlainDateTime().toString().replace(/[-:]/g, '');
    const kind = change.offsetNanoseconds > before.offsetNanoseconds ? 'DAYLIGHT' : 'STANDARD';
    changes.push(observance(kind, shown, before.offset, change.offset));
    change = change.getTimeZoneTransition('next');
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...changes.flat(), 'END:VTIMEZONE'].join('\r\n');
}

const observance = (kind: 'STANDARD' | 'DAYLIGHT', from: string, before: string, after: string): readonly string[] => [
  `BEGIN:${kind}`,
  `DTSTART:${from}`,
  `TZOFFSETFROM:${offsetText(before)}`,
  `TZOFFSETTO:${offsetText(after)}`,
  `END:${kind}`,
];
