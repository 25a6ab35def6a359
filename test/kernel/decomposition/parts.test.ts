import { describe, expect, it } from 'vitest';
import { numbers } from '../../../bench/instances.ts';
import { certify } from '../../../src/audit/certificate.ts';
import { priceOf } from '../../../src/audit/price.ts';
import { partsOf } from '../../../src/kernel/decomposition/parts.ts';
import type { Limits, Model } from '../../../src/kernel/model.ts';
import { solve } from '../../../src/kernel/solve.ts';

const effort = { seed: 42, seconds: 60 };
const ISLANDS = 3;
const EACH = 220;

/** Three islands of candidates that no limit joins; every tenth candidate needs a helper column of its island. */
function islands(seed: number, ordered: boolean): Model {
  const below = numbers(seed);
  const n = ISLANDS * EACH;
  const list = (value: (j: number) => number) => Float64Array.from({ length: n }, (_, j) => value(j));
  const island = (j: number) => Math.floor(j / EACH);
  const named = (rule: string) => ({ rule, label: (g: number) => `${rule} ${g}`, more: (g: number) => `${rule} ${g}` });
  const slot = Int32Array.from({ length: n }, (_, j) => island(j) * 20 + below(20));
  const limits: readonly Limits[] = [
    { ...named('slot'), groups: 61, members: { group: slot }, most: new Float64Array(61).fill(2) },
    {
      ...named('island'),
      groups: ISLANDS,
      members: { group: Int32Array.from({ length: n }, (_, j) => island(j)), use: list(() => 1 + below(3)) },
      over: [{ at: new Float64Array(ISLANDS).fill(20), price: 60 }],
    },
    {
      ...named('helped'),
      groups: ISLANDS,
      members: {
        group: Int32Array.from({ length: n + ISLANDS }, (_, j) => (j >= n ? j - n : j % 10 === 0 ? island(j) : -1)),
        use: Float64Array.from({ length: n + ISLANDS }, (_, j) => (j >= n ? -4 : 1)),
      },
      most: new Float64Array(ISLANDS),
    },
    // A group that no column is in charges every schedule alike.
    {
      ...named('empty'),
      groups: 1,
      members: { group: new Int32Array(n).fill(-1) },
      under: [{ at: Float64Array.of(2), price: 7 }],
    },
  ];
  const value = (tier: number) => list((j) => (j % 3 === tier ? 1 + below(5) : 0));
  return {
    unit: 1,
    candidates: n,
    score: list(() => below(300)),
    tie: Uint32Array.from({ length: n }, (_, j) => (j * 2654435761) >>> 0),
    limits,
    auxiliary: { count: ISLANDS, most: new Float64Array(ISLANDS).fill(1), score: new Float64Array(ISLANDS).fill(-50) },
    ...(ordered ? { priorities: [0, 1].map((tier) => ({ name: `tier ${tier}`, value: value(tier) })) } : {}),
  };
}

describe('parts that no limit joins', () => {
  it.each([1, 2, 3, 4, 5, 6])('made islands %i: solved apart they net what they net together', async (seed) => {
    const model = islands(seed, seed % 2 === 0);
    expect(partsOf(model)).toHaveLength(ISLANDS);
    const apart = await solve(model, effort);
    const together = await solve(model, effort, { method: 'whole' });
    const reached = (solution: typeof apart) => solution.priorities?.map(({ value, bound }) => [value, bound]);
    expect([apart.status, apart.net, apart.bound, reached(apart)]).toEqual([
      together.status,
      together.net,
      together.bound,
      reached(together),
    ]);
  });

  it.each([1, 2])('made islands %i: the joined schedule and prices stand before the auditor', async (seed) => {
    const model = islands(seed, seed === 2);
    const solution = await solve(model, effort);
    const solved = solution.model ?? model;
    expect(priceOf(solved, solution.chosen, solution.auxiliary)).toMatchObject({ net: solution.net, broken: [] });
    expect(certify(solved, solution.prices)! >= BigInt(solution.net) * 1_000_000_000n).toBe(true);
    for (const { model: own, prices, value } of solution.priorities ?? [])
      expect(certify(own, prices)! >= BigInt(value) * 1_000_000_000n).toBe(true);
  });

  it('leaves a model whole that one limit holds together', () => {
    const model = islands(1, false);
    const all: Limits = {
      ...model.limits[1]!,
      groups: 1,
      members: { group: new Int32Array(model.candidates) },
      over: [{ at: Float64Array.of(50), price: 1 }],
    };
    expect(partsOf({ ...model, limits: [...model.limits, all] })).toEqual([]);
  });
});
