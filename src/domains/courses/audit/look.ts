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

/** The placement that a row of a schedule means, or what is wrong with the row. */
export function look(
  row: Readonly<Record<string, unknown>>,
  { settings: { week }, tables }: Question,
): Placement | string {
  const course = tables.courses.rows.find((each) => each.course === row.course);
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
    curricula: tables.curricula.rows
      .filter((each) => each.course === course.course)
      .map(({ curriculum }) => curriculum),
    text: meetings.map((meeting) => meetingText(week, meeting)).join(', '),
  };
}
