import { describe, expect, it } from 'vitest';
import type { MetricFormula } from '../../src/audit/metric/formula.ts';
import { printRecord, readRecord, toRecord } from '../../src/runs/record.ts';
import { decideTies, NoValue, type Preference, preferencesOf } from '../../src/ties/decide.ts';
import { formulaOf, schedulesOf, sessionOn, tied } from './random-session.ts';

const worth = (j: number): number => [3, 1, 4, 1, 5][j % 5]!;

/** A sum over candidates, and one over groups that is neither convex nor concave. */
const sums = ({ model, partner, partners }: ReturnType<typeof tied>): readonly MetricFormula[] => [
  {
    kind: 'sum',
    metric: 'worth',
    value: Float64Array.from({ length: model.candidates }, (_, j) => worth(j)),
    of: (sum) => sum,
  },
  { kind: 'groups', metric: 'met', groups: partners, group: partner, adds: met, of: (sum) => sum },
];

const met = (group: number, use: number): number => [0, 2 + (group % 3), 3, 3][use] ?? 3;

const MOST: Preference = { name: 'worth', metric: 'worth', want: 'most' };
const LEAST: Preference = { name: 'least met', metric: 'met', want: 'least' };

describe('ties decided by what a scenario prefers', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'random instance %i: the first preference, then the second, by trying all',
    async (seed) => {
      const instance = tied(seed);
      const preferences = seed % 2 === 0 ? [MOST, LEAST] : [LEAST, MOST];
      const session = await sessionOn(instance.model);
      const formulas = sums(instance);
      const decided = await decideTies(
        session,
        preferences,
        (candidates) => formulas.map((formula) => formulaOf(formula, candidates)),
        session.scenario.settings.solver,
      );
      const all = schedulesOf(instance.model);
      const net = Math.max(...all.map((each) => each.net));
      let left = all.filter((each) => each.net === net).map(({ chosen }) => chosen);
      const values = preferences.map(({ metric, want }) => {
        const value = (chosen: Int32Array) => amountIn(instance, metric, chosen);
        const best = (want === 'most' ? Math.max : Math.min)(...left.map(value));
        left = left.filter((chosen) => value(chosen) === best);
        return best;
      });
      expect(decided.met.map(({ value, proven }) => [value, proven])).toEqual(values.map((value) => [value, true]));
      expect(left.map(String)).toContain(String(decided.solution.chosen));
      expect(decided.solution.net).toBe(net);
    },
  );

  it('refuses a preference that has no value', async () => {
    const instance = tied(1);
    const session = await sessionOn(instance.model);
    await expect(decideTies(session, [MOST], () => [], session.scenario.settings.solver)).rejects.toThrow(NoValue);
  });
});

function amountIn({ partner, partners }: ReturnType<typeof tied>, metric: string, chosen: Int32Array): number {
  if (metric === 'worth') return [...chosen].reduce((sum, j) => sum + worth(j), 0);
  const uses = new Array<number>(partners).fill(0);
  for (const j of chosen) if (partner[j]! >= 0) uses[partner[j]!]!++;
  return uses.reduce((sum, use, group) => sum + met(group, use), 0);
}

describe('a preference that cannot be looked at', () => {
  it('is told in a note, and the record of the run has no value of it', async () => {
    const { model } = tied(1);
    const masses = Float64Array.from({ length: model.candidates }, (_, j) => (j % 2 === 0 ? 300_000 : 1));
    const mass: MetricFormula = {
      kind: 'groups',
      metric: 'mass',
      groups: 1,
      group: new Int32Array(model.candidates),
      use: masses,
      adds: (_, use) => use % 7,
      of: (sum) => sum,
    };
    const settings = { solver: { seed: 1, seconds: 60 }, ties: { prefer: ['mass'] } };
    const metrics = { mass: { label: 'Mass', better: 'more', headline: false, decides: true } } as const;
    const { run } = await sessionOn(model, [mass], { metrics }, settings);
    expect(run.decided).toEqual([]);
    expect(run.notes).toContain('whether mass decides ties as well as it can is not proven: the search was stopped');
    expect(readRecord(printRecord(toRecord(run)), 'run.json').decided).toEqual([]);
  });
});

describe('the names of preferences', () => {
  it('are those of the kind, then its metrics that are sums and have a better way', () => {
    const text = { label: 'L', headline: false } as const;
    const names = preferencesOf(
      { longest_waiting: 'waited' },
      {
        waited: { ...text, better: 'more', decides: true },
        moved: { ...text, better: 'less', decides: true },
        gini: { ...text, better: 'less' },
      },
    );
    expect([...names.values()]).toEqual([
      { name: 'longest_waiting', metric: 'waited', want: 'most' },
      { name: 'waited', metric: 'waited', want: 'most' },
      { name: 'moved', metric: 'moved', want: 'least' },
    ]);
  });
});
