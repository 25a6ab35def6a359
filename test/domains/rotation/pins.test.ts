import { expect, it } from 'vitest';
import { readScenario, runScenario } from '../../../src/index.ts';

it('a pinned remnant and a forbidden spot are no inversion of tiers', async () => {
  const set = ['pins=[{spot: d3}]', 'forbid=[{spot: w1}]'];
  const run = await runScenario(readScenario('scenarios/rotation/prime-evening.yaml', { set }));
  const placed = run.tables.log!.rows.map(
    (row) => row[run.tables.log!.columns.findIndex(({ name }) => name === 'spot')],
  );
  expect(run.audit.levels.map(({ name, passed }) => [name, passed])).toEqual([
    ['feasible', true],
    ['priced', true],
    ['bounded', true],
    ['reproducible', true],
  ]);
  expect(placed).toContain('d3');
  expect(placed).not.toContain('w1');
});
