import { expect, it } from 'vitest';
import { expectBest } from './reference/best.ts';
import { randomPlan } from './reference/random.ts';

it('12 random plans, a third of them over a change of clocks, are the best of all that there are', async () => {
  const found: string[] = [];
  for (let seed = 0; seed < 12; seed++) found.push(await expectBest(randomPlan(seed), `plan ${seed}`));
  expect(found.filter((status) => status === 'optimal').length).toBeGreaterThan(6);
});
