import { expect } from 'vitest';
import type { Schedule } from '../../../../src/domain.ts';
import { judge, type Keys, type Opened, solved } from '../weeks.ts';

/** Rules that more rows can still mend. */
const MENDED = new Set(['placed', 'locks']);

/** The best net score of all schedules without a violation, by trying every one; undefined where there is none. */
export function bestNet(week: Opened): number | undefined {
  const { settings, tables } = week;
  const { days, periods, first, minutes } = settings.week;
  const [hour = 0, minute = 0] = first.split(':').map(Number);
  const starts = Array.from({ length: periods }, (_, period) => {
    const at = hour * 60 + minute + period * minutes;
    return [Math.floor(at / 60), at % 60].map((each) => String(each).padStart(2, '0')).join(':');
  });
  const each = tables.courses.rows.map((row): readonly Schedule[] => {
    const patterns =
      row.meetings === null
        ? settings.patterns[row.pattern ?? row.periods]!.map((parts) => parts.join('+'))
        : days.map((day) => `${day}:${row.periods / row.meetings!}`);
    const single = [...new Set(patterns)].flatMap((pattern) =>
      starts.map((start) => ({ course: row.course, pattern, start })),
    );
    const fine = (schedule: Schedule) => judge(week, schedule).violations.every(({ rule }) => MENDED.has(rule));
    const sets: Schedule[] = [[]];
    for (const one of single)
      sets.push(...sets.filter(({ length }) => length < (row.meetings ?? 1)).map((set) => [...set, one]));
    return sets.filter(fine);
  });
  let best: number | undefined;
  const extend = (at: number, schedule: Schedule): void => {
    const { violations, objective } = judge(week, schedule);
    const own = each[at];
    if (own === undefined) {
      if (violations.length === 0) best = Math.max(best ?? -Infinity, objective.net_score!);
      return;
    }
    if (violations.some(({ rule }) => !MENDED.has(rule))) return;
    for (const more of own) extend(at + 1, [...schedule, ...more]);
  };
  extend(0, []);
  return best;
}

/** Expects the timetable of a week to be as good as the best of all, or none where there is none. */
export async function expectBest(keys: Keys, name: string): Promise<'optimal' | 'infeasible'> {
  const found = await solved(keys);
  const best = bestNet(found);
  const { status, net } = found.solution;
  expect(status, name).toBe(best === undefined ? 'infeasible' : 'optimal');
  if (best === undefined) return 'infeasible';
  expect(found.audit.violations, name).toEqual([]);
  expect([found.audit.objective.net_score, net / found.instance.model.unit], name).toEqual([best, best]);
  return 'optimal';
}
