import { describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { evaluate } from '../../src/kernel/evaluate.ts';
import { fill } from '../../src/kernel/greedy.ts';
import { useful } from '../../src/kernel/lazy.ts';
import type { Limits, Model } from '../../src/kernel/model.ts';
import { rowsOf } from '../../src/kernel/rows.ts';
import { solve } from '../../src/kernel/solve.ts';
import { bruteForce, limitsOf, modelOf } from './made.ts';

const effort = { seed: 42, seconds: 60 };

/** Up to nine candidates under counts and weights, every other rule of them lazy. */
function random(seed: number): Model {
  const below = numbers(seed * 31 + 5);
  const n = 2 + below(8);
  const limits = Array.from({ length: 2 + below(3) }, (_, k): Limits => {
    const groups = 1 + below(3);
    const group = Array.from({ length: n }, () => below(groups + 1) - 1);
    const use = group.map(() => (below(4) === 0 ? -1 : 1 + below(3)));
    const most = Array.from({ length: groups }, () => below(4));
    return { ...limitsOf(`rule${k}`, group, { groups, use, most }), lazy: k % 2 === 0 };
  });
  return modelOf(
    Array.from({ length: n }, () => below(100) - 10),
    limits,
  );
}

describe('lazy limits', () => {
  it.each(Array.from({ length: 100 }, (_, seed) => seed))('hold in the end (random model %i)', async (seed) => {
    const model = random(seed);
    for (const method of ['whole', 'sifting'] as const) {
      const solution = await solve(model, effort, { method });
      expect(solution).toMatchObject({ status: 'optimal', net: bruteForce(model).net });
      expect(evaluate(model, solution.chosen)).toBe(solution.net);
    }
  });

  it('hold through all priorities', async () => {
    const clash = { ...limitsOf('clash', [0, 0, -1], { most: [1] }), lazy: true };
    const model = modelOf([1, 2, 3], [clash], {
      priorities: [{ name: 'first', value: Float64Array.of(5, 4, 0) }],
    });
    const solution = await solve(model, effort);
    expect(solution).toMatchObject({ status: 'optimal', net: 4, chosen: Int32Array.of(0, 2) });
  });
});

describe('useful', () => {
  it('leaves out what scores nothing and helps nobody', () => {
    const slot = limitsOf('slot', [0, 0, 0, -1], { most: [1] });
    const model = modelOf([5, 0, 3, -2], [slot], { tie: new Uint32Array(4) });
    expect(useful(model, rowsOf(model))).toEqual([0, 2]);
  });

  it('keeps what scores nothing where the hash may choose it among equals', () => {
    const slot = limitsOf('slot', [0, 0, 0, -1], { most: [1] });
    const model = modelOf([5, 0, 3, -2], [slot], { tie: Uint32Array.of(0, 7, 0, 7) });
    expect(useful(model, rowsOf(model))).toEqual([0, 1, 2]);
  });

  it('keeps what a least amount needs, and what makes room for others', () => {
    const need = limitsOf('need', [-1, 0, 0], { least: [1] });
    const room = limitsOf('room', [0, 0, 0], { use: [1, 1, -1], most: [0] });
    const model = modelOf([5, 0, 0], [need, room]);
    expect(useful(model, rowsOf(model))).toEqual([0, 1, 2]);
  });
});

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
