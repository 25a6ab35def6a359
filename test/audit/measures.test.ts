import { describe, expect, it } from 'vitest';
import { gini, giniCorrected, hhi, largest, lorenz, mean, topShare, total } from '../../src/audit/measures.ts';

const repeat = (times: number, value: number) => Array.from({ length: times }, () => value);
const income = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];

describe('published figures', () => {
  it('ten incomes', () => {
    expect(gini(income)).toBeCloseTo(0.4620911303, 10);
    expect(giniCorrected(income)).toBeCloseTo(0.5134345892, 10);
    expect(hhi(income)).toBeCloseTo(0.1840812309, 10);
    expect(topShare(income, 1)).toBeCloseTo(0.3343195, 7);
    expect(topShare(income, 3)).toBeCloseTo(0.6378067, 7);
  });

  it.each([
    [[3, 3, 3, 3, 3], 0, 1 / 5],
    [[4, 4, 3, 2, 2], 4 / 25, 49 / 225],
    [[5, 3, 3, 2, 2], 14 / 75, 17 / 75],
    [[5, 5, 2, 2, 1], 22 / 75, 59 / 225],
    [[6, 3, 3, 2, 1], 22 / 75, 59 / 225],
    [[6, 5, 2, 1, 1], 28 / 75, 67 / 225],
    [[11, 1, 1, 1, 1], 8 / 15, 5 / 9],
  ])('fifteen tasks over five people: %j', (counts, expectedGini, expectedHhi) => {
    expect(gini(counts)).toBe(expectedGini);
    expect(hhi(counts)).toBe(expectedHhi);
  });

  it.each([
    [[2, 2, 2, 2, 2], 0, 0.2, 0.2, 1],
    [[20, 3, 2, 1, 1], 0.592593, 0.569273, 0.740741, 1],
    [[3, 3, 2, 2, 2, 1, 1, 1], 0.225, 0.146667, 0.2, 0.8],
    [[...repeat(21, 1), ...repeat(27, 2)], 0.1575, 0.022933, 0.026667, 0.133333],
    [[25, 17, 14, 10, 6, 2, 1], 0.419048, 0.2224, 0.333333, 0.96],
  ])('loans a partner: %j', (counts, expectedGini, expectedHhi, top1, top5) => {
    expect(gini(counts)).toBeCloseTo(expectedGini, 6);
    expect(hhi(counts)).toBeCloseTo(expectedHhi, 6);
    expect(topShare(counts, 1)).toBeCloseTo(top1, 6);
    expect(topShare(counts, 5)).toBeCloseTo(top5, 6);
  });
});

it('does not depend on the order of the counts', () => {
  expect(gini([1, 2, 5, 3])).toBe(gini([5, 3, 2, 1]));
  expect(topShare([1, 5, 2], 1)).toBe(0.625);
});

it('leaves its argument as it was', () => {
  const counts = Object.freeze([3, 1, 2]);
  expect([gini(counts), lorenz(counts).length, topShare(counts, 2)]).toEqual([2 / 9, 4, 5 / 6]);
});

it('counts the people who got nothing when they are given', () => {
  expect(gini([2, 2])).toBe(0);
  expect(gini([0, 0, 2, 2])).toBe(0.5);
});

it('gives one person with everything 0 alone and 1 corrected among others', () => {
  expect(gini([7])).toBe(0);
  expect(giniCorrected([7])).toBe(0);
  expect(giniCorrected([0, 0, 7])).toBe(1);
});

it('draws the Lorenz curve from nothing to everything, poorest first', () => {
  expect(lorenz([3, 1])).toEqual([
    { population: 0, share: 0 },
    { population: 0.5, share: 0.25 },
    { population: 1, share: 1 },
  ]);
});

it('holds the area between the Lorenz curve and the diagonal to half the Gini', () => {
  const points = lorenz([6, 5, 2, 1, 1]);
  const area = points.slice(1).reduce((sum, point, index) => {
    const before = points[index]!;
    return sum + ((point.population - before.population) * (point.share + before.share)) / 2;
  }, 0);
  expect(1 - 2 * area).toBeCloseTo(28 / 75, 12);
});

it.each([[[]], [[0, 0]]])('is 0 of nothing: %j', (counts: number[]) => {
  expect([gini, giniCorrected, hhi, mean, total, largest].map((measure) => measure(counts))).toEqual(repeat(6, 0));
  expect(topShare(counts, 5)).toBe(0);
  expect(lorenz(counts)).toEqual([{ population: 0, share: 0 }]);
});

it('takes the mean, the sum and the largest', () => {
  expect([mean([1, 2, 3, 4]), total([1, 2, 3, 4]), largest([1, 4, 3])]).toEqual([2.5, 10, 4]);
});
