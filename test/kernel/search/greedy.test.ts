import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { fill } from '../../../src/kernel/search/greedy.ts';
import { limitsOf, modelOf } from '../made.ts';

describe('fill', () => {
  const none = { chosen: new Int32Array(), auxiliary: new Float64Array(1) };

  it('adds in the order given, as long as limits allow', () => {
    const model = modelOf([5, 4, 3], [limitsOf('slot', [0, 0, 1], { most: [1, 1] })]);
    expect([...fill(model, none, [1, 0, 2]).chosen]).toEqual([1, 2]);
  });

  it('raises the helper that a candidate needs, as far as its own limits allow', () => {
    const links = limitsOf('link', [0, 0, 1, 0], { groups: 2, use: [1, 1, 1, -1], most: [0, 1] });
    const model = modelOf([5, 4, 3], [links], {
      auxiliary: { count: 1, most: Float64Array.of(1), score: Float64Array.of(0) },
    });
    const filled = fill(model, none, [0, 1, 2]);
    expect([...filled.chosen]).toEqual([0, 2]);
    expect([...filled.auxiliary]).toEqual([1]);
    expect(evaluate(model, filled.chosen, filled.auxiliary)).toBe(8);
  });
});
