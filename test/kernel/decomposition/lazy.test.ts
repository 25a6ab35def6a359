import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import type { Limits, Model } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { bruteForce, limitsOf, modelOf } from '../made.ts';

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
