import { expect, it } from 'vitest';
import { outline } from '../../../src/kernel/large/outline.ts';
import { bruteForce } from '../made.ts';
import { randomModel } from '../random.ts';

const effort = { seed: 42, seconds: 60 };

it('bounds every schedule, over 100 random models', async () => {
  for (let seed = 0; seed < 100; seed++) {
    const model = randomModel(seed);
    const best = bruteForce(model);
    const { bound } = await outline(model, effort, new Map());
    if (best.feasible) expect({ seed, holds: bound.value >= best.net - 1e-6 }).toEqual({ seed, holds: true });
  }
});

it('bounds them without a second to relax in', async () => {
  for (let seed = 0; seed < 50; seed++) {
    const model = randomModel(seed);
    const best = bruteForce(model);
    const { bound } = await outline(model, { seed: 42, seconds: 0 }, new Map());
    if (best.feasible) expect({ seed, holds: bound.value >= best.net - 1e-6 }).toEqual({ seed, holds: true });
  }
});
