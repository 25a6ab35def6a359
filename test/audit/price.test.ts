import { expect, it } from 'vitest';
import { priceOf, stepOf } from '../../src/audit/price.ts';
import { tiny } from './tiny.ts';

const members = { group: Int32Array.of(0, 0, 1) };
const hinge = (price: number, ...at: number[]) => ({ at: Float64Array.from(at), price });

it('adds scores and takes penalties away, step by step', () => {
  const model = tiny([10, 8, 5], [{ rule: 'fairness', groups: 2, members, over: [hinge(2, 0, 1), hinge(4, 1, 2)] }]);
  expect(priceOf(model, [0, 1, 2])).toEqual({ net: 10 + 8 + 5 - 2 * 2 - 4, broken: [] });
  expect(priceOf(model, [2]).net).toBe(5);
});

it('charges what stays below a soft least, chosen or not', () => {
  const model = tiny([1, 1, 1], [{ rule: 'cover', groups: 2, members, under: [hinge(7, 1, 1)] }]);
  expect(priceOf(model, []).net).toBe(-14);
  expect(priceOf(model, [0]).net).toBe(1 - 7);
});

it('names each hard limit that is broken', () => {
  const model = tiny(
    [1, 1, 1],
    [
      { rule: 'day', groups: 2, members, most: Float64Array.of(1, Infinity) },
      { rule: 'cover', groups: 2, members, least: Float64Array.of(0, 1) },
    ],
  );
  expect(priceOf(model, [0, 1]).broken).toEqual([
    { rule: 'day', group: 0, label: 'day 0', use: 2, most: 1, least: null },
    { rule: 'cover', group: 1, label: 'cover 1', use: 0, most: null, least: 1 },
  ]);
});

it('counts auxiliary columns by their values', () => {
  const model = tiny([3], [{ rule: 'room', groups: 1, members: { group: Int32Array.of(0, 0) }, over: [hinge(5, 2)] }], {
    auxiliary: { most: [4], score: [2] },
  });
  expect(priceOf(model, [0], Float64Array.of(3)).net).toBe(3 + 6 - 10);
});

it('refuses a candidate that is not there or chosen twice, and an auxiliary value out of range', () => {
  const model = tiny([1, 1], [], { auxiliary: { most: [1], score: [1] } });
  expect(() => priceOf(model, [2])).toThrow('candidate 2 is none of the 2 candidates');
  expect(() => priceOf(model, [1, 1])).toThrow('candidate 1 is chosen twice');
  expect(() => priceOf(model, [], Float64Array.of(2))).toThrow('auxiliary column 0 is 2, outside 0 to its most');
});

it('finds the step between net scores', () => {
  const use = Float64Array.of(1000, 1000, 1000);
  const budget = (at: number) =>
    tiny(
      [200, 300, 500],
      [{ rule: 'budgets', groups: 2, members: { ...members, use }, over: [hinge(3, at, Infinity)] }],
    );
  expect(stepOf(tiny([200, 300, 500], []))).toBe(100);
  expect(stepOf(budget(500))).toBe(100);
  expect(stepOf(budget(250))).toBe(50);
  // In fours, use passes 6 by 2 at the first, not by 6.
  const fours = { ...members, use: Float64Array.of(4, 4, 4) };
  const passing = tiny([600, 600, 600], [{ rule: 'budgets', groups: 2, members: fours, over: [hinge(1, 6, 6)] }]);
  expect(stepOf(passing)).toBe(2);
  expect(priceOf(passing, [0, 1]).net).toBe(1198);
  expect(stepOf(tiny([7, 3], []))).toBe(1);
  expect(stepOf(tiny([], []))).toBe(1);
});
