import { describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { certify } from '../../src/audit/certificate.ts';
import { BILLION, type Limits, type Model } from '../../src/kernel/model.ts';
import { solve } from '../../src/kernel/solve.ts';
import { bruteForce, limitsOf, modelOf } from './made.ts';
import { randomModel } from './random.ts';

const effort = { seed: 42, seconds: 60 };

/** A random amount from 1 to 10^13, every order of magnitude as likely as another. */
const amounts = (below: (n: number) => number) => () => Math.max(1, Math.round(10 ** (below(13_000) / 1000)));

/** A random model whose scores and prices lie anywhere between 1 and 10^13. */
function largeModel(seed: number): Model {
  const below = numbers(seed * 31 + 5);
  const amount = amounts(below);
  const plain = randomModel(seed);
  return {
    ...plain,
    score: plain.score.map(() => amount()),
    limits: plain.limits.map(
      (limits): Limits => ({
        ...limits,
        over: (limits.over ?? []).map(({ at }) => ({ at, price: limits.members.use ? 1 + below(1000) : amount() })),
        under: (limits.under ?? []).map(({ at }) => ({ at, price: amount() })),
      }),
    ),
  };
}

describe('amounts from 1 to 10^13', () => {
  it('never cost the schedule, and no certified bound is below the best of all schedules', async () => {
    for (let seed = 0; seed < 200; seed++) {
      const model = largeModel(seed);
      const best = bruteForce(model);
      for (const method of ['whole', 'sifting'] as const) {
        const { status, net, bound, prices } = await solve(model, effort, { method, conflict: false });
        if (!best.feasible) {
          expect({ seed, status }).toEqual({ seed, status: 'infeasible' });
          continue;
        }
        expect({ seed, status, net, bound }).toEqual({ seed, status: 'optimal', net: best.net, bound: best.net });
        expect(certify(model, prices)! >= BigInt(best.net) * BigInt(BILLION)).toBe(true);
      }
    }
  });

  it('come in order as priorities, and what each reaches is certified', async () => {
    let all = 0;
    let proven = 0;
    for (let seed = 0; seed < 100; seed++) {
      const below = numbers(seed * 17 + 3);
      const amount = amounts(below);
      const model = largeModel(seed);
      const priorities = ['first', 'second'].map((name) => ({
        name,
        value: Float64Array.from({ length: model.candidates }, () => (below(2) === 0 ? 0 : amount())),
      }));
      const solution = await solve({ ...model, priorities }, effort, { conflict: false });
      if (solution.status === 'infeasible') continue;
      for (const { value, model: own, prices } of solution.priorities!) {
        const best = bruteForce(own);
        expect({ seed, value }).toEqual({ seed, value: best.net });
        expect(certify(own, prices)! >= BigInt(value) * BigInt(BILLION)).toBe(true);
      }
      const last = bruteForce(solution.model!);
      expect({ seed, net: solution.net }).toEqual({ seed, net: last.net });
      all++;
      if (solution.status === 'optimal') proven++;
      expect(certify(solution.model!, solution.prices)! >= BigInt(last.net) * BigInt(BILLION)).toBe(true);
    }
    // Beside 10^13 the solver can miss a unit. Its schedule is then no worse, but it does not say that it is the best.
    expect(proven).toBeGreaterThan(0.95 * all);
  });

  it('beyond what doubles hold are bounded all the same', () => {
    const huge = 2 ** 60;
    const model = modelOf([huge, huge, 3], [limitsOf('slot', [0, 0, 0], { use: [huge, huge, 1], most: [2 ** 61] })]);
    const prices = [Float64Array.of(-(2 ** 70))];
    // No column pays at a price below 0: each is worth its score and 2^70 billionths for each unit of its use more.
    const worth = (score: bigint, use: bigint) => score * BigInt(BILLION) + 2n ** 70n * use;
    const size = BigInt(huge);
    expect(certify(model, prices)).toBe(2n * worth(size, size) + worth(3n, 1n));
  });
});
