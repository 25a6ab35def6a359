/** Something that takes one day or several, as a calendar shows it. */
export interface CalendarEvent {
  /** The same for the same thing in every run: calendars then move an event, and do not add another. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** The first and the last day, `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
  /** The hour at which it begins, "09:00", where it takes one hour and not the whole day. */
  readonly hour?: string;
  /** Whose calendar it belongs in, each by every name that people may call them: `drivers`, an office, a partner. */
  readonly for: readonly string[];
}
