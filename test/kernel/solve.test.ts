import { describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { evaluate } from '../../src/kernel/evaluate.ts';
import type { Model } from '../../src/kernel/model.ts';
import { solve } from '../../src/kernel/solve.ts';
import { bruteForce, limitsOf, modelOf } from './made.ts';
import { randomModel } from './random.ts';

const effort = { seed: 42, seconds: 60 };

describe('solve', () => {
  it('chooses nothing where there is nothing', async () => {
    const solution = await solve(modelOf([], []), effort);
    expect(solution).toMatchObject({ status: 'optimal', net: 0, bound: 0, chosen: new Int32Array() });
  });

  it('takes the better of two that share a slot', async () => {
    const model = modelOf([500, 700], [limitsOf('slot', [0, 0], { most: [1] })]);
    const solution = await solve(model, effort);
    expect(solution).toMatchObject({ status: 'optimal', net: 700, bound: 700, chosen: Int32Array.of(1) });
  });

  it('pays a penalty where the score is worth it, and only there', async () => {
    const charged = (price: number) => modelOf([900], [limitsOf('cap', [0], { over: [[0, price]] })]);
    expect((await solve(charged(800), effort)).net).toBe(100);
    expect((await solve(charged(1000), effort)).net).toBe(0);
  });

  it('charges the part of a step that goes over', async () => {
    const model = modelOf([2000], [limitsOf('budget', [0], { use: [1000], over: [[500, 3]] })]);
    expect(await solve(model, effort)).toMatchObject({ net: 500, bound: 500 });
  });

  it('meets a hard limit from below at a loss', async () => {
    const model = modelOf([-10, -20], [limitsOf('cover', [0, 0], { least: [1] })]);
    expect(await solve(model, effort)).toMatchObject({ status: 'optimal', net: -10, bound: -10 });
  });

  it('gives prices in whole billionths that say what one more slot is worth', async () => {
    const model = modelOf([500, 700], [limitsOf('slot', [0, 0], { most: [1] })]);
    const { prices } = await solve(model, effort);
    expect(prices[0]![0]! / 1e9).toBeGreaterThanOrEqual(500);
    expect(prices[0]![0]! / 1e9).toBeLessThanOrEqual(700.5);
    expect(Number.isInteger(prices[0]![0]!)).toBe(true);
  });

  it('names the limits that cannot hold together, and the least that must give way', async () => {
    const model = modelOf(
      [1, 1, 1],
      [
        limitsOf('need', [0, 0, 1], { least: [2, 0] }),
        limitsOf('slot', [0, 0, 0], { most: [1] }),
        limitsOf('other', [-1, -1, 0], { most: [1] }),
      ],
    );
    const solution = await solve(model, effort);
    expect(solution.status).toBe('infeasible');
    expect(solution.conflict?.members.map((member) => member.label)).toEqual(['need 0', 'slot 0']);
    expect(solution.conflict?.relaxation.reduce((sum, { by }) => sum + by, 0)).toBe(1);
  });

  it('names a limit that nothing can meet', async () => {
    const solution = await solve(modelOf([1], [limitsOf('need', [0], { least: [2] })]), effort);
    expect(solution.conflict?.members.map((member) => member.label)).toEqual(['need 0']);
  });

  it('stops after so many nodes with its best schedule and an honest gap', async () => {
    const model = hard(7);
    const solution = await solve(model, { ...effort, nodes: 1 }, { method: 'whole' });
    expect(['optimal', 'feasible']).toContain(solution.status);
    expect(solution.bound).toBeGreaterThanOrEqual((await solve(model, effort)).net);
    expect(evaluate(model, solution.chosen)).toBe(solution.net);
  });
});

describe('priorities', () => {
  it('lets nothing below buy anything of what is above', async () => {
    const slot = [limitsOf('slot', [0, 0, 0], { most: [1] })];
    const model = modelOf([10, 999, 20], slot, {
      priorities: [
        { name: 'first', value: Float64Array.of(1, 0, 1) },
        { name: 'second', value: Float64Array.of(0, 5, 0) },
      ],
    });
    const solution = await solve(model, effort);
    expect(solution).toMatchObject({ status: 'optimal', net: 20, bound: 20, chosen: Int32Array.of(2) });
    expect(solution.priorities?.map(({ name, value, bound }) => [name, value, bound])).toEqual([
      ['first', 1, 1],
      ['second', 0, 0],
    ]);
  });

  it.each(Array.from({ length: 150 }, (_, seed) => seed))('random model %i is best in order', async (seed) => {
    const below = numbers(seed + 5000);
    const plain = randomModel(seed);
    const priorities = ['first', 'second'].map((name) => ({
      name,
      value: Float64Array.from({ length: plain.candidates }, () => below(4)),
    }));
    const solution = await solve({ ...plain, priorities }, effort, { method: seed % 2 ? 'whole' : 'sifting' });
    const best = bestInOrder(
      plain,
      priorities.map(({ value }) => value),
    );
    if (!best) expect(solution.status).toBe('infeasible');
    else expect([...solution.priorities!.map(({ value }) => value), solution.net]).toEqual(best);
  });
});

/** The lexicographically greatest (priorities …, net) by trying every schedule. */
function bestInOrder(model: Model, values: readonly Float64Array[]): readonly number[] | undefined {
  const big = 1e6;
  const lifted = (k: number): Model => ({
    ...model,
    score: model.score.map(
      (score, j) => score + values.slice(0, k).reduce((sum, value, i) => sum + value[j]! * big ** (k - i), 0),
    ),
  });
  const { net, feasible } = bruteForce(lifted(values.length));
  if (!feasible) return undefined;
  const second = Math.round(net / big) % big;
  const first = Math.round((net - second * big) / big ** 2);
  return [first + 0, second + 0, net - first * big ** 2 - second * big];
}

describe('a search stopped at once', () => {
  it('falls back on choosing nothing where that is allowed, and says so', async () => {
    const solution = await solve(hard(7), { ...effort, nodes: 0 }, { method: 'whole' });
    expect(['optimal', 'feasible']).toContain(solution.status);
    expect(solution.bound).toBeGreaterThanOrEqual(solution.net);
  });
});

/** Mixed costs in one hard budget: a knapsack, whose linear relaxation is never whole. */
function hard(seed: number): Model {
  const below = numbers(seed);
  const n = 60;
  const use = Array.from({ length: n }, () => 101 + below(400));
  return modelOf(
    use.map((u) => u + below(50)),
    [
      limitsOf(
        'budget',
        Array.from({ length: n }, () => 0),
        { use, most: [5003] },
      ),
    ],
  );
}

/** A place for each of n people at one of n desks: it can be done, and takes a while. */
function everybodySeated(n: number): Model {
  const below = numbers(7);
  const all = Array.from({ length: n * n }, (_, j) => j);
  const one = Array.from({ length: n }, () => 1);
  return modelOf(
    all.map(() => 1 + below(1000)),
    [
      limitsOf(
        'person',
        all.map((j) => j % n),
        { least: one, most: one },
      ),
      limitsOf(
        'desk',
        all.map((j) => Math.floor(j / n)),
        { least: one, most: one },
      ),
    ],
  );
}

describe('a search that the clock stops', () => {
  it.each(['whole', 'sifting'] as const)('%s: does not say that nothing is possible', async (method) => {
    const hurried = await solve(everybodySeated(60), { seed: 42, seconds: 1e-9 }, { method });
    expect(hurried.status).toMatch(/^(?:unknown|feasible)$/);
    expect(hurried.reproducible).toBe(false);
  });
});

describe('against brute force', () => {
  it.each(Array.from({ length: 400 }, (_, seed) => seed))('random model %i', async (seed) => {
    const model = randomModel(seed);
    const best = bruteForce(model);
    for (const method of ['whole', 'sifting'] as const) {
      const solution = await solve(model, effort, { method });
      if (!best.feasible) {
        expect(solution.status).toBe('infeasible');
        continue;
      }
      expect(solution).toMatchObject({ status: 'optimal', net: best.net, bound: best.net });
      expect(evaluate(model, solution.chosen, solution.auxiliary)).toBe(best.net);
    }
  });
});
