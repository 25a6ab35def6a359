import { repeatsOf } from '../../../audit/rows.ts';
import type { Problem } from '../../../problems/problem.ts';
import { clockOf, periodOf, type Week } from '../../../tables/cells/week.ts';
import type { CourseTables } from '../tables.ts';

/**
 * Rows that say one thing twice under keys that differ: a time as a number and as a clock, two names in either order.
 * Only one of them could count, and nobody would know which.
 */
export function contradictions(week: Week, tables: CourseTables): readonly Problem[] {
  const { allowed_times, common_students, travel } = tables;
  const inOrder = (one: string, other: string) => [one, other].toSorted().join(' and ');
  const timeOf = (start: string | null) =>
    start === null ? 'at any time' : `at ${clockOf(week, periodOf(week, start) ?? 0)}`;
  return [
    ...twice('allowed_times', allowed_times.rows, ({ course, pattern, start }) =>
      [course, pattern ?? 'any pattern', timeOf(start)].join(', '),
    ),
    ...twice('common_students', common_students.rows, ({ first, second }) => inOrder(first, second)),
    ...twice('travel', travel.rows, ({ from, to }) => inOrder(from, to)),
  ];
}

function twice<R>(table: string, rows: readonly R[], nameOf: (row: R) => string): readonly Problem[] {
  return repeatsOf(rows, nameOf).map(([name]) => ({
    message: `${table} has more than one row for ${name}, and only one can count`,
    maybe: 'Maybe leave all but one of them out.',
  }));
}
