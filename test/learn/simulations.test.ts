import { describe, expect, it } from 'vitest';
import { learn } from '../../src/learn/learn.ts';
import { coverage } from './coverage.ts';
import { made, worth } from './made.ts';

const seeds = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('on trials that were made with an effect', () => {
  const figures = coverage(200, (seed) => ({ trials: [400, 1000, 2500][seed % 3]!, effect: 1 }));

  it('80 % intervals hold the true chance of 75 to 85 of 100 slots, over 200 seeds', () => {
    expect(figures.held).toBeGreaterThan(0.75);
    expect(figures.held).toBeLessThan(0.85);
  });

  it('slots of a confidence are better than the base rate about as often as it says', () => {
    for (const { foretold, came } of figures.bins) expect(Math.abs(foretold - came)).toBeLessThan(0.05);
  });

  it('the effect is found, and shrinkage is used rather than the forest', { timeout: 600_000 }, () => {
    const found = seeds(30).map((seed) => learn(made(seed, { trials: 3000, effect: 2 }).trials, { worth, seed }));
    expect(found.filter(({ verdict }) => verdict === 'effect').length).toBeGreaterThanOrEqual(27);
    expect(found.filter(({ method }) => method === 'forest').length).toBeLessThanOrEqual(2);
    const gains = found.map(({ test }) => test!.gains.forestOnShrinkage.value);
    expect(gains.filter((gain) => gain < 0).length).toBeGreaterThanOrEqual(20);
  });
});

describe('on trials that were made without one', () => {
  // Of 120 trials a forest with leaves of 20 hardly splits: it is about as good as shrinkage, by doing little.
  it.each([
    [120, 55],
    [600, 80],
  ])(
    'no effect is shown in at least 95 of 100 seeds, of %i trials; in %i the forest is worse than shrinkage',
    { timeout: 600_000 },
    (trials, worse) => {
      const found = seeds(100).map((seed) => learn(made(seed, { trials, effect: 0 }).trials, { worth, seed }));
      expect(found.filter(({ verdict }) => verdict === 'none').length).toBeGreaterThanOrEqual(95);
      expect(found.filter(({ test }) => test!.gains.forestOnShrinkage.value < 0).length).toBeGreaterThanOrEqual(worse);
    },
  );
});
