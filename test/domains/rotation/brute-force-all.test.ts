import { describe, it } from 'vitest';
import { expectBest, randomLog, tightLog } from './random-log.ts';

describe('the best log of all that there are, where the order inside breaks decides', () => {
  it.each(Array.from({ length: 100 }, (_, k) => 75 + 10 * k))('logs %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) await expectBest(tightLog(seed), `tight log ${seed}`);
  });
});

describe('the best log of all that there are', () => {
  it.each(Array.from({ length: 65 }, (_, k) => 250 + 10 * k))('logs %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) await expectBest(randomLog(seed), `log ${seed}`);
  });
});
