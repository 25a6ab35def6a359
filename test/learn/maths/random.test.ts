import { expect, it } from 'vitest';
import { below, normal, poisson, stream } from '../../../src/learn/maths/random.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

it('gives the same stream for the same seed, another for another', () => {
  expect(draws(3, stream(7))).toEqual(draws(3, stream(7)));
  expect(draws(3, stream(7))).not.toEqual(draws(3, stream(8)));
});

it('draws whole numbers below a bound', () => {
  const unit = stream(1);
  expect(new Set(draws(200, () => below(unit, 3)))).toEqual(new Set([0, 1, 2]));
});

it.each([0.5, 3, 40])('draws Poisson numbers around %d, with that variance', (rate) => {
  const unit = stream(2);
  const drawn = draws(20_000, () => poisson(unit, rate));
  expect(Math.abs(mean(drawn) / rate - 1)).toBeLessThan(0.03);
  expect(Math.abs(mean(drawn.map((value) => (value - rate) ** 2)) / rate - 1)).toBeLessThan(0.05);
});

it('draws none around 0', () => {
  expect(poisson(stream(1), 0)).toBe(0);
});

it('draws normal numbers around 0, with the variance 1', () => {
  const unit = stream(3);
  const drawn = draws(20_000, () => normal(unit));
  expect(Math.abs(mean(drawn))).toBeLessThan(0.02);
  expect(Math.abs(mean(drawn.map((value) => value ** 2)) - 1)).toBeLessThan(0.03);
});
