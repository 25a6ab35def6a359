import { expect, it } from 'vitest';
import { lengthsOf } from '../../../src/tables/cells/week.ts';
import { solved } from './weeks.ts';

const TWO = {
  week: { days: ['mon', 'tue', 'wed'], periods: 10 },
  patterns: { 6: [['mon:6'], ['wed:6'], ['tue:3', 'wed:3'], ['mon:2', 'tue:2', 'wed:2']], 4: [['mon:2', 'tue:2']] },
  curricula: { a: { courses: { A: 6, B: 4 } }, b: { courses: { B: 4, C: 6 } } },
};

it('weekly sum and lecture length: meetings add up, and each has 2, 3 or 6 periods', async () => {
  const { schedule, audit } = await solved(TWO);
  const lengths = schedule.map(({ course, pattern }) => [
    course,
    lengthsOf(String(pattern))!.map((each) => each.periods),
  ]);
  const sums = lengths.map(([course, own]) => [course, (own as number[]).reduce((sum, each) => sum + each, 0)]);
  expect(Object.fromEntries(sums)).toEqual({ A: 6, B: 4, C: 6 });
  expect(lengths.flatMap(([, own]) => own).every((length) => [2, 3, 6].includes(length as number))).toBe(true);
  expect(audit.violations).toEqual([]);
});

it('soft start: no lecture begins before 4 or ends after 24', async () => {
  const weights = { start: { early: 4, late: 24, early_cost: 1, late_cost: 1 } };
  const { audit } = await solved({ curricula: { a: { courses: { A: 6, B: 6 } } }, weights });
  expect(audit.objective.net_score).toBe(0);
});

it('soft total: no day has 1 to 3 periods', async () => {
  const curricula = { a: { courses: { A: 6, B: 6, C: 6, D: 6 } } };
  const { audit } = await solved({ curricula, rules: { day_total: {}, span: {} } });
  expect(audit.objective).toMatchObject({ day_total_penalty: 0, span_penalty: 0 });
});
