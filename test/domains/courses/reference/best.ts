import { expect } from 'vitest';
import type { Schedule } from '../../../../src/domain.ts';
import { solve } from '../../../../src/kernel/solve.ts';
import { judge, type Keys, type Opened, open } from '../weeks.ts';

/** Rules that more rows can still mend. */
const MENDED = new Set(['placed', 'locks']);

/**
 * The best net score of all schedules without a violation, by trying every one, as the auditor judges it. `none` where
 * there is none, `too many` where more schedules than `most` would have to be judged.
 */
export function bestNet(week: Opened, most = Infinity): number | 'none' | 'too many' {
  const ways = waysOf(week);
  const together = fitting(week, ways);
  const complete: (readonly number[])[] = [];
  const extend = (chosen: readonly number[]): void => {
    if (complete.length > most) return;
    if (chosen.length === ways.length) complete.push(chosen);
    else
      ways[chosen.length]!.forEach((_, way) => {
        if (chosen.every((before, course) => together(course, before, chosen.length, way))) extend([...chosen, way]);
      });
  };
  extend([]);
  if (complete.length > most) return 'too many';
  let best: number | undefined;
  for (const chosen of complete) {
    const { violations, objective } = judge(
      week,
      chosen.flatMap((way, course) => ways[course]![way]!),
    );
    if (violations.length === 0) best = Math.max(best ?? -Infinity, objective.net_score!);
  }
  return best ?? 'none';
}

/** For each course, every way to place it that breaks no rule by itself; to leave it out is one. */
function waysOf(week: Opened): readonly (readonly Schedule[])[] {
  const { settings, tables } = week;
  const { days, periods, first, minutes } = settings.week;
  const [hour = 0, minute = 0] = first.split(':').map(Number);
  const starts = Array.from({ length: periods }, (_, period) => {
    const at = hour * 60 + minute + period * minutes;
    return [Math.floor(at / 60), at % 60].map((each) => String(each).padStart(2, '0')).join(':');
  });
  return tables.courses.rows.map((row) => {
    const patterns =
      row.meetings === null
        ? settings.patterns[row.pattern ?? row.periods]!.map((parts) => parts.join('+'))
        : days.map((day) => `${day}:${row.periods / row.meetings!}`);
    const single = [...new Set(patterns)].flatMap((pattern) =>
      starts.map((start) => ({ course: row.course, pattern, start })),
    );
    const sets: Schedule[] = [[]];
    for (const one of single)
      sets.push(...sets.filter(({ length }) => length < (row.meetings ?? 1)).map((set) => [...set, one]));
    const penalty = settings.rules.placed.penalty;
    // A course that must be placed is in no schedule with fewer meetings than it needs.
    const enough = sets.filter(({ length }) => penalty !== false || length === (row.meetings ?? 1));
    return enough.filter((set) => isFine(week, set));
  });
}

const isFine = (week: Opened, schedule: Schedule) =>
  judge(week, schedule).violations.every(({ rule }) => MENDED.has(rule));

/** Whether two courses may be placed in two of their ways at once. */
function fitting(week: Opened, ways: readonly (readonly Schedule[])[]) {
  const known = new Map<string, boolean>();
  return (a: number, one: number, b: number, other: number): boolean => {
    const key = [a, one, b, other].join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const fine = isFine(week, [...ways[a]![one]!, ...ways[b]![other]!]);
    known.set(key, fine);
    return fine;
  };
}

/**
 * Expects the timetable of a week to be as good as the best of all, or none where there is none.
 *
 * @param most of more complete schedules than this, nothing is expected.
 */
export async function expectBest(
  keys: Keys,
  name: string,
  most = Infinity,
): Promise<'optimal' | 'infeasible' | 'too many'> {
  const week = open(keys);
  const best = bestNet(week, most);
  if (best === 'too many') return best;
  const { instance } = week;
  const { status, net, chosen } = await solve(instance.model, { seed: 42, seconds: 60 }, { conflict: false });
  expect(status, name).toBe(best === 'none' ? 'infeasible' : 'optimal');
  if (best === 'none') return 'infeasible';
  const { violations, objective } = judge(week, instance.schedule(chosen));
  expect(violations, name).toEqual([]);
  expect([objective.net_score, net / instance.model.unit], name).toEqual([best, best]);
  return 'optimal';
}
