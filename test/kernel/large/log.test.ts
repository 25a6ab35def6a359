import { expect, it } from 'vitest';
import { madeLog } from '../../../bench/log.ts';
import { certify } from '../../../src/audit/certificate.ts';
import { evaluate } from '../../../src/kernel/evaluate.ts';
import { isLarge } from '../../../src/kernel/large/quick.ts';
import { BILLION, type Model } from '../../../src/kernel/model.ts';
import { rowsOf } from '../../../src/kernel/program/rows.ts';
import { solve } from '../../../src/kernel/solve.ts';

const once = (model: Model) => (model.limits[0]!.members as { readonly group: Int32Array }).group;

it('of a thousand spots without a wish in three tiers is legal, and its bounds hold', async () => {
  const model = madeLog(1000, false, 1);
  const spot = once(model);
  const priorities = ['guaranteed', 'priority', 'remnant'].map((name, tier) => ({
    name,
    value: model.score.map((score, j) => (spot[j]! % 3 === tier ? score : 0)),
  }));
  expect(isLarge(model)).toBe(true);
  expect(rowsOf(model).count).toBeGreaterThan(12_000);
  const solution = await solve({ ...model, priorities }, { seed: 42, seconds: 20 });
  expect(evaluate(model, solution.chosen, solution.auxiliary)).toBeGreaterThan(-Infinity);
  for (const { name, value, bound, model: own, prices } of solution.priorities!) {
    expect({ name, isReached: value <= bound }).toEqual({ name, isReached: true });
    expect(certify(own, prices)! >= BigInt(value) * BigInt(BILLION)).toBe(true);
  }
});
