import { describe, expect, it } from 'vitest';
import type { Auxiliary } from '../../../src/kernel/model.ts';
import { mostThatScores, nothingLost } from '../../../src/kernel/search/perfect.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { limitsOf, modelOf } from '../made.ts';

/** One helper that scores 4 for each of up to 2 units, and one that costs 1. */
const HELPERS: Auxiliary = { count: 2, most: Float64Array.of(2, 3), score: Float64Array.of(4, -1) };
const none = new Float64Array();

/** Three candidates, of which two are on one day; what is more than one on a day costs 3. */
const twoOnADay = (scores: readonly number[]) => modelOf(scores, [limitsOf('day', [0, 0, 1], { over: [[1, 3]] })]);

describe('the most that scores', () => {
  it('is the sum of all that scores, and nothing of what costs', () => {
    expect(mostThatScores(modelOf([5, -3, 2], []))).toBe(7);
    expect(mostThatScores(modelOf([], []))).toBe(0);
  });

  it('counts a helper as often as it may be taken', () => {
    expect(mostThatScores(modelOf([5, -3], [], { auxiliary: HELPERS }))).toBe(5 + 2 * 4);
  });
});

describe('a schedule of which nothing is lost', () => {
  it('has all that scores, and is charged for nothing: it is proven without a solver', async () => {
    const model = twoOnADay([5, -2, 8]);
    const chosen = Int32Array.of(0, 2);
    const found = nothingLost(model, { chosen, auxiliary: none })!;
    expect([found.status, [...found.chosen], found.net, found.bound]).toEqual(['optimal', [0, 2], 13, 13]);
    const { status, net, bound } = await solve(model, { seed: 42, seconds: 10 });
    expect([status, net, bound]).toEqual(['optimal', 13, 13]);
  });

  it('has prices of 0 for every group of every limit', () => {
    const found = nothingLost(twoOnADay([5, -2, 8]), { chosen: Int32Array.of(0, 2), auxiliary: none })!;
    expect(found.prices.map((each) => [...each])).toEqual([[0, 0]]);
  });

  it('is none that leaves out what scores, that takes what costs, or that is charged', () => {
    const lost = (scores: readonly number[], ...chosen: readonly number[]) =>
      nothingLost(twoOnADay(scores), { chosen: Int32Array.from(chosen), auxiliary: none });
    expect(lost([5, -2, 8], 2)).toBeUndefined();
    expect(lost([5, -2, 8], 0, 1, 2)).toBeUndefined();
    // Both are best, and one too many for the day.
    expect(lost([5, 2, 8], 0, 1, 2)).toBeUndefined();
    expect(lost([0, 0, 0])).toBeDefined();
  });

  it('is none where a charge cannot be escaped, and none that breaks a hard limit', () => {
    const never = modelOf([5], [limitsOf('day', [0], { under: [[2, 3]] })]);
    expect(nothingLost(never, { chosen: Int32Array.of(0), auxiliary: none })).toBeUndefined();
    const full = modelOf([5, 8], [limitsOf('day', [0, 0], { most: [1] })]);
    expect(nothingLost(full, { chosen: Int32Array.of(0, 1), auxiliary: none })).toBeUndefined();
  });

  it('has the helpers that score too', () => {
    const model = modelOf([5, -3], [], { auxiliary: HELPERS });
    const of = (...values: readonly number[]) =>
      nothingLost(model, { chosen: Int32Array.of(0), auxiliary: Float64Array.from(values) })?.net;
    expect([of(2, 0), of(1, 0), of(2, 1)]).toEqual([13, undefined, undefined]);
  });
});
