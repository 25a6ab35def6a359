import { expect, it } from 'vitest';
import { expectBest } from './reference/best.ts';
import { randomWeek } from './reference/random.ts';
import { solved } from './weeks.ts';

it.each([0, 2, 3, 6, 8, 9, 28])('random week %i has the best timetable of all that there are', async (seed) => {
  await expectBest(randomWeek(seed), `week ${seed}`);
});

const ONE = {
  week: { days: ['mon'], periods: 4 },
  patterns: { 2: [['mon:2']] },
  courses: [{ course: 'A', periods: 2 }],
};

it('a time inside a period blocks that period and those after it, and no other', async () => {
  const after = await solved({ ...ONE, unavailable: [{ course: 'A', from: '09:45' }] });
  expect(after.placements).toEqual(['A mon:2 08:30']);
  const before = await solved({ ...ONE, unavailable: [{ course: 'A', to: '09:15' }] });
  expect(before.placements).toEqual(['A mon:2 09:30']);
});

it('a span of which nothing is free costs every period, and forbids none', async () => {
  const found = await solved({ ...ONE, curricula: { k: { courses: ['A'] } }, rules: { span: { max: 0 } } });
  expect([found.solution.status, found.audit.objective.span_penalty]).toEqual(['optimal', 2]);
});
