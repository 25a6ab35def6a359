import { expect, it } from 'vitest';
import { solved } from './weeks.ts';

it('after: Monday is before Tuesday, in whatever order the scenario names its days', async () => {
  const { placements, audit } = await solved({
    week: { days: ['tue', 'mon'], periods: 1, first: '09:00', minutes: 60 },
    patterns: { 1: [['mon:1'], ['tue:1']] },
    courses: [
      { course: 'A', periods: 1 },
      { course: 'B', periods: 1 },
    ],
    links: [{ first: 'A', second: 'B', relation: 'after' }],
  });
  expect(placements).toEqual(['A mon:1 09:00', 'B tue:1 09:00']);
  expect(audit.violations).toEqual([]);
});
