import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { candidatesAtNet, modelAtNet } from '../../../src/kernel/questions/face.ts';
import { solve } from '../../../src/kernel/solve.ts';
import { forbid, keepOnly, loosen, requireOne } from '../../../src/kernel/vary.ts';
import { bruteForce, limitsOf, modelOf } from '../made.ts';
import { randomModel } from '../random.ts';

const effort = { seed: 42, seconds: 60 };

/** Every schedule of a model without auxiliary columns, with its net. */
function schedules(
  model: Parameters<typeof evaluate>[0],
): readonly { readonly chosen: Int32Array; readonly net: number }[] {
  return Array.from({ length: 2 ** model.candidates }, (_, mask) => {
    const chosen = Int32Array.from(
      Array.from({ length: model.candidates }, (_, j) => j).filter((j) => (mask >> j) & 1),
    );
    return { chosen, net: evaluate(model, chosen) };
  });
}

describe('the face of optimal schedules', () => {
  it.each(Array.from({ length: 120 }, (_, seed) => seed))(
    'random model %i: most and fewest chosen at the same net',
    async (seed) => {
      const model = randomModel(seed + 900, { auxiliary: false });
      const best = bruteForce(model);
      if (!best.feasible) return expect((await solve(model, effort)).status).toBe('infeasible');
      const optimal = schedules(model).filter(({ net }) => net === best.net);
      const solution = await solve(model, effort);
      const kept = new Set(candidatesAtNet(model, solution, best.net));
      for (const { chosen } of optimal) for (const j of chosen) expect(kept.has(j)).toBe(true);
      const sizes = optimal.map(({ chosen }) => chosen.length);
      for (const sign of [1, -1]) {
        const face = modelAtNet(model, best.net);
        const aimed = { ...face, score: new Float64Array(model.candidates).fill(sign * face.unit) };
        const { net, status } = await solve(aimed, effort);
        expect([status, sign * net + 0]).toEqual(['optimal', sign > 0 ? Math.max(...sizes) : Math.min(...sizes)]);
      }
    },
  );
});

describe('variations of a model', () => {
  const model = modelOf([500, 700, 600], [limitsOf('slot', [0, 0, 0], { most: [1] })]);

  it('loosens one limit', async () => {
    expect((await solve(loosen(model, 0, [0], 1), effort)).net).toBe(1300);
  });

  it('requires one of a set, and forbids candidates', async () => {
    expect(
      (
        await solve(
          requireOne(model, [Int32Array.of(0)], () => 'pin'),
          effort,
        )
      ).net,
    ).toBe(500);
    expect((await solve(forbid(model, Int32Array.of(1), 'not that one'), effort)).net).toBe(600);
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('random model %i: some candidates only', async (seed) => {
    const whole = randomModel(seed + 300);
    const below = numbers(seed);
    const kept = Int32Array.from(Array.from({ length: whole.candidates }, (_, j) => j).filter(() => below(3) > 0));
    const gone = Int32Array.from(
      Array.from({ length: whole.candidates }, (_, j) => j).filter((j) => !kept.includes(j)),
    );
    const [few, barred] = [bruteForce(keepOnly(whole, kept)), bruteForce(forbid(whole, gone, 'gone'))];
    expect(few).toEqual(barred);
  });
});
