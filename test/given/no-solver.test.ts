import { expect, it, vi } from 'vitest';
import { audited, week } from './weeks.ts';

vi.mock('../../src/kernel/program/highs.ts', () => {
  const refuse = () => Promise.reject(new Error('the solver was loaded'));
  return { highs: refuse, solverVersion: refuse };
});

const ROWS = [{ vin: 'VIN002', person_id: 'Bo', start_day: '2025-09-22' }];

it('rules and price are found without loading a solver', async () => {
  const run = await audited(ROWS, week(), false);
  expect(run.objective).toMatchObject({ net_score: 500 });
  expect(run.provenance).toMatchObject({ solver: 'none', method: 'none' });
  expect(run.audit.levels.map(({ name }) => name)).toEqual(['feasible', 'priced', 'reproducible']);
});

it('the best beside it needs one', async () => {
  await expect(audited(ROWS)).rejects.toThrow('the solver was loaded');
});
