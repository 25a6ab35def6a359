import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributeDifferences } from '../../src/compare/attribution.ts';
import { compare } from '../../src/compare/compare.ts';
import type { Attribution, Difference } from '../../src/compare/comparison.ts';
import { findingOf } from '../../src/compare/report/words.ts';
import { compareScenarios } from '../../src/compare/scenarios.ts';
import { scaled } from '../../src/compare/shapley.ts';
import { readScenario } from '../../src/domains/read.ts';
import { runScenario } from '../../src/pipeline/run-scenario.ts';
import { allOf, ladder } from '../ties/ladder.ts';

/** A ladder with one variant, which changes these settings. */
const changing = (variant: string) => (text: string) =>
  text.replace(/variants:[\s\S]*/, `variants:\n  x: ${variant}\n`);

const told = (attribution: Attribution) => {
  if (!attribution.told) throw new Error(attribution.why);
  return attribution;
};

/** Fails unless the parts of each measure add up to its difference, as fractions of whole numbers. */
function expectWhole({ attribution, measures }: Difference): void {
  for (const { name, numerators, denominator } of told(attribution).measures) {
    const { value, baseline } = measures.find((one) => one.name === name)!;
    const { integers, scale } = scaled([value!, baseline!]);
    const sum = numerators.reduce((all, one) => all + BigInt(one), 0n);
    expect(sum * scale, name).toBe((integers[0]! - integers[1]!) * BigInt(denominator));
  }
}

describe('from no fairness to the strictest', () => {
  it('more partners are reached, the net score falls, and every policy is a choice', async () => {
    const { comparison } = await compareScenarios(allOf(ladder()));
    const values = (name: string) => comparison.runs.map((run) => run.values[name]);
    expect(comparison.runs.map(({ label }) => label)).toEqual(['ladder', 'linear_200', 'linear_400', 'stepped']);
    expect(values('partners_assigned')).toEqual([1, 2, 3, 4]);
    expect(values('raw_score')).toEqual([3000, 2850, 2550, 2100]);
    expect(values('net_score')).toEqual([3000, 2250, 1750, 1700]);
    // Without a penalty for second loans, a schedule nets its raw score.
    expect(values('yardstick_net_score')).toEqual([3000, 2850, 2550, 2100]);
    expect(comparison.frontiers.map(({ points }) => points.map(({ efficient }) => efficient))).toEqual([
      [true, true, true, true],
    ]);
  });

  it('a dearer penalty for the same schedule is no worse: its points are another currency', async () => {
    const file = ladder((text) => `${text}  dear: {rules: {fairness: {mode: linear, penalty: 210}}}\n`);
    const { comparison } = await compareScenarios(allOf(file));
    const [, linear, , , dear] = comparison.runs;
    expect(dear!.hashes.schedule).toBe(linear!.hashes.schedule);
    expect(dear!.values.yardstick_net_score).toBe(linear!.values.yardstick_net_score);
    expect(comparison.frontiers.flatMap(({ points }) => points.filter(({ efficient }) => !efficient))).toEqual([]);
  });

  it('nothing changes where every weight and penalty of a variant is ten times as large', async () => {
    const tenfold = (times: number) => (text: string) =>
      `${text}  more: {rules: {fairness: {mode: linear, penalty: ${400 * times}}}, weights: {rank: ${times}, geo: ${100 * times}, pub: ${150 * times}, hist: ${50 * times}}}\n`;
    const verdicts = async (times: number) => {
      const { comparison } = await compareScenarios(allOf(ladder(tenfold(times))), { attribution: false });
      const more = comparison.differences.at(-1)!;
      return [
        comparison.frontiers.map(({ points }) => points),
        more.measures.filter(({ direction }) => direction !== 'other' && direction !== 'same'),
        findingOf(comparison),
      ];
    };
    expect(await verdicts(10)).toEqual(await verdicts(1));
  });

  it('moves cars from the best partner to others, and tells so', async () => {
    const { comparison } = await compareScenarios(allOf(ladder()));
    expect(comparison.counts!.entities).toEqual([
      { entity: 'Partner A+', counts: [5, 4, 3, 2] },
      { entity: 'Partner A', counts: [0, 1, 1, 1] },
      { entity: 'Partner B', counts: [0, 0, 1, 1] },
      { entity: 'Partner C', counts: [0, 0, 0, 1] },
    ]);
    const { schedule } = comparison.differences[2]!;
    expect([schedule!.new, schedule!.dropped]).toEqual([0, 0]);
    expect(schedule!.changes.filter(({ changed }) => changed.includes('person_id'))).toHaveLength(3);
  });
});

describe('attribution', () => {
  it('adds up to the whole difference exactly, for every measure', async () => {
    const { comparison } = await compareScenarios(allOf(ladder()));
    const [, linear, stepped] = comparison.differences;
    expect(told(linear!.attribution).paths).toEqual(['rules.fairness.mode', 'rules.fairness.penalty']);
    expect(told(linear!.attribution).measures.length).toBeGreaterThan(15);
    expectWhole(linear!);
    expectWhole(stepped!);
  });

  it('gives each setting what it adds on average over the orders of change', async () => {
    // Net: off 3000 with either penalty, linear 200: 2250, linear 400: 1750. Mode first −750, then the penalty −500;
    // the penalty first 0, then the mode −1250.
    const { comparison } = await compareScenarios(allOf(ladder()), { baseline: 'ladder' });
    const net = told(comparison.differences[1]!.attribution).measures.find(({ name }) => name === 'net_score')!;
    expect(net).toEqual({ name: 'net_score', numerators: ['-2000', '-500'], denominator: '2', values: [-1000, -250] });
  });

  it('adds up with three and with six settings, of which some do nothing', async () => {
    const three = '{weights: {geo: 30}, rules: {fairness: {mode: linear, penalty: 333}}}';
    const six =
      '{weights: {rank: 0.7, geo: 31, hist: 7}, rules: {fairness: {mode: stepped, penalty: 111, step_up: 222}}}';
    for (const [variant, mixes] of [
      [three, 8],
      [six, 64],
    ] as const) {
      const { comparison } = await compareScenarios(allOf(ladder(changing(variant))));
      const [difference] = comparison.differences;
      expect(told(difference!.attribution).mixes).toBe(mixes);
      expectWhole(difference!);
    }
  });

  it('runs each mix once, though several scenarios need it', async () => {
    const seen: string[] = [];
    await compareScenarios(allOf(ladder()), { onMix: (mix, of, name) => seen.push(`${name} ${mix}/${of}`) });
    // Off with a penalty of 400 is a mix of two of them; linear 200 is a run already; stepped at 200 is one more.
    expect(seen).toEqual(['ladder@linear_400 3/4', 'ladder@stepped 2/4']);
  });

  it('is not told with more than six settings, and says why', async () => {
    const seven =
      '{weights: {rank: 1, geo: 31, hist: 7, pub: 9}, rules: {fairness: {mode: stepped, penalty: 111, step_up: 222}}}';
    const { comparison } = await compareScenarios(allOf(ladder(changing(seven))));
    expect(comparison.differences[0]!.attribution).toEqual({
      told: false,
      why: '7 settings differ, and up to 6 can be told apart: more would take 128 runs',
    });
  });

  it('needs no mix where one setting differs', async () => {
    const one = '{rules: {fairness: {mode: linear}}}';
    const { comparison } = await compareScenarios(allOf(ladder(changing(one))));
    expect(comparison.differences[0]!.attribution).toEqual({
      told: false,
      why: 'one setting differs, rules.fairness.mode: the whole difference is its doing',
    });
  });

  it('is not told where the data changed behind the settings', async () => {
    const file = ladder();
    const before = await runScenario(readScenario(file));
    appendFileSync(join(dirname(file), 'vehicles.csv'), 'V6,Toyota,Camry,LA\n');
    const after = await runScenario(readScenario(file, { variant: 'linear_400' }));
    const attributions = await attributeDifferences(before, [after]);
    const [difference] = compare([before, after], { attributions }).differences;
    expect(difference!.attribution).toEqual({
      told: false,
      why: 'the data changed between the two runs, and no setting says so',
    });
    expect(difference!.inputs.data.tables!.filter(({ same }) => !same).map(({ table }) => table)).toEqual(['vehicles']);
  });

  it('is not told where the data has changed since both runs', async () => {
    const file = ladder();
    const scenarios = [readScenario(file), readScenario(file, { variant: 'linear_400' })];
    const [from, to] = [await runScenario(scenarios[0]!), await runScenario(scenarios[1]!)];
    appendFileSync(join(dirname(file), 'vehicles.csv'), 'V6,Toyota,Camry,LA\n');
    expect((await attributeDifferences(from, [to])).get(to.id)).toEqual({
      told: false,
      why: 'the mix that changes rules.fairness.mode would read other data than the runs did: it has changed since',
    });
  });

  it('can be left out', async () => {
    const { comparison } = await compareScenarios(allOf(ladder()), { attribution: false });
    expect(comparison.differences.map(({ attribution }) => attribution.told)).toEqual([false, false, false]);
  });
});

it('the same scenarios give the same comparison', async () => {
  const file = ladder();
  const [first, second] = [await compareScenarios(allOf(file)), await compareScenarios(allOf(file))];
  expect(JSON.stringify(second.comparison)).toBe(JSON.stringify(first.comparison));
});

it('takes runs as they are, beside scenarios', async () => {
  const [base, ...others] = allOf(ladder());
  const run = await runScenario(base!);
  const { runs, comparison } = await compareScenarios([run, others[0]!]);
  expect(runs[0]).toBe(run);
  expect(comparison.runs.map(({ name }) => name)).toEqual(['ladder', 'ladder@linear_200']);
});
