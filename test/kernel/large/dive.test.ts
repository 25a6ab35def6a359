import { expect, it } from 'vitest';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { dive } from '../../../src/kernel/large/dive.ts';
import { outline } from '../../../src/kernel/large/outline.ts';
import { bruteForce } from '../made.ts';
import { randomModel } from '../random.ts';

const effort = { seed: 42, seconds: 60 };

it('comes to a schedule that breaks no limit of how much, and is no better than the best, over 100 random models', async () => {
  for (let seed = 0; seed < 100; seed++) {
    const model = randomModel(seed);
    const limits = model.limits.map(({ least: _, ...own }) => own);
    const open = { ...model, limits };
    const active = new Map();
    const { chosen, auxiliary } = await dive(open, await outline(open, effort, active), effort, active);
    const net = evaluate(open, chosen, auxiliary);
    expect({ seed, legal: net > -Infinity && net <= bruteForce(open).net }).toEqual({ seed, legal: true });
  }
});
