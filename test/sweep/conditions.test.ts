import { describe, expect, it } from 'vitest';
import { numbers } from '../../bench/instances.ts';
import { describeRuns, holds } from '../../src/sweep/conditions.ts';
import type { Parameter } from '../../src/sweep/record.ts';
import { descriptionText } from '../../src/sweep/words.ts';

const penalty: Parameter = { path: 'rules.fairness.penalty', axis: 'policy', values: [0, 100, 200, 300] };
const mode: Parameter = { path: 'rules.fairness.mode', axis: 'policy', values: ['stepped', 'linear', 'off'] };
const grid = [0, 100, 200, 300].flatMap((p) => ['stepped', 'linear', 'off'].map((m) => [p, m] as const));

const said = (meant: (p: number, m: string) => boolean) => {
  const parameters = [penalty, mode];
  const cases = describeRuns(
    parameters,
    grid,
    grid.map(([p, m]) => meant(p, m)),
  );
  return descriptionText(cases, parameters, 'run');
};

describe('describing runs', () => {
  it('says nothing of no run, and needs no condition for all of them', () => {
    expect(said(() => false)).toBe('');
    expect(said(() => true)).toBe('whatever the settings');
  });

  it('uses one threshold where one is enough', () => {
    expect(said((p) => p <= 100)).toBe('fairness penalty is at most 100');
    expect(said((p) => p >= 200)).toBe('fairness penalty is at least 200');
    expect(said((p) => p === 0)).toBe('fairness penalty is 0');
    expect(said((p) => p === 100 || p === 200)).toBe('fairness penalty is from 100 to 200');
  });

  it('names a choice, or all but one', () => {
    expect(said((_, m) => m === 'linear')).toBe('fairness mode is linear');
    expect(said((_, m) => m !== 'linear')).toBe('fairness mode is not linear');
  });

  it('joins conditions on two settings', () => {
    expect(said((p, m) => p <= 100 && m === 'off')).toBe('fairness penalty is at most 100 and fairness mode is off');
  });

  it('gives two cases where one cannot do', () => {
    expect(said((p, m) => p === 0 || m === 'off')).toBe('fairness mode is off; or fairness penalty is 0');
  });

  it('takes the seed of a sample for a name, not for a quantity', () => {
    const sample: Parameter = { path: 'data.sample', axis: 'world', values: [1, 2, 3] };
    const cases = describeRuns([sample], [[1], [2], [3]], [true, true, false]);
    expect(descriptionText(cases, [sample], 'run')).toBe('sample is not 3');
  });

  it.each(Array.from({ length: 60 }, (_, seed) => seed))('is exact on random runs %i', (seed) => {
    const below = numbers(seed + 77);
    const count = 1 + below(3);
    const parameters = Array.from({ length: count }, (_, index): Parameter => {
      const values = Array.from({ length: 2 + below(4) }, (__, k) => (index === 1 ? `choice ${k}` : 10 * k));
      return { path: `a.p${index}`, axis: 'policy', values };
    });
    const runs = Array.from({ length: 30 }, () => parameters.map(({ values }) => values[below(values.length)]!));
    // Runs of equal values cannot be told apart, so what is meant is a function of the values.
    const known = new Map<string, boolean>();
    const meant = runs.map((values) => {
      const key = JSON.stringify(values);
      if (!known.has(key)) known.set(key, below(3) === 0);
      return known.get(key)!;
    });
    const cases = describeRuns(parameters, runs, meant);
    const described = runs.map((values) =>
      cases.some(({ conditions }) => conditions.every((condition) => holds(condition, values))),
    );
    expect(described).toEqual(meant);
    expect(cases.reduce((sum, one) => sum + one.runs, 0)).toBe(meant.filter((is) => is).length);
  });
});
