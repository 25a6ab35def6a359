import { describe, expect, it } from 'vitest';
import { expectBest } from './reference/best.ts';
import { randomPlan } from './reference/random.ts';

describe('300 random plans, a third of them over a change of clocks on either hemisphere', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'part %i of 6: each is the best of all that there are, judged by the auditor alone',
    async (part) => {
      const found: string[] = [];
      for (let seed = part * 50; seed < part * 50 + 50; seed++)
        found.push(await expectBest(randomPlan(seed), `plan ${seed}`));
      expect(found.length).toBe(50);
    },
  );
});
