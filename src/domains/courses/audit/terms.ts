import { weeksOf as weeksOfTerm } from '../../../tables/cells/term.ts';
import { maskOf } from '../../../tables/cells/week.ts';
import { heldIn, lastWeekOf } from '../../../tables/cells/week-mask.ts';
import type { CourseRow } from '../tables.ts';
import { type Question, timesOf } from './look.ts';

/** The patterns that the rows of a course say it may have; of free meetings, one for each day. */
export function patternsOf(question: Question, course: CourseRow): readonly string[] {
  const { settings } = question;
  const times = timesOf(question, course.course);
  const listed = times.flatMap(({ pattern }) => (pattern === null ? [] : [pattern]));
  if (times.length > 0 && listed.length === times.length) return listed;
  if (course.meetings !== null) return settings.week.days.map((day) => `${day}:${course.periods / course.meetings!}`);
  return (settings.patterns[course.pattern ?? String(course.periods)] ?? []).map((parts) => parts.join('+'));
}

interface Term {
  /** All weeks, from 1 on. */
  readonly weeks: readonly number[];
  /** Whether a course may be held in a week, one answer for each of its patterns. */
  readonly answers: ReadonlyMap<string, (week: number) => string>;
}

/** The terms of tables, by the settings that they were asked with. */
const known = new WeakMap<Question['tables'], WeakMap<Question['settings'], Term>>();

/** The weeks of a term, and what may be held in each. */
function termOf(question: Question): Term {
  const before = known.get(question.tables)?.get(question.settings);
  if (before) return before;
  const masks = question.tables.courses.rows.map((course) => ({
    course,
    patterns: [...new Set(patternsOf(question, course).map(maskOf))],
  }));
  const { term } = question.settings;
  const last = term
    ? weeksOfTerm(term).length
    : lastWeekOf([
        ...masks.flatMap(({ course, patterns }) => [course.weeks, ...patterns]),
        ...question.tables.unavailable.rows.map(({ weeks }) => weeks),
      ]);
  const found = {
    weeks: Array.from({ length: last }, (_, at) => at + 1),
    answers: new Map(
      masks.map(({ course, patterns }) => [
        course.course,
        (week: number) => patterns.map((mask) => Number(heldIn(course.weeks, week) && heldIn(mask, week))).join(''),
      ]),
    ),
  };
  const others = known.get(question.tables) ?? new WeakMap();
  known.set(question.tables, others.set(question.settings, found));
  return found;
}

/** All weeks that are to be told apart, from 1 on. */
export const weeksOf = (question: Question): readonly number[] => termOf(question).weeks;

/**
 * One week of each kind that differs for some courses: in weeks of one kind, the same of them can be held. Weeks in
 * which nothing of them can be held are left out, unless there are no others.
 */
export function kindsOfWeek(question: Question, courses: readonly string[]): readonly number[] {
  const { weeks, answers } = termOf(question);
  const seen = new Set<string>();
  const kinds = weeks.filter((week) => {
    const key = courses.map((course) => answers.get(course)?.(week) ?? '').join('|');
    const fresh = key.includes('1') && !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return kinds.length > 0 ? kinds : [1];
}
