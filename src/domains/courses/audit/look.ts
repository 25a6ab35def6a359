import { groupBy } from '../../../audit/rows.ts';
import { clockOf, lengthsOf, type Meeting, maskOf, meetingText, periodOf } from '../../../tables/cells/week.ts';
import { heldIn } from '../../../tables/cells/week-mask.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseRow, CourseTables, RoomRow } from '../tables.ts';

/** What the auditor is asked. */
export interface Question {
  readonly settings: CourseSettings;
  readonly tables: CourseTables;
}

/** A placement of a course as it stands in a schedule, looked up in the tables. */
export interface Placement {
  readonly course: CourseRow;
  readonly pattern: string;
  /** The first period of all its meetings. */
  readonly start: number;
  readonly meetings: readonly Meeting[];
  readonly curricula: readonly string[];
  /** The room, or the group of rooms, that it is in; empty where it is in none. */
  readonly room: string;
  /** The rooms of that name: one, or all of the group. */
  readonly rooms: readonly RoomRow[];
  /** Whether it is held in a week of the term, from 1 on. */
  readonly heldIn: (week: number) => boolean;
  /** The times and the rooms that the course may have, where the tables list any. */
  readonly times: CourseTables['allowed_times']['rows'];
  readonly places: CourseTables['allowed_rooms']['rows'];
  /** Its meetings for people: "Tue 13:30-15:00, Thu 13:30-15:00". */
  readonly text: string;
}

/** What the rows of a schedule are looked up in, by the name of a course. */
interface Known {
  readonly courses: ReadonlyMap<string, readonly CourseRow[]>;
  readonly curricula: ReadonlyMap<string, CourseTables['curricula']['rows']>;
  readonly rooms: ReadonlyMap<string, readonly RoomRow[]>;
  readonly times: ReadonlyMap<string, CourseTables['allowed_times']['rows']>;
  readonly places: ReadonlyMap<string, CourseTables['allowed_rooms']['rows']>;
}

/** Every row of one audit is looked up in the same tables: they are gone through once. */
const known = new WeakMap<CourseTables, Known>();

function knownIn({ tables }: Question): Known {
  const before = known.get(tables);
  if (before) return before;
  const { courses, curricula, rooms, allowed_times, allowed_rooms } = tables;
  const found = {
    courses: groupBy(courses.rows, ({ course }) => course),
    curricula: groupBy(curricula.rows, ({ course }) => course),
    rooms: groupBy(rooms.rows, ({ room, group }) => group ?? room),
    times: groupBy(allowed_times.rows, ({ course }) => course),
    places: groupBy(allowed_rooms.rows, ({ course }) => course),
  };
  known.set(tables, found);
  return found;
}

/** The times that the tables list for a course. */
export const timesOf = (question: Question, course: string): Placement['times'] =>
  knownIn(question).times.get(course) ?? [];

/** The placement that a row of a schedule means, or what is wrong with the row. */
export function look(row: Readonly<Record<string, unknown>>, question: Question): Placement | string {
  const { week } = question.settings;
  const { courses, curricula, rooms, places } = knownIn(question);
  const course = courses.get(String(row.course))?.[0];
  if (course === undefined) return `there is no course ${row.course}`;
  const lengths = lengthsOf(String(row.pattern));
  if (lengths === undefined) return `${row.course}: "${row.pattern}" is no pattern, such as tue:3+thu:3`;
  const strange = lengths.find(({ day }) => !week.days.includes(day));
  if (strange) return `${row.course}: the week has no ${strange.day}`;
  const start = periodOf(week, String(row.start));
  if (start === undefined) return `${row.course}: no period begins at ${row.start}`;
  const meetings = lengths.map(({ day, periods }) => ({ day, from: start, to: start + periods }));
  const beyond = meetings.find(({ to }) => to > week.periods);
  if (beyond)
    return `${row.course}: ${meetingText(week, beyond)} ends after the day does, at ${clockOf(week, week.periods)}`;
  const room = String(row.room ?? '');
  if (room !== '' && !rooms.has(room)) {
    const group = question.tables.rooms.rows.find((own) => own.room === room)?.group;
    const why = group ? `${room} is one room of the group ${group}: name the group` : `there is no room ${room}`;
    return `${row.course}: ${why}`;
  }
  const mask = maskOf(String(row.pattern));
  return {
    course,
    pattern: String(row.pattern),
    room,
    rooms: rooms.get(room) ?? [],
    times: timesOf(question, course.course),
    places: places.get(course.course) ?? [],
    heldIn: (week) => heldIn(course.weeks, week) && heldIn(mask, week),
    start,
    meetings,
    curricula: (curricula.get(course.course) ?? []).map(({ curriculum }) => curriculum),
    text: meetings.map((meeting) => meetingText(week, meeting)).join(', '),
  };
}
