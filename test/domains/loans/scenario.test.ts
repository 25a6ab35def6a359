import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Problem, Refusal, readScenario, runScenario } from '../../../src/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'evenhand-loans-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One car, one partner, and a calendar of October only. */
const TABLES: Readonly<Record<string, string>> = {
  vehicles: 'vin,make,model,office\nV1,Toyota,Camry,Los Angeles\n',
  media_partners: 'person_id,name,office\n1,Ann,Los Angeles\n',
  approved_makes: 'person_id,make,rank\n1,Toyota,A\n',
  ops_capacity_calendar: 'office,date,slots\nLos Angeles,2025-10-06,3\nLos Angeles,2025-10-07,3\n',
};
for (const [name, text] of Object.entries(TABLES)) writeFileSync(join(folder, `${name}.csv`), text);

const HEAD = 'kind: loans\noffice: Los Angeles\nweek: 2025-10-06\ndata: {dir: .}\n';

/** Reads a scenario's text as a file beside the tables. */
function read(text: string) {
  const file = join(folder, 'week.yaml');
  writeFileSync(file, text);
  return readScenario(file);
}

/** The problems for which a scenario's text is refused, when read or when run. */
async function problemsOf(text: string): Promise<readonly Problem[]> {
  try {
    await runScenario(read(text));
  } catch (error) {
    if (error instanceof Refusal) return error.problems;
    throw error;
  }
  return [];
}

describe('a loans scenario', () => {
  it('has the usual policy where it says nothing', () => {
    expect(read(HEAD).settings).toMatchObject({
      start_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      weights: { rank: 1, geo: 100, pub: 150, hist: 50, preferred_day: 0 },
      rules: {
        availability: { min_days: 7, horizon_days: 14, turn_in: 'filter' },
        ranks: false,
        cooldown: { days: 30 },
        no_repeat: false,
        capacity: { default_slots: 15, override: {}, count_existing: false, empty_week: 'error' },
        tier_caps: { mode: 'soft', penalty: 800, window_months: 12, allow_zero_caps: false },
        fairness: { mode: 'stepped', target: 1, penalty: 200, step_up: 400 },
        budgets: { mode: 'soft', points_per_dollar: 3, missing: 'allow', default_cost: 1000, cost: {} },
        partner_limits: { per_day: 0, per_week: 0 },
        locality: { by: 'office', range_miles: 500 },
      },
      solver: { seed: 42, seconds: 60 },
    });
  });

  it('gives an optional rule its own defaults once it is named', () => {
    const { settings } = read(`${HEAD}rules: {ranks: {}, no_repeat: {}}\n`);
    expect(settings).toMatchObject({ rules: { ranks: { allow: ['A+', 'A', 'B', 'C'] }, no_repeat: { days: 365 } } });
  });

  it('runs with every rule off', async () => {
    const names = ['availability', 'ranks', 'cooldown', 'no_repeat', 'capacity', 'tier_caps', 'fairness', 'budgets'];
    const off = [...names, 'partner_limits', 'locality'].map((name) => `${name}: false`).join(', ');
    const run = await runScenario(read(`${HEAD}rules: {${off}}\n`));
    expect(run).toMatchObject({ status: 'optimal', audit: { passed: true }, objective: { net_score: 700 } });
  });
});

describe('what is wrong with a scenario', () => {
  it('a week that begins on a Tuesday', async () => {
    expect(await problemsOf(HEAD.replace('2025-10-06', '2025-10-07'))).toMatchObject([
      {
        message: expect.stringContaining('needs a Monday, was 2025-10-07, a Tuesday'),
        maybe: expect.stringContaining('Maybe the Monday of that week: 2025-10-06'),
        place: { line: 3, column: 7 },
      },
    ]);
  });

  it('an office that no table knows', async () => {
    expect(await problemsOf(HEAD.replace('Angeles', 'Angelos'))).toMatchObject([
      {
        message: 'no row of vehicles has the office "Los Angelos"',
        maybe: 'Maybe you meant "Los Angeles".',
        place: { line: 2, column: 9 },
      },
    ]);
  });

  it('a week that the calendar does not have', async () => {
    expect(await problemsOf(HEAD.replace('2025-10-06', '2025-09-22'))).toMatchObject([
      {
        message: expect.stringContaining('it runs from 2025-10-06 to 2025-10-07'),
        maybe: expect.stringContaining('rules.capacity.empty_week'),
        place: { line: 3, column: 7 },
      },
    ]);
  });

  it.each([
    ['rules: {fairnes: {mode: linear}}', 'fairnes', 'fairness'],
    ['weights: {published: 3}', 'published', 'Maybe'],
    ['start_days: [mon, wen]', 'wen', 'wed'],
    ['rules: {fairness: {mode: steped}}', 'steped', 'stepped'],
    ['rules: {tier_caps: {penalty: -1}}', '-1', ''],
    ['weights: {geo: 0.0001}', '0.0001', ''],
  ])('%s', async (line, named, meant) => {
    const [problem, ...others] = await problemsOf(`${HEAD}${line}\n`);
    expect(others).toEqual([]);
    expect(problem!.message).toContain(named);
    expect(problem!.maybe ?? '').toContain(meant);
    expect(problem!.place?.line).toBe(5);
  });
});
