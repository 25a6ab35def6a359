import { describe, it } from 'vitest';
import { randomLog, tightLog } from './random-log.ts';
import { expectBest } from './reference/best.ts';
import { randomEvening } from './reference/random.ts';

describe('the best log of all that there are, where the order inside breaks decides', () => {
  it.each(Array.from({ length: 104 }, (_, k) => 35 + 10 * k))('logs %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) await expectBest(tightLog(seed), `tight log ${seed}`);
  });
});

describe('the best log of all that there are', () => {
  it.each(Array.from({ length: 85 }, (_, k) => 50 + 10 * k))('logs %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) await expectBest(randomLog(seed), `log ${seed}`);
  });
});

describe('the best log of an evening on which something has happened, or a live event has the air', () => {
  it.each(Array.from({ length: 97 }, (_, k) => 30 + 10 * k))('evenings %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) await expectBest(randomEvening(seed), `evening ${seed}`);
  });
});

describe('the best log of an evening of which it is known what aired, and not what time it is', () => {
  it.each(Array.from({ length: 100 }, (_, k) => 10 * k))('evenings %i to the tenth from it', async (first) => {
    for (let seed = first; seed < first + 10; seed++) {
      const { now: _, ...keys } = randomEvening(seed);
      if (keys.as_run !== undefined) await expectBest(keys, `evening ${seed} without now`);
    }
  });
});
