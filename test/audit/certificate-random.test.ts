import { expect, it } from 'vitest';
import { BILLION, certify } from '../../src/audit/certificate.ts';
import type { PlainHinge, PlainLimits, PlainModel } from '../../src/audit/plain.ts';
import { bestByTrying, dice, tiny } from './tiny.ts';

const hinge = (price: number, ...at: number[]): PlainHinge => ({ at: Float64Array.from(at), price });

/** A random model of up to 7 candidates and 2 auxiliary columns, under up to 3 sets of limits of every shape. */
function random(roll: (end: number) => number): PlainModel {
  const candidates = 1 + roll(7);
  const helpers = roll(3);
  const columns = candidates + helpers;
  const set = (): Omit<PlainLimits, 'label'> => {
    const groups = 1 + roll(3);
    const uniform = roll(2) === 0 ? 1 + roll(4) : 0;
    const use = () => uniform || roll(9) - 3;
    const bounds = (low: number, high: number) => Float64Array.from({ length: groups }, () => low + roll(high - low));
    const one = {
      group: Int32Array.from({ length: columns }, () => roll(groups + 1) - 1),
      use: Float64Array.from({ length: columns }, use),
    };
    const lists = Array.from({ length: columns }, () => Array.from({ length: roll(3) }, () => roll(groups)));
    const many = {
      start: Int32Array.from([0, ...lists.map((_, j) => lists.slice(0, j + 1).flat().length)]),
      group: Int32Array.from(lists.flat()),
      use: Float64Array.from(lists.flat(), use),
    };
    return {
      rule: 'any',
      groups,
      members: roll(2) === 0 ? one : many,
      ...(roll(2) === 0 && { most: bounds(0, 12) }),
      ...(roll(3) === 0 && { least: bounds(-8, 2) }),
      ...(roll(2) === 0 && { over: [hinge(roll(9), ...bounds(-2, 6)), hinge(roll(9), ...bounds(2, 9))] }),
      ...(roll(3) === 0 && { under: [hinge(roll(9), ...bounds(-2, 6))] }),
    };
  };
  return tiny(
    Array.from({ length: candidates }, () => roll(30) - 5),
    Array.from({ length: roll(4) }, set),
    {
      auxiliary: {
        most: Array.from({ length: helpers }, () => roll(3)),
        score: Array.from({ length: helpers }, () => roll(12) - 6),
      },
    },
  );
}

it('is never below the best of all schedules, whatever the prices (400 random models, 5 sets of prices each)', () => {
  const roll = dice(7);
  let compared = 0;
  for (let round = 0; round < 400; round++) {
    const model = random(roll);
    const best = bestByTrying(model);
    for (let guess = 0; guess < 5; guess++) {
      const spread = guess === 0 ? 1 : 20 * BILLION;
      const set = model.limits.map(({ groups }) =>
        Float64Array.from({ length: groups }, () => roll(spread) - Math.floor(spread / 3)),
      );
      const bound = certify(model, set);
      if (best === undefined) continue;
      expect(bound).not.toBeNull();
      expect(bound! >= BigInt(best) * BigInt(BILLION)).toBe(true);
      compared++;
    }
  }
  expect(compared).toBeGreaterThan(1000);
});

it('is found by both arithmetics alike', () => {
  const roll = dice(11);
  for (let round = 0; round < 100; round++) {
    const small = random(roll);
    // 2^40 times everything that is priced leaves the range of doubles and scales the bound exactly
    const factor = 2 ** 40;
    const large: PlainModel = {
      ...small,
      score: small.score.map((score) => score * factor),
      auxiliary: { ...small.auxiliary!, score: small.auxiliary!.score.map((score) => score * factor) },
      limits: small.limits.map((limits) => ({
        ...limits,
        ...(limits.over && { over: limits.over.map(({ at, price }) => ({ at, price: price * factor })) }),
        ...(limits.under && { under: limits.under.map(({ at, price }) => ({ at, price: price * factor })) }),
      })),
    };
    const set = small.limits.map(({ groups }) => Float64Array.from({ length: groups }, () => roll(4000) - 1000));
    const bound = certify(small, set);
    const scaled = certify(
      large,
      set.map((each) => each.map((price) => price * factor)),
    );
    expect(scaled).toBe(bound === null ? null : bound * BigInt(factor));
  }
});

it('holds for a million and a half candidates under five limits', () => {
  const count = 1_500_000;
  const sizes = [5000, 7, 4000, 30000, 60];
  const model: PlainModel = {
    unit: 100,
    candidates: count,
    score: Float64Array.from({ length: count }, (_, j) => (j * 7919) % 130000),
    limits: sizes.map((groups, index) => ({
      rule: `rule ${index}`,
      groups,
      label: String,
      members: {
        group: Int32Array.from({ length: count }, (_, j) => (j * (index + 3)) % groups),
        ...(index === 4 && { use: Float64Array.from({ length: count }, (_, j) => 40000 + (j % 9) * 1000) }),
      },
      ...(index < 2
        ? { most: new Float64Array(groups).fill(1) }
        : { over: [hinge(index, ...new Float64Array(groups).fill(1))] }),
    })),
  };
  const sum = model.score.reduce((total, score) => total + score, 0);
  const free = sizes.map((groups) => new Float64Array(groups));
  expect(certify(model, free)).toBe(BigInt(sum) * BigInt(BILLION));
  const priced = sizes.map((groups) => Float64Array.from({ length: groups }, (_, g) => g * 1000));
  const bound = certify(model, priced)!;
  expect(bound).toBeLessThan(BigInt(sum) * BigInt(BILLION));
  expect(bound).toBeGreaterThan(129_999n * BigInt(BILLION));
});
