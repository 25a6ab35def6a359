import { expect, it } from 'vitest';
import { simulate } from '../../src/dispatch/simulate.ts';
import { faulty } from './faults.ts';

const cases = [1, 2, 3].flatMap((seed) => (['right', 'too high'] as const).map((belief) => ({ seed, belief })));

it.each(cases)('ten thousand posts, seed $seed, belief $belief: none twice, none lost, 429 below 2 %', (one) => {
  const { twice, lost, limited, calls, crashes } = simulate(faulty(10_000, one.seed, one.belief));
  expect([twice, lost]).toEqual([0, 0]);
  expect(crashes).toBeGreaterThan(100);
  expect(limited / calls).toBeLessThan(0.02);
});
