import ICAL from 'ical.js';

/** An event of a calendar as another library reads it. */
export interface ReadEvent {
  readonly uid: string;
  readonly title: string;
  readonly note: string | null;
  readonly place: string | null;
  /** Each time at which it is held, in UTC by the zone that the file itself describes: "2026-09-07 12:30-14:00". */
  readonly held: readonly string[];
  /** The same by the clocks of its zone. */
  readonly local: readonly string[];
}

/** The events of an iCalendar file with all days on which they are held, as ical.js expands them. */
export function occurrencesOf(text: string): readonly ReadEvent[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const times = event.iterator();
    const held: string[] = [];
    const local: string[] = [];
    for (let time = times.next(); time && held.length < 1000; time = times.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(time);
      held.push(spanText(utc(startDate), utc(endDate)));
      local.push(spanText(String(startDate), String(endDate)));
    }
    return { uid: event.uid, title: event.summary, note: event.description, place: event.location, held, local };
  });
}

const utc = (time: ICAL.Time): string => new Date(time.toUnixTime() * 1000).toISOString();

const spanText = (from: string, to: string): string =>
  `${from.slice(0, 10)} ${from.slice(11, 16)}-${from.slice(0, 10) === to.slice(0, 10) ? '' : `${to.slice(0, 10)} `}${to.slice(11, 16)}`;
