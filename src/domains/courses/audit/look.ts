import { groupBy } from '../../../audit/rows.ts';
import { clockOf, lengthsOf, type Meeting, meetingText, periodOf } from '../../../tables/cells/week.ts';
import type { CourseSettings } from '../scenario.ts';
import type { CourseRow, CourseTables } from '../tables.ts';

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
  /** Its meetings for people: "Tue 13:30-15:00, Thu 13:30-15:00". */
  readonly text: string;
}

/** What the rows of a schedule are looked up in, by the name of a course. */
interface Known {
  readonly courses: ReadonlyMap<string, readonly CourseRow[]>;
  readonly curricula: ReadonlyMap<string, CourseTables['curricula']['rows']>;
}

/** Every row of one audit is looked up in the same tables: they are gone through once. */
const known = new WeakMap<Question, Known>();

function knownIn(question: Question): Known {
  const before = known.get(question);
  if (before) return before;
  const { courses, curricula } = question.tables;
  const found = {
    courses: groupBy(courses.rows, ({ course }) => course),
    curricula: groupBy(curricula.rows, ({ course }) => course),
  };
  known.set(question, found);
  return found;
}

/** The placement that a row of a schedule means, or what is wrong with the row. */
export function look(row: Readonly<Record<string, unknown>>, question: Question): Placement | string {
  const { week } = question.settings;
  const { courses, curricula } = knownIn(question);
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
  return {
    course,
    pattern: String(row.pattern),
    start,
    meetings,
    curricula: (curricula.get(course.course) ?? []).map(({ curriculum }) => curriculum),
    text: meetings.map((meeting) => meetingText(week, meeting)).join(', '),
  };
}
