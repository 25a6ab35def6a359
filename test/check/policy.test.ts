import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkScenarios } from '../../src/check/check.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

// Two cars and two partners. Fairness keeps each partner to one loan; without it both go to Ann, whom they suit best.
let folder: string;
let file: string;
const RULES = 'rules: {fairness: {penalty: 400, step_up: 400}}';
const TENFOLD = [
  'weights: {rank: 10, geo: 1000, pub: 1500, hist: 500}',
  'rules: {fairness: {penalty: 4000, step_up: 4000}, tier_caps: {penalty: 8000}, budgets: {points_per_dollar: 30}}',
].join('\n');
beforeEach(() => use(RULES));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function use(rules: string) {
  folder = tinyWeek((text) => `${text.replace(/variants:[\s\S]*/, '')}${rules}\n`);
  file = join(folder, 'tiny.yaml');
}

const edit = (from: string | RegExp, to: string, path = file) => {
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(path, text.replace(from, to));
};

const baseline = () => join(folder, 'tiny.baseline.json');
const update = () => checkScenarios([file], { update: true });

const noPrice = (why: string) => ({
  verdict: 'failed',
  actual: 'no price',
  reason: `settings changed since the baseline was taken, and under its policy this schedule has no price (${why}), so that nothing is said of its points; --update records it`,
});

/** What is said of the values of the baseline. */
async function said() {
  const [checked] = await checkScenarios([file]);
  const judgements = checked!.judgements.filter(({ by }) => by === 'baseline');
  const of = (what: string) => judgements.find((one) => one.what === what)!;
  return { checked: checked!, judgements, net: of('net_score') };
}

describe('a baseline holds the policy of its values', () => {
  it('a setting a line, without where the data lie and what the scenario is called', async () => {
    await update();
    const text = readFileSync(baseline(), 'utf8');
    const { policy } = JSON.parse(text).runs.tiny;
    expect(policy).toMatchObject({
      kind: 'loans',
      office: 'LA',
      week: '2025-09-22',
      rules: { fairness: { penalty: 400 } },
    });
    expect(text).toContain('\n            "penalty": 400,\n');
    expect(text).not.toContain(folder);
    expect(Object.keys(policy)).not.toContain('title');
  });

  it('says that an update records it, or another one', async () => {
    await update();
    const text = readFileSync(baseline(), 'utf8');
    writeFileSync(baseline(), withoutPolicy(text));
    expect((await update())[0]!.changes).toEqual([{ what: 'policy', new: 'recorded' }]);
    expect(readFileSync(baseline(), 'utf8')).toBe(text);
    edit('penalty: 400', 'penalty: 401');
    expect((await update())[0]!.changes).toEqual([
      { what: 'policy', old: 'the settings of then', new: 'the settings of now' },
    ]);
    expect((await update())[0]!.changes).toEqual([]);
  });
});

const withoutPolicy = (text: string) => {
  const file = JSON.parse(text);
  delete file.runs.tiny.policy;
  return JSON.stringify(file);
};

describe('a schedule of other settings is priced under the policy of the baseline', () => {
  it('a lower penalty is never better by the points that it no longer takes', async () => {
    await update();
    edit('penalty: 400', 'penalty: 0');
    const { judgements, net } = await said();
    expect(judgements.filter(({ verdict }) => verdict === 'better')).toEqual([]);
    expect(net).toMatchObject({
      verdict: 'failed',
      actual: '1500',
      reason: 'under the policy of the baseline this schedule nets 1,500, which is 100 less than the 1,600 it had',
    });
  });

  it('ten times the points change no verdict, and the same schedule nets the same', async () => {
    await update();
    edit(RULES, TENFOLD);
    const { judgements, net, checked } = await said();
    expect(checked.verdict).toBe('passed');
    expect(judgements.filter(({ verdict }) => verdict !== 'kept')).toEqual([]);
    expect(net).toMatchObject({
      actual: '1600',
      reason: 'under the policy of the baseline this schedule nets 1,600, as it had',
    });
  });

  it('things come before points', async () => {
    await update();
    edit(RULES, TENFOLD);
    const names = (await said()).judgements.map(({ what }) => what);
    expect([names[1], names.at(-1)]).toEqual(['assignments', 'net_score']);
  });

  it('says nothing of points where the schedule breaks a rule there', async () => {
    edit(RULES, 'forbid: [{vin: VIN001}]\nrules: {fairness: {penalty: 400, step_up: 400}}');
    await update();
    edit('forbid: [{vin: VIN001}]\n', '');
    expect((await said()).net).toMatchObject(noPrice('it breaks forbid there'));
  });

  it('nor where it breaks a limit of the kind itself', async () => {
    edit(RULES, 'rules: {partner_limits: {per_week: 1}}');
    await update();
    edit('per_week: 1', 'per_week: 2');
    edit('rules: {', 'rules: {fairness: false, ');
    expect((await said()).net).toMatchObject(noPrice('it breaks partner_limits there'));
  });

  it('nor where the data changed too', async () => {
    await update();
    edit('penalty: 400', 'penalty: 0');
    edit('VIN002,Honda,Civic', 'VIN002,Honda,Accord', join(folder, 'data/vehicles.csv'));
    expect((await said()).net).toMatchObject(noPrice('it read other data'));
  });

  it('nor where the week is another one', async () => {
    await update();
    edit('week: 2025-09-22', 'week: 2025-09-29');
    edit('rules: {', 'rules: {capacity: {empty_week: default}, ');
    expect((await said()).net).toMatchObject(noPrice('it breaks start_days there'));
  });

  it('nor where somebody wrote in the policy', async () => {
    await update();
    edit('"penalty": 400', '"penalty": 4', baseline());
    edit('penalty: 400', 'penalty: 0');
    expect((await said()).net).toMatchObject(
      noPrice('the policy in the baseline was edited, and is not the one that its values are of'),
    );
  });

  it('keeps to the words of old where the file does not hold its policy', async () => {
    await update();
    writeFileSync(baseline(), withoutPolicy(readFileSync(baseline(), 'utf8')));
    expect((await said()).checked.verdict).toBe('passed');
    edit('penalty: 400', 'penalty: 0');
    expect((await said()).net).toMatchObject({
      verdict: 'failed',
      reason:
        'settings changed since the baseline was taken, and points of two policies cannot be compared: it was 1600 and is 1900; --update records it',
    });
  });
});

describe('a baseline of many weeks', () => {
  it('whose pins are of single weeks prices no schedule of another policy', async () => {
    rmSync(folder, { recursive: true, force: true });
    use('weeks: 2\npins: [{week: 1, vin: VIN001}]\nrules: {fairness: {penalty: 400}, capacity: {empty_week: default}}');
    await update();
    expect((await said()).judgements.every(({ verdict }) => verdict === 'kept')).toBe(true);
    edit('penalty: 400', 'penalty: 100');
    expect((await said()).net).toMatchObject(noPrice('its pins are of single weeks, and its weeks are priced as one'));
  });
});
