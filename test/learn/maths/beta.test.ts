import { describe, expect, it } from 'vitest';
import { betaCdf, betaOf, betaQuantile, logGamma } from '../../../src/learn/maths/beta.ts';

// Figures of scipy 1.17.1: stats.beta.cdf and stats.beta.ppf.
describe('the Beta distribution', () => {
  it.each([
    [2, 3, 0.4, 0.5247999999999999],
    [0.5, 0.5, 0.1, 0.20483276469913345],
    [30, 70, 0.25, 0.1358149042834277],
    [500, 480, 0.52, 0.7300884694932804],
    [1, 1, 0.3, 0.3],
  ])('Beta(%d, %d) is at most %d with the chance %d', (a, b, x, chance) => {
    expect(betaCdf({ a, b }, x)).toBeCloseTo(chance, 10);
  });

  it.each([
    [2, 3, 0.1, 0.14255931671003072],
    [0.5, 0.5, 0.9, 0.9755282581475768],
    [30, 70, 0.9, 0.359434740999984],
    [500, 480, 0.1, 0.48973840981579825],
    [5, 0.7, 0.5, 0.9195126864089315],
    [0.1, 0.1, 0.3, 0.005214870253734283],
  ])('Beta(%d, %d) has its %d quantile at %d', (a, b, share, value) => {
    expect(betaQuantile({ a, b }, share)).toBeCloseTo(value, 10);
  });

  it('ends at 0 and 1', () => {
    const beta = { a: 2, b: 2 };
    expect([betaCdf(beta, -1), betaCdf(beta, 2), betaQuantile(beta, 0), betaQuantile(beta, 1)]).toEqual([0, 1, 0, 1]);
  });

  it('is found by mean and variance: Beta(2, 2) has 1/2 and 1/20', () => {
    const { a, b } = betaOf(0.5, 0.05);
    expect([a, b].map((value) => Number(value.toFixed(9)))).toEqual([2, 2]);
  });

  it('takes a variance that no Beta distribution has for a very wide one', () => {
    const { a, b } = betaOf(0.5, 0.5);
    expect(a + b).toBeCloseTo(0.2);
  });
});

it('the gamma function of 5 is 24, that of a half √π', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
});
