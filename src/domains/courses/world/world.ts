import { groupBy } from '../../../audit/rows.ts';
import type { Candidates } from '../../../policy/candidates.ts';
import { Refusal } from '../../../problems/problem.ts';
import { type Term, weeksOf } from '../../../tables/cells/term.ts';
import { clockOf, minuteOf, type Week } from '../../../tables/cells/week.ts';
import type { CourseTables, LinkRow, LockRow, UnavailableRow } from '../tables.ts';
import { contradictions } from './contradictions.ts';
import { type Course, coursesOf, type Pattern, type Scope } from './courses.ts';
import { type Kinds, kindsOf } from './kinds.ts';
import { type Place, placesOf } from './places.ts';

/** The fields of a candidate: a course, the days and lengths of its meetings, when all of them begin, and where. */
export type CourseAxis = 'course' | 'pattern' | 'start' | 'room';

/** What a candidate is: one placement of a course. */
export type Placements = Candidates<CourseAxis>;

/** What the engine knows of the week, once. */
export interface World {
  readonly week: Week;
  readonly courses: readonly Course[];
  readonly patterns: readonly Pattern[];
  /** When a placement may begin: "08:30", "09:00" … */
  readonly starts: readonly string[];
  readonly places: readonly Place[];
  readonly curricula: readonly string[];
  readonly instructors: readonly string[];
  readonly kinds: Kinds;
  readonly unavailable: readonly UnavailableRow[];
  /** The locks of each course that has any. */
  readonly locks: ReadonlyMap<number, readonly LockRow[]>;
  readonly links: readonly LinkRow[];
  /** The place of a course in the list. */
  readonly courseAt: (id: string) => number;
  readonly tables: Pick<CourseTables, 'locks' | 'instructors' | 'common_students' | 'travel'>;
  /** The slots (day by day, period by period) that a pattern takes when it begins at a period. */
  readonly slots: (pattern: number, start: number) => Int32Array;
}

/** What of the settings the world is made from. */
export const scopeOf = ({
  week,
  patterns,
  term,
}: Pick<Scope, 'week' | 'patterns'> & { readonly term?: Term | undefined }): Scope => ({
  week,
  patterns,
  ...(term && { weeks: weeksOf(term).length }),
});

/** The world of a scenario. Refuses courses that have no pattern, rooms that are not alike, and rows that contradict. */
export function worldOf({ settings, tables }: { readonly settings: Scope; readonly tables: CourseTables }): World {
  const { week } = settings;
  const problems = contradictions(week, tables);
  if (problems.length > 0) throw new Refusal(problems);
  const rows = tables.courses.rows;
  const curricula = [...new Set(tables.curricula.rows.map(({ curriculum }) => curriculum))];
  const instructors = [...new Set(rows.flatMap(({ instructors: own }) => own))].toSorted();
  const places = placesOf(tables);
  const { courses, patterns } = coursesOf(settings, tables, { curricula, instructors, places });
  const at = new Map(courses.map(({ id }, index) => [id, index]));
  const courseAt = (id: string) => at.get(id) ?? -1;
  return {
    week,
    courses,
    patterns,
    starts: Array.from({ length: week.periods }, (_, period) => clockOf(week, period)),
    places,
    curricula,
    instructors,
    kinds: kindsOf(
      [...rows, ...patterns, ...tables.unavailable.rows].map(({ weeks }) => weeks),
      settings.weeks,
    ),
    unavailable: tables.unavailable.rows,
    locks: groupBy(tables.locks.rows, ({ course }) => courseAt(course)),
    links: tables.links.rows,
    courseAt,
    tables,
    slots: slotsOf(week, patterns),
  };
}

/** The kinds of week in which a candidate is held. */
export const kindsIn = ({ kinds, courses, patterns }: World, all: Placements, j: number): readonly number[] =>
  kinds.of(courses[all.course[j]!]!.weeks, patterns[all.pattern[j]!]!.weeks);

function slotsOf(week: Week, patterns: readonly Pattern[]): World['slots'] {
  const known = new Map<number, Int32Array>();
  return (pattern, start) => {
    const key = pattern * week.periods + start;
    const before = known.get(key);
    if (before) return before;
    const slots = Int32Array.from(
      patterns[pattern]!.meetings.flatMap(({ day, periods }) =>
        Array.from({ length: periods }, (_, at) => week.days.indexOf(day) * week.periods + start + at),
      ),
    );
    known.set(key, slots);
    return slots;
  };
}

/** The periods of a day that a row of `unavailable` touches: from each first to before each last. */
export function spansOf(week: Week, row: UnavailableRow): readonly (readonly [from: number, to: number])[] {
  if (row.periods.length > 0)
    return row.periods.map(([first, last]) => [first, Math.min(week.periods, last + 1)] as const);
  // A time inside a period blocks all of the period.
  const from = row.from === null ? 0 : Math.max(0, Math.floor(minuteOf(week, row.from) / week.minutes));
  const to = row.to === null ? week.periods : Math.min(week.periods, Math.ceil(minuteOf(week, row.to) / week.minutes));
  return [[from, to]];
}
