import { groupBy } from '../../../audit/rows.ts';
import type { Candidates } from '../../../policy/candidates.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { clockOf, type Length, lengthsOf, minuteOf, type Week } from '../../../tables/cells/week.ts';
import type { CourseRow, CourseTables, LockRow, UnavailableRow } from '../tables.ts';

/** The fields of a candidate: a course, the days and lengths of its meetings, when all of them begin. */
export type CourseAxis = 'course' | 'pattern' | 'start';

/** What a candidate is: one placement of a course. */
export type Placements = Candidates<CourseAxis>;

/** A course, and what it needs. */
export interface Course {
  readonly id: string;
  /** The patterns that it may have, by their place in the list. */
  readonly patterns: readonly number[];
  /** How many placements it needs: one where a pattern has all its meetings, else one for each meeting. */
  readonly needs: number;
  /** How many of its meetings may be on one day. */
  readonly sameDay: number;
  readonly curricula: readonly number[];
  readonly instructors: readonly number[];
}

/** A pattern: a text, and the meetings that it stands for. */
export interface Pattern {
  readonly text: string;
  readonly meetings: readonly Length[];
  readonly longest: number;
}

/** What the engine knows of the week, once. */
export interface World {
  readonly week: Week;
  readonly courses: readonly Course[];
  readonly patterns: readonly Pattern[];
  /** When a placement may begin: "08:30", "09:00" … */
  readonly starts: readonly string[];
  readonly curricula: readonly string[];
  readonly instructors: readonly string[];
  readonly unavailable: readonly UnavailableRow[];
  /** The locks of each course that has any. */
  readonly locks: ReadonlyMap<number, readonly LockRow[]>;
  /** The slots (day by day, period by period) that a pattern takes when it begins at a period. */
  readonly slots: (pattern: number, start: number) => Int32Array;
}

/** What of the settings the world is made from. */
interface Scope {
  readonly week: Week;
  /** Patterns by their name: for each the parts "tue:3". */
  readonly patterns: Readonly<Record<string, readonly (readonly string[])[]>>;
}

export const scopeOf = ({ week, patterns }: Scope): Scope => ({ week, patterns });

/** The world of a scenario. Refuses courses that have no pattern. */
export function worldOf({ settings, tables }: { readonly settings: Scope; readonly tables: CourseTables }): World {
  const { week } = settings;
  const texts = new Map<string, number>();
  const known = (text: string) => texts.get(text) ?? texts.set(text, texts.size).size - 1;
  const problems: Problem[] = [];
  const patternsFor = (row: CourseRow): readonly number[] => {
    const found = patternTexts(settings, row);
    if ('message' in found) {
      problems.push(found);
      return [];
    }
    return found.map(known);
  };
  const rows = tables.courses.rows;
  const curricula = [...new Set(tables.curricula.rows.map(({ curriculum }) => curriculum))];
  const instructors = [...new Set(rows.flatMap(({ instructors: own }) => own))].toSorted();
  const courses = rows.map(
    (row): Course => ({
      id: row.course,
      patterns: patternsFor(row),
      needs: row.meetings ?? 1,
      sameDay: row.meetings === null ? week.days.length : row.same_day,
      curricula: tables.curricula.rows
        .filter(({ course }) => course === row.course)
        .map(({ curriculum }) => curricula.indexOf(curriculum)),
      instructors: row.instructors.map((name) => instructors.indexOf(name)),
    }),
  );
  if (problems.length > 0) throw new Refusal(problems);
  const patterns = [...texts.keys()].map((text): Pattern => {
    const meetings = lengthsOf(text)!;
    return { text, meetings, longest: Math.max(...meetings.map(({ periods }) => periods)) };
  });
  return {
    week,
    courses,
    patterns,
    starts: Array.from({ length: week.periods }, (_, period) => clockOf(week, period)),
    curricula,
    instructors,
    unavailable: tables.unavailable.rows,
    locks: groupBy(tables.locks.rows, ({ course }) => courses.findIndex(({ id }) => id === course)),
    slots: slotsOf(week, patterns),
  };
}

/** The patterns of a course as texts, or why it has none. */
function patternTexts({ week, patterns }: Scope, row: CourseRow): readonly string[] | Problem {
  if (row.meetings !== null) {
    const length = row.periods / row.meetings;
    if (!Number.isInteger(length))
      return {
        message: `${row.course} has ${row.periods} periods in ${row.meetings} meetings: they cannot be equally long`,
      };
    return week.days.map((day) => `${day}:${length}`);
  }
  const name = row.pattern ?? String(row.periods);
  const own = patterns[name];
  if (own === undefined) {
    const maybe = `Maybe add patterns: {${name}: [[mon:${row.periods}]]}, or give the course a number of meetings.`;
    return { message: `${row.course} needs patterns of ${name} periods, and there are none`, maybe };
  }
  return own
    .filter((parts) => parts.every((part) => week.days.some((day) => part.startsWith(day))))
    .map((parts) => parts.join('+'));
}

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
