import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import { addDays } from '../tables/dates.ts';
import type { CalendarEvent } from './event.ts';

/** Whose calendar is written where nobody is named: that of the first ones whom the events are for. */
export interface CalendarOptions {
  /** What calendar programs call it. */
  readonly name: string;
  /** Whose events, by name or id, in any letter case; those of the first audience where absent. */
  readonly for?: string | undefined;
}

/**
 * Events as an iCalendar file (RFC 5545), the same bytes for the same events. Events need no zone: they are those
 * days, and those hours, wherever they are read.
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
  const calendar = ical({ name: options.name, prodId: { company: 'Evenhand', product: 'Evenhand', language: 'EN' } });
  for (const { id, title, note, from, to, hour } of own)
    calendar.createEvent({
      id: `${id}@evenhand`,
      summary: title,
      ...(note !== undefined && { description: note }),
      ...timesOf(from, to, hour),
      // A clock would make other bytes of the same schedule.
      stamp: `${from}T00:00:00Z`,
    });
  // Every line ends with a line break, the last one too.
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** One hour of a day, or whole days: the end of an all-day event is the day after its last one. */
function timesOf(from: string, to: string, hour: string | undefined) {
  if (hour === undefined) return { allDay: true, start: from, end: addDays(to, 1) };
  const next = Number(hour.slice(0, 2)) + 1;
  const end = next < 24 ? `${from}T${String(next).padStart(2, '0')}:00:00Z` : `${addDays(from, 1)}T00:00:00Z`;
  // Read as UTC and written without a zone, it is the same hour whatever the zone of this machine.
  return { floating: true, start: `${from}T${hour}:00Z`, end };
}

function eventsFor(events: readonly CalendarEvent[], who: string | undefined): readonly CalendarEvent[] {
  const wanted = who ?? events[0]?.for[0];
  if (wanted === undefined) return [];
  const own = events.filter((event) => event.for.some((each) => sameName(each, wanted)));
  if (own.length > 0) return own;
  const known = [...new Set(events.flatMap((event) => event.for))].sort();
  const close = nearest(wanted, known);
  const maybe = close ? `Maybe you meant "${close}".` : `Maybe one of: ${known.slice(0, 12).join(', ')}.`;
  throw new Refusal([{ message: `nothing in this schedule is for "${wanted}"`, maybe }]);
}

const sameName = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
