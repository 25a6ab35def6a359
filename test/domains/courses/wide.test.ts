import { expect, it } from 'vitest';
import { bestWide, wideWeek } from './reference/wide.ts';
import { solved } from './weeks.ts';

const SEEDS = Number(process.env.SEEDS ?? 12);
const FROM = Number(process.env.FROM ?? 0);

it.each(Array.from({ length: SEEDS }, (_, at) => FROM + at))('week %i with rooms and terms is as good as the best of all', async (seed) => {
  const found = await solved(wideWeek(seed));
  const best = bestWide(found);
  expect(found.solution.status).toBe(best === undefined ? 'infeasible' : 'optimal');
  if (best === undefined) return;
  expect(found.audit.violations).toEqual([]);
  expect([found.audit.objective.net_score, found.solution.net / found.instance.model.unit]).toEqual([best, best]);
}, 60_000);
