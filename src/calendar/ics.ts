import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import { addDays } from '../tables/dates.ts';
import type { CalendarEvent, DaysEvent, SeriesEvent } from './event.ts';
import { datesByZone, localTime, repetitionText } from './series.ts';
import { calendarZone } from './zone.ts';

/** Whose calendar is written where nobody is named: that of the first ones whom the events are for. */
export interface CalendarOptions {
  /** What calendar programs call it. */
  readonly name: string;
  /** Whose events, by name or id, in any letter case; those of the first audience where absent. */
  readonly for?: string | undefined;
}

/**
 * Events as an iCalendar file (RFC 5545), the same bytes for the same events. Events of days need no zone: they are
 * those days, and those hours, wherever they are read. A series has the zone of its clocks.
 *
 * @throws Refusal that names the nearest one, where nothing is for whom it asks.
 * @example
 * const event = { id: 'loan-1', title: 'Audi A4 to Ada Lark', from: '2025-09-22', to: '2025-09-28', for: ['Ada Lark'] };
 * const text = await icsOf([event], { name: 'Ada Lark' });
 * text.split('\r\n').filter((line) => /^(UID|DT(START|END))/.test(line))
 * // ['UID:loan-1@evenhand', 'DTSTART;VALUE=DATE:20250922', 'DTEND;VALUE=DATE:20250929']
 */
export async function icsOf(events: readonly CalendarEvent[], options: CalendarOptions): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const own = eventsFor(events, options.for);
  const zones = await zonesOf(own.filter((event) => 'dates' in event));
  const texts = new Map([...zones.values()].map(({ name, text }) => [name, text]));
  const calendar = ical({
    // The package writes the name as it is, and a line break in it would end the line.
    name: plainText(options.name)
      .replace(/\s+/g, ' ')
      .replace(/[\\;,]/g, '\\$&'),
    prodId: { company: 'Evenhand', product: 'Evenhand', language: 'EN' },
    timezone: { name: null, generator: (name) => texts.get(name) ?? null },
  });
  for (const event of own) {
    const { id, title, note, place } = event;
    calendar.createEvent({
      id: `${id}@evenhand`,
      summary: plainText(title),
      ...(note !== undefined && { description: plainText(note) }),
      ...(place !== undefined && { location: plainText(place) }),
      // A clock would make other bytes of the same schedule.
      stamp: `${'dates' in event ? event.dates[0] : event.from}T00:00:00Z`,
      ...('dates' in event ? seriesTimes(event, zones.get(event.zone)!.name) : daysTimes(event)),
    });
  }
  // Every line ends with a line break, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

async function zonesOf(series: readonly SeriesEvent[]) {
  const zones = [...datesByZone(series)].map(async ([zone, dates]) => [zone, await calendarZone(zone, dates)] as const);
  return new Map(await Promise.all(zones));
}

/** One hour of a day, or whole days: the end of an all-day event is the day after its last one. */
function daysTimes({ from, to, hour }: DaysEvent) {
  if (hour === undefined) return { allDay: true, start: from, end: addDays(to, 1) };
  const next = Number(hour.slice(0, 2)) + 1;
  const end = next < 24 ? `${from}T${String(next).padStart(2, '0')}:00:00Z` : `${addDays(from, 1)}T00:00:00Z`;
  // Read as UTC and written without a zone, it is the same hour whatever the zone of this machine.
  return { floating: true, start: `${from}T${hour}:00Z`, end };
}

/** The first day of a series with its hours, and how it comes again. */
function seriesTimes(event: SeriesEvent, zone: string) {
  const { dates, begins, ends } = event;
  return {
    start: localTime(dates[0]!, begins),
    end: localTime(dates[0]!, ends),
    timezone: zone,
    ...(dates.length > 1 && { repeating: repetitionText(event, zone) }),
  };
}

/** The format has no place for control characters, and some readers end a line at rare kinds of line breaks. */
const plainText = (text: string): string => text.replace(/(?![\n\r\t])\p{Cc}|\p{Zl}|\p{Zp}/gu, ' ');

/** Events by the name as it is written; in any letter case where there are none. */
function eventsFor(events: readonly CalendarEvent[], who: string | undefined): readonly CalendarEvent[] {
  const wanted = who ?? events[0]?.for[0];
  if (wanted === undefined) return [];
  const exact = events.filter((event) => event.for.includes(wanted));
  const own = exact.length > 0 ? exact : events.filter((event) => event.for.some((each) => sameName(each, wanted)));
  if (own.length > 0) return own;
  const known = audiences(events);
  const close = nearest(wanted, known);
  const some = close ? `Maybe you meant "${close}".` : `Maybe one of: ${known.slice(0, 12).join(', ')}.`;
  const maybe = known.length === 0 ? undefined : some;
  throw new Refusal([
    { message: `nothing in this schedule is for "${wanted}"`, ...(maybe !== undefined && { maybe }) },
  ]);
}

/** All for whom there is something, those with most of it first. */
function audiences(events: readonly CalendarEvent[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of events.flatMap((event) => event.for)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)! || (a < b ? -1 : 1));
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
