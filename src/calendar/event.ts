/** What a calendar shows: something on one day or several, or something that is held again and again. */
export type CalendarEvent = DaysEvent | SeriesEvent;

interface About {
  /** The same for the same thing in every run: calendars then move an event, and do not add another. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly place?: string;
  /** Whose calendar it belongs in, each by every name that people may call them: `drivers`, an office, a partner. */
  readonly for: readonly string[];
}

/** Something that takes one day or several. */
export interface DaysEvent extends About {
  /** The first and the last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** The hour at which it begins, "09:00", where it takes one hour and not the whole day. */
  readonly hour?: string;
}

/** Something that is held on several days at the same hours, by the clocks of one place. */
export interface SeriesEvent extends About {
  /** The days on which it is held, `YYYY-MM-DD`, one or more of them in their order: most often a week apart. */
  readonly dates: readonly string[];
  /** When it begins and ends on each, "08:30" and "10:00". Hours from 24:00 on are those of the next day. */
  readonly begins: string;
  readonly ends: string;
  /** The time zone of these clocks, by its name in the IANA database. */
  readonly zone: string;
}
