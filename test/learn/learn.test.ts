import { describe, expect, it } from 'vitest';
import { learn } from '../../src/learn/learn.ts';
import { explored, predict } from '../../src/learn/predict.ts';
import { EFFECT, FEW, NONE } from './learnt.ts';
import { made, worth } from './made.ts';

const learnt = EFFECT;

describe('what is learnt of trials', () => {
  it('is the table where there are fewer than 50', () => {
    const { verdict, method, test, slots } = FEW;
    expect([verdict, method, test]).toEqual(['few', 'table', null]);
    expect(slots[18]!.mean).toBeGreaterThan(slots[3]!.mean);
  });

  it('is an effect where there is one, with every figure of every slot', () => {
    expect([learnt.verdict, learnt.method, learnt.samples]).toEqual(['effect', 'shrinkage', 1500]);
    expect(learnt.slots).toHaveLength(168);
    for (const { mean, low, high, confidence, samples, successes } of learnt.slots) {
      expect(low < mean && mean < high && confidence > 0 && confidence < 1).toBe(true);
      expect(successes <= samples).toBe(true);
    }
    expect(learnt.test!.gains.shrinkage.low).toBeGreaterThan(0);
  });

  it('is no effect where there is none, and says how large one would have to be', () => {
    const { verdict, method, test } = NONE;
    expect([verdict, method]).toEqual(['none', 'table']);
    expect(test!.least).toBeCloseTo(31.36 / test!.tested, 5);
  });

  it('is the same whatever the order of the rows', () => {
    const some = made(4, { trials: 60, effect: 1 }).trials;
    expect(learn(some.toReversed(), { worth, seed: 3 })).toEqual(learn(some, { worth, seed: 3 }));
  });

  it('tests the overall mean, the mean of the hour and the table beside shrinkage and forest', () => {
    const { scores, tested, folds } = learnt.test!;
    expect(scores.map(({ method }) => method)).toEqual(['mean', 'hour', 'table', 'shrinkage', 'forest']);
    expect([tested, folds]).toEqual([1050, 6]);
    expect(scores[0]!.explained).toEqual({ value: 0, low: 0, high: 0 });
    expect(scores[3]!.brier).toBeLessThan(scores[0]!.brier);
  });
});

describe('the best instants', () => {
  const instants = Array.from({ length: 168 }, (_, at) => ({
    at: at * 3600,
    weekday: Math.floor(at / 24),
    hour: at % 24,
  }));

  it('come by their chance, each with method, interval, sample count and confidence', () => {
    const best = predict(learnt, instants, { most: 3 });
    const [first] = best;
    expect(best.map(({ score }) => score)).toEqual(
      learnt.slots
        .map(({ mean }) => mean)
        .sort((a, b) => b - a)
        .slice(0, 3),
    );
    const { method, low, high, samples, confidence } = first!;
    expect(method).toBe('shrinkage');
    expect([low, high, samples, confidence].every(Number.isFinite)).toBe(true);
  });

  it('the earlier first where two are equal', () => {
    const twice = [
      { at: 700_000, weekday: 0, hour: 9 },
      { at: 32_400, weekday: 0, hour: 9 },
    ];
    expect(predict(learnt, twice, { most: 2 }).map(({ at }) => at)).toEqual([32_400, 700_000]);
  });

  it('are drawn only where there is exploration, by the seed', () => {
    const means = learnt.slots.map(({ mean }) => mean);
    expect(explored(learnt, { explore: 0, seed: 5 })).toEqual(means);
    const drawn = explored(learnt, { explore: 1, seed: 5 });
    expect(drawn).not.toEqual(means);
    expect(drawn).toEqual(explored(learnt, { explore: 1, seed: 5 }));
    expect(drawn).not.toEqual(explored(learnt, { explore: 1, seed: 6 }));
    const half = explored(learnt, { explore: 0.5, seed: 5 });
    expect(half[0]).toBeCloseTo((means[0]! + drawn[0]!) / 2, 12);
  });
});
