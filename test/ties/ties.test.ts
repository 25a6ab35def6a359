import { describe, expect, it } from 'vitest';
import { gini, hhi, largest, topShare } from '../../src/audit/measures.ts';
import type { MetricFormula } from '../../src/audit/metric/formula.ts';
import { usesOf } from '../../src/kernel/members.ts';
import { faceOf } from '../../src/ties/optimal-schedules.ts';
import { tiesOf, tiesOn } from '../../src/ties/ties.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';
import { formulaOf, schedulesOf, sessionOn, sessionOnWeek, tied } from './random-session.ts';

const SPREAD = {
  served: (counts: readonly number[]) => counts.length,
  several: (counts: readonly number[]) => counts.filter((count) => count > 1).length,
  largest,
  gini,
  hhi,
  top: (counts: readonly number[]) => topShare(counts, 2),
};

/** What brute force says: the range of each metric over all schedules of the best net, and what they share. */
function tried(instance: ReturnType<typeof tied>) {
  const all = schedulesOf(instance.model);
  const best = Math.max(...all.map(({ net }) => net));
  const optimal = all.filter(({ net }) => net === best).map(({ chosen }) => chosen);
  const counts = optimal.map((chosen) => {
    const own = new Array<number>(instance.partners).fill(0);
    for (const j of chosen) own[instance.partner[j]!]!++;
    return own.filter((count) => count > 0).sort((a, b) => b - a);
  });
  const money = optimal.map((chosen) => chosen.reduce((sum, j) => sum + costs(j), 0));
  const over = counts.map((own) => own.reduce((sum, count) => sum + Math.max(0, count - 1), 0));
  const ends = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values), exact: true });
  const [first, ...others] = optimal;
  return {
    optimal: optimal.length,
    ranges: {
      chosen: ends(optimal.map((chosen) => chosen.length)),
      money: ends(money),
      beyond: ends(over),
      ...Object.fromEntries(Object.entries(SPREAD).map(([name, of]) => [name, ends(counts.map(of))])),
    },
    shared: [...first!].filter((j) => others.every((chosen) => chosen.includes(j))),
  };
}

const costs = (j: number): number => [7, 11, 13][j % 3]!;

const formulasFor = ({ model, partner, partners }: ReturnType<typeof tied>): readonly MetricFormula[] => [
  { kind: 'sum', metric: 'chosen', value: new Float64Array(model.candidates).fill(1), of: (sum) => sum },
  {
    kind: 'sum',
    metric: 'money',
    value: Float64Array.from({ length: model.candidates }, (_, j) => costs(j)),
    of: (sum) => sum,
  },
  {
    kind: 'groups',
    metric: 'beyond',
    groups: partners,
    group: partner,
    adds: (_, use) => Math.max(0, use - 1),
    of: (sum) => sum,
  },
  { kind: 'spread', groups: partners, group: partner, metrics: SPREAD },
];

describe('what the best net score leaves open', () => {
  it.each(Array.from({ length: 240 }, (_, seed) => seed))(
    'random instance %i: ranges and shared choices by trying all',
    async (seed) => {
      const instance = tied(seed);
      const session = await sessionOn(instance.model, formulasFor(instance));
      const ties = (await tiesOf(session))!;
      const { ranges, shared } = tried(instance);
      for (const [name, range] of Object.entries(ranges)) {
        expect({ name, exact: ties.ranges[name]!.exact }).toEqual({ name, exact: true });
        expect(ties.ranges[name]!.least, name).toBeCloseTo(range.least, 9);
        expect(ties.ranges[name]!.most, name).toBeCloseTo(range.most, 9);
      }
      expect([...ties.backbone.candidates]).toEqual(shared);
      expect(ties.backbone).toMatchObject({
        always: shared.length,
        chosen: session.solution.chosen.length,
        exact: true,
      });
    },
  );

  it('meets instances with many best schedules, and with one', () => {
    const many = Array.from({ length: 240 }, (_, seed) => tried(tied(seed)).optimal);
    expect(many.filter((count) => count > 5).length).toBeGreaterThan(40);
    expect(many.filter((count) => count === 1).length).toBeGreaterThan(5);
  });

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'random week %i: the ranges of the metrics that the auditor counts',
    async (seed) => {
      const session = await sessionOnWeek(seed);
      if (session.model.candidates > 14) return expect(session.run.status).toBe('optimal');
      const ties = (await tiesOf(session))!;
      const all = schedulesOf(session.model);
      const best = Math.max(...all.map(({ net }) => net));
      const settings = session.scenario.settings;
      const audits = all
        .filter(({ net }) => net === best)
        .map(
          ({ chosen }) =>
            session.domain.audit(settings, session.data.tables, session.instance.schedule(chosen)).metrics,
        );
      for (const [name, { least, most, exact }] of Object.entries(ties.ranges)) {
        const values = audits.map((metrics) => metrics[name]!);
        expect({ name, least, most, exact }).toEqual({
          name,
          least: Math.min(...values),
          most: Math.max(...values),
          exact: true,
        });
      }
    },
  );

  it('gives outer bounds, and says so, where it may not ask often enough', async () => {
    let outer = 0;
    for (let seed = 300; seed < 330; seed++) {
      const instance = tied(seed);
      const ties = (await tiesOf(await sessionOn(instance.model, formulasFor(instance)), 0))!;
      for (const [name, { least, most }] of Object.entries(tried(instance).ranges)) {
        const range = ties.ranges[name]!;
        expect(range.least, name).toBeLessThanOrEqual(least + 1e-9);
        expect(range.most, name).toBeGreaterThanOrEqual(most - 1e-9);
        if (!range.exact) outer++;
      }
    }
    expect(outer).toBeGreaterThan(0);
  });

  it('leaves out what the solver bounds nowhere before its time is over', async () => {
    let left = 0;
    for (let seed = 0; seed < 40; seed++) {
      const instance = tied(seed);
      const session = await sessionOn(instance.model, formulasFor(instance));
      const nothing = { reached: -Infinity, bound: Infinity, chosen: new Int32Array() };
      const face = faceOf(session, session.scenario.settings.solver);
      const stopped = { ...face, extreme: () => Promise.resolve(nothing) };
      const formulas = formulasFor(instance).map((formula) => formulaOf(formula, face.kept));
      const { ranges } = await tiesOn(stopped, formulas, 60);
      for (const { least, most } of Object.values(ranges))
        expect([Number.isFinite(least), Number.isFinite(most)]).toEqual([true, true]);
      left += 9 - Object.keys(ranges).length;
    }
    expect(left).toBeGreaterThan(0);
  });

  it('has nothing to say where the limits themselves decide', async () => {
    const model = modelOf([5, 5, 5], [limitsOf('slot', [0, 0, 0], { most: [3] })]);
    const formula: MetricFormula = { kind: 'sum', metric: 'chosen', value: Float64Array.of(1, 1, 1), of: (sum) => sum };
    const session = await sessionOn(model, [formula]);
    const ties = (await tiesOf(session))!;
    expect(ties.ranges.chosen).toEqual({ least: 3, most: 3, exact: true });
    expect(usesOf(model, model.limits[0]!, session.solution.chosen, new Float64Array())).toEqual(Float64Array.of(3));
  });
});
