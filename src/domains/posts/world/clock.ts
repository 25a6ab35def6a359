import { Temporal } from 'temporal-polyfill';
import { instantsAt, offsetsOf, wallOf, weekdayOf } from '../../../calendar/offsets.ts';
import { WEEKDAYS, type Weekday } from '../../../tables/dates.ts';

/** Minutes of a day; also of each stretch of time that is measured in days. */
export const DAY = 1440;

/** What the clocks of a zone show at an instant. */
export interface Local {
  /** Days since 1970-01-01. */
  readonly day: number;
  /** Minutes after midnight, by the clock. */
  readonly minute: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** The clocks of a zone. Instants are whole minutes since 1970-01-01T00:00Z. */
export interface Clock {
  readonly zone: string;
  readonly local: (instant: number) => Local;
  /** The instants at which clocks show this; none where they skip it, two where they show it twice. */
  readonly instants: (day: number, minute: number) => readonly number[];
}

/** The clocks of a zone between two instants, and two days before and after them. */
export function clockOf(zone: string, from: number, to: number): Clock {
  const offsets = offsetsOf(zone, (from - 2 * DAY) * 60, (to + 2 * DAY) * 60);
  return {
    zone,
    local: (instant) => {
      const shown = Math.round(wallOf(offsets, instant * 60) / 60);
      const day = Math.floor(shown / DAY);
      return { day, minute: shown - day * DAY, weekday: weekdayOf(day) };
    },
    instants: (day, minute) => instantsAt(offsets, (day * DAY + minute) * 60).map((at) => at / 60),
  };
}

/** The week of a day: Monday to Sunday, counted from the one of 1970-01-01. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** Days since 1970-01-01 of a date. */
export const dayOf = (date: string): number =>
  Math.round(Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds / 86_400_000);

/** The date of a number of days since 1970-01-01. */
export const dateOf = (day: number): string => Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString();

/** An instant as schedules have it: "2025-11-04T14:30Z". */
export const instantText = (instant: number): string =>
  `${dateOf(Math.floor(instant / DAY))}T${clockText(instant - Math.floor(instant / DAY) * DAY)}Z`;

/** "09:30" */
export const clockText = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** What the clocks show at an instant: "2025-11-04 09:30". */
export function localText(clock: Clock, instant: number): string {
  const { day, minute } = clock.local(instant);
  return `${dateOf(day)} ${clockText(minute)}`;
}

/** "Tue 2025-11-04 09:30" */
export function spokenText(clock: Clock, instant: number): string {
  const name: Weekday = WEEKDAYS[clock.local(instant).weekday]!;
  return `${name[0]!.toUpperCase()}${name.slice(1)} ${localText(clock, instant)}`;
}

/**
 * The instants that a cell may mean: a day by its first minute, a local time by the clocks of the zone, and an instant by
 * itself. None where clocks skip the time.
 */
export function instantsOf(clock: Clock, text: string): readonly number[] {
  if (text.endsWith('Z')) return [Math.round(Temporal.Instant.from(text).epochMilliseconds / 60_000)];
  return shownAs(clock, wallIn(text));
}

/** What a cell shows, in minutes since 1970-01-01 by the clock. */
function wallIn(text: string): number {
  const [date = '', time = '00:00'] = text.split('T');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return dayOf(date) * DAY + hours * 60 + minutes;
}

/** The instants at which clocks show so many minutes since 1970-01-01. */
const shownAs = (clock: Clock, wall: number): readonly number[] =>
  clock.instants(Math.floor(wall / DAY), wall - Math.floor(wall / DAY) * DAY);

/** The first instant from which clocks show a cell or more: the end of the skipped hour where they skip it. */
export function earliestOf(clock: Clock, text: string): number {
  const [found] = instantsOf(clock, text);
  if (found !== undefined) return found;
  // Clocks skip at the most a few hours: the first minute after that they show.
  for (let wall = wallIn(text) + 1; ; wall++) {
    const [next] = shownAs(clock, wall);
    if (next !== undefined) return next;
  }
}

/** The last instant that a cell allows: a day with all of its minutes, a time itself. */
export function latestOf(clock: Clock, text: string): number {
  if (text.includes('T')) return instantsOf(clock, text).at(-1) ?? earliestOf(clock, text) - 1;
  return earliestOf(clock, dateOf(dayOf(text) + 1)) - 1;
}

/** The clocks of a horizon: its cells, read as if they were of UTC, are near enough to look the zone up. */
export const clockNear = ({
  zone,
  start,
  end,
}: {
  readonly zone: string;
  readonly start: string;
  readonly end: string;
}) => clockOf(zone, wallIn(start), wallIn(end));
