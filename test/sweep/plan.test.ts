import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { printProblems, Refusal } from '../../src/index.ts';
import { planSweep } from '../../src/sweep/plan.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The plan of the tiny week with this below `sweep:`. */
function planOf(sweep: string) {
  folder = tinyWeek((text) => `${text}sweep:\n${sweep}`);
  return planSweep(join(folder, 'tiny.yaml'));
}

function refusal(sweep: string): string {
  try {
    planOf(sweep);
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(`${folder}/`, '');
    throw error;
  }
  throw new Error('was not refused');
}

describe('the plan of a sweep', () => {
  it('has every value of each grid setting with every value of the others', () => {
    const plan = planOf('  grid: {rules.fairness.penalty: [0, 100], rules.fairness.mode: [stepped, linear]}\n');
    expect(plan.runs.map((run) => run.values)).toEqual([
      [0, 'stepped'],
      [0, 'linear'],
      [100, 'stepped'],
      [100, 'linear'],
    ]);
    expect(plan.runs[3]!.settings).toMatchObject({ rules: { fairness: { penalty: 100, mode: 'linear' } } });
  });

  it('takes a range with its last value', () => {
    const plan = planOf('  grid: {weights.rank: {from: 0, to: 0.3, step: 0.1}}\n');
    expect(plan.parameters[0]!.values).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('zips settings that belong together', () => {
    const plan = planOf('  zip: {rules.tier_caps.penalty: [1, 2], rules.fairness.penalty: [3, 4]}\n');
    expect(plan.runs.map((run) => run.values)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  it('runs every policy in every world, world after world', () => {
    const plan = planOf('  grid: {rules.fairness.penalty: [0, 1]}\n  worlds: {seeds: [7, 8]}\n');
    expect(plan.runs.map(({ policy, world, values }) => [policy, world, ...values])).toEqual([
      [0, 0, 0, 7],
      [1, 0, 1, 7],
      [0, 1, 0, 8],
      [1, 1, 1, 8],
    ]);
    expect(plan.runs[0]!.settings!.data).toEqual({ sample: 7 });
  });

  it('leaves the question of a single run as it is', () => {
    const plan = planOf('  grid: {rules.fairness.penalty: [0, 200]}\n');
    expect(plan.scenario.settings).not.toHaveProperty('sweep');
    expect(plan.runs[1]!.settings).toEqual(plan.scenario.settings);
  });

  it('shows an unknown path at its own key, with the likely one', () => {
    expect(refusal('  grid:\n    rules.fairnes.penalty: [1]\n')).toMatch(
      /^tiny\.yaml:14:11: unknown key "fairnes"\n.*\n.*\nMaybe you meant "fairness"/,
    );
  });

  it('shows a wrong value where it stands', () => {
    expect(refusal('  grid:\n    rules.fairness.penalty: [1, lots]\n')).toMatch(
      /^tiny\.yaml:14:33: rules\.fairness\.penalty needs a whole number from 0 to 100000, was "lots"\n/,
    );
  });

  it.each([
    [
      'a setting within another',
      '  grid: {rules.fairness.penalty: [1], rules.fairness: [false]}\n',
      'is swept already',
    ],
    ['a value twice', '  grid: {rules.fairness.penalty: [1, 1]}\n', 'rules.fairness.penalty has 1 twice'],
    ['uneven zips', '  zip: {rules.fairness.penalty: [1], rules.tier_caps.penalty: [1, 2]}\n', 'has 2 values'],
    ['a setting that changes no schedule', '  grid: {title: [a, b]}\n', 'a sweep cannot change "title"'],
    ['a range that misses its end', '  grid: {weights.geo: {from: 0, to: 10, step: 3}}\n', 'needs a step'],
    ['nothing at all', '  grid: {}\n  zip: {}\n', 'needs grid, zip or worlds'],
    [
      'a range beyond all measure',
      '  grid: {weights.geo: {from: 0, to: 1000000000, step: 1}}\n',
      'at most 10000 values',
    ],
    [
      'more runs than can be listed',
      `  grid: {${['weights.geo', 'weights.hist', 'weights.pub'].map((path) => `${path}: {from: 1, to: 3000, step: 1}`)}}\n`,
      'this sweep is 27000000000 runs',
    ],
    ['too many runs', '  grid: {weights.geo: {from: 0, to: 9999, step: 1}, weights.hist: [1, 2]}\n', 'at most 10000'],
  ])('refuses %s', (_, sweep, message) => {
    expect(refusal(sweep)).toContain(message);
  });

  it('refuses a --set of what is swept, since one of them would win unseen', () => {
    folder = tinyWeek((text) => `${text}sweep: {grid: {rules.fairness.penalty: [1, 2]}}\n`);
    const plan = () => planSweep(join(folder, 'tiny.yaml'), { set: ['rules.fairness.penalty=3'] });
    expect(plan).toThrow('--set changes "rules.fairness.penalty", which is varied');
  });

  it('keeps a run whose values are right alone and wrong together, with the reason', () => {
    const plan = planOf('  grid: {rules.availability.horizon_days: [14, 5], rules.availability.min_days: [3, 7]}\n');
    expect(plan.runs.map(({ settings }) => settings !== undefined)).toEqual([true, true, true, false]);
    expect(plan.runs[3]!.problems![0]!.message).toContain('5 days cannot hold a loan of 7 days');
  });
});
