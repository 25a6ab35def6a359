import { groupBy } from '../../../audit/rows.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { lengthsOf, maskOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import { plural } from '../../../text/format.ts';
import type { CourseRow, CourseTables } from '../tables.ts';
import type { Place } from './places.ts';

/** A course, and what it needs. */
export interface Course {
  readonly id: string;
  /** The patterns that it may have, by their place in the list. */
  readonly patterns: readonly number[];
  /** How many placements it needs: one where a pattern has all its meetings, else one for each meeting. */
  readonly needs: number;
  /** How many of its meetings may be on one day. */
  readonly sameDay: number;
  readonly minDays: number;
  readonly weeks: string | null;
  readonly students: number;
  /** What its room must have. */
  readonly features: readonly string[];
  readonly curricula: readonly number[];
  readonly instructors: readonly number[];
  /** Why it cannot be in a place, and undefined where it can. */
  readonly refuses: (place: number) => string | undefined;
  /** Points that a place costs. */
  readonly placePoints: (place: number) => number;
  /** Points that a time costs; undefined where it may not be held then. */
  readonly timePoints: (pattern: number, start: number) => number | undefined;
}

/** A pattern: a text, and the meetings that it stands for. */
export interface Pattern {
  readonly text: string;
  readonly meetings: readonly { readonly day: Week['days'][number]; readonly periods: number }[];
  readonly longest: number;
  /** In which weeks it is held; undefined for all. */
  readonly weeks: string | undefined;
}

/** What of the settings courses are made from. */
export interface Scope {
  readonly week: Week;
  /** Patterns by their name: for each the parts "tue:3". */
  readonly patterns: Readonly<Record<string, readonly (readonly string[])[]>>;
  /** How many weeks the term has, where the scenario says it. */
  readonly weeks?: number;
}

interface Names {
  readonly curricula: readonly string[];
  readonly instructors: readonly string[];
  readonly places: readonly Place[];
}

/** The courses of a scenario, and all patterns that any may have. Refuses a course that has none. */
export function coursesOf(scope: Scope, tables: CourseTables, names: Names) {
  const texts = new Map<string, number>();
  const known = (text: string) => texts.get(text) ?? texts.set(text, texts.size).size - 1;
  const problems: Problem[] = [];
  const listed = <R extends { readonly course: string }>(rows: readonly R[]) => groupBy(rows, ({ course }) => course);
  const times = listed(tables.allowed_times.rows);
  const rooms = listed(tables.allowed_rooms.rows);
  const curricula = listed(tables.curricula.rows);
  const curriculumAt = new Map(names.curricula.map((name, at) => [name, at]));
  const courses = tables.courses.rows.map((row): Course => {
    const own = times.get(row.course) ?? [];
    const found = patternTexts(
      scope,
      row,
      own.map(({ pattern }) => pattern),
    );
    if ('message' in found) problems.push({ place: { file: tables.courses.file }, ...found });
    return {
      id: row.course,
      patterns: 'message' in found ? [] : found.map(known),
      needs: row.meetings ?? 1,
      sameDay: row.meetings === null ? scope.week.days.length : row.same_day,
      minDays: row.min_days,
      weeks: row.weeks,
      students: row.students,
      features: row.features,
      curricula: (curricula.get(row.course) ?? []).map(({ curriculum }) => curriculumAt.get(curriculum)!),
      instructors: row.instructors.map((name) => names.instructors.indexOf(name)),
      ...placesFor(row, rooms.get(row.course) ?? [], names.places),
      timePoints: timesFor(scope.week, own, known),
    };
  });
  if (problems.length > 0) throw new Refusal(problems);
  const patterns = [...texts.keys()].map((text): Pattern => {
    const meetings = lengthsOf(text)!;
    return { text, meetings, longest: Math.max(...meetings.map(({ periods }) => periods)), weeks: maskOf(text) };
  });
  return { courses, patterns };
}

type AllowedTime = CourseTables['allowed_times']['rows'][number];
type AllowedRoom = CourseTables['allowed_rooms']['rows'][number];

function timesFor(week: Week, rows: readonly AllowedTime[], known: (text: string) => number): Course['timePoints'] {
  if (rows.length === 0) return () => 0;
  const nameOf = (pattern: number | null, start: number | null) => `${pattern ?? '*'} ${start ?? '*'}`;
  const all = new Map(
    rows.map(({ pattern, start, points }) => {
      const name = nameOf(
        pattern === null ? null : known(pattern),
        start === null ? null : (periodOf(week, start) ?? -1),
      );
      return [name, points] as const;
    }),
  );
  return (pattern, start) =>
    all.get(nameOf(pattern, start)) ??
    all.get(nameOf(pattern, null)) ??
    all.get(nameOf(null, start)) ??
    all.get(nameOf(null, null));
}

function placesFor(row: CourseRow, rows: readonly AllowedRoom[], places: readonly Place[]) {
  const listed = new Map(rows.map(({ room, points }) => [room, points]));
  const refusals = places.map(({ name, features, rooms }): string | undefined => {
    if (rooms.length === 0) return row.roomless || places.length === 1 ? undefined : `${row.course} needs a room`;
    if (row.roomless) return `${row.course} needs no room`;
    const missing = row.features.find((feature) => !features.includes(feature));
    if (missing !== undefined) return `${name} has no ${missing}, which ${row.course} needs`;
    return rows.length === 0 || listed.has(name)
      ? undefined
      : `${name} is none of the rooms that ${row.course} may have`;
  });
  return {
    refuses: (place: number) => refusals[place],
    placePoints: (place: number) => listed.get(places[place]!.name) ?? 0,
  };
}

/** The patterns of a course as texts, or why it has none. */
function patternTexts(
  { week, patterns }: Scope,
  row: CourseRow,
  times: readonly (string | null)[],
): readonly string[] | Problem {
  const listed = times.filter((pattern) => pattern !== null);
  const areAll = times.length > 0 && listed.length === times.length;
  if (row.meetings !== null) {
    const length = row.periods / row.meetings;
    if (!Number.isInteger(length))
      return {
        message: `${row.course} has ${row.periods} periods in ${row.meetings} meetings: they cannot be equally long`,
      };
    const strange = listed.find(
      (text) =>
        lengthsOf(text)
          ?.map(({ periods }) => periods)
          .join() !== `${length}`,
    );
    if (strange !== undefined)
      return {
        message: `allowed_times gives ${row.course} ${strange}, and each meeting of it has ${plural(length, 'period')} on one day`,
        maybe: `Maybe write ${week.days[0]}:${length}, a row for each day.`,
      };
    return areAll ? [...new Set(listed)] : week.days.map((day) => `${day}:${length}`);
  }
  if (areAll) return [...new Set(listed)];
  const name = row.pattern ?? String(row.periods);
  const own = patterns[name];
  if (own === undefined) {
    const maybe = `Maybe add patterns: {${name}: [[mon:${row.periods}]]}, or give the course a number of meetings.`;
    return { message: `${row.course} needs patterns of ${name} periods, and there are none`, maybe };
  }
  return own
    .filter((parts) =>
      parts.every((part) => part.startsWith('weeks:') || week.days.some((day) => part.startsWith(day))),
    )
    .map((parts) => parts.join('+'));
}
