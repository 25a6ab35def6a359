import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evenhand, tinyWeek } from '../tiny-week.ts';

let folder: string;
let scenario: string;
let plan: string;
let runs: string;
beforeEach(() => {
  folder = tinyWeek((text) => text.replace('  assignments: 2\n', '  assignments: {min: 1}\n'));
  scenario = join(folder, 'tiny.yaml');
  plan = join(folder, 'plan.csv');
  runs = join(folder, 'runs');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const audit = (text: string, ...more: string[]) => {
  writeFileSync(plan, text);
  return evenhand('audit', scenario, '--schedule', plan, '--out', runs, ...more);
};

const SOUND = 'Partner,Vehicle,Start\nBo,VIN002,9/22/2025\n';
const BROKEN = 'vin,person_id,start_day\nVIN001,1,2025-09-22\nVIN001,2,2025-09-27\nVIN003,2,2025-09-23\n';

describe('evenhand audit', () => {
  it('says of a sound schedule what it nets, what the best nets, and what to change first', async () => {
    const { code, out, err } = await audit(SOUND);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(
      /^Tiny week\nA given schedule: it keeps every rule; 1,200 points below the best\n {2}schedule {3}plan\.csv: 1 row\n/,
    );
    expect(out).toContain('  best       1,700, proven: 1,200 more\n');
    expect(out).toContain('  expected   1 of 1 passed\n');
    expect(out).toContain('its own rows alone: 1 row can stay, 500 points\n');
    expect(out).toContain(
      'with 1 new row: 1,600 points, 1,100 points more\n  + Toyota Camry (VIN001) to Ann from 2025-09-23\n',
    );
  });

  it('ends with 1 where it breaks rules, and names each with its lines', async () => {
    const { code, out } = await audit(BROKEN);
    expect(code).toBe(1);
    expect(out).toContain('A given schedule: it breaks 4 rules\n');
    expect(out).toContain('vehicle_once (lines 2, 3): VIN001 starts 2 loans in the week');
    expect(out).toContain('vehicles (line 4): vehicle VIN003 is not in the table vehicles');
    expect(out).toContain('line 4: there is no vehicle "VIN003" in the tables; maybe VIN001 is meant');
    expect(out.split('\n').filter((line) => line.length > 80 && !line.includes('report.html'))).toEqual([]);
  });

  it('ends with 1 where an expectation of the scenario fails, and asks nothing of the status', async () => {
    const { code, out } = await audit(SOUND, '--set', 'expect.assignments=2');
    expect(code).toBe(1);
    expect(out).toContain('tiny: expectation failed: assignments is 1, expected 2\n');
    expect(out).not.toContain('status is');
  });

  it('ends with 2 where the file is no schedule', async () => {
    const { code, out, err } = await audit('vin,start_day\nVIN001,2025-09-22\n');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(
      /plan\.csv:1:1: no column "person_id" in the schedule\n.*\n.*\^\nMaybe it has another name here/,
    );
    expect((await evenhand('audit', scenario, '--schedule', join(folder, 'none.csv'))).code).toBe(2);
    expect((await evenhand('audit', scenario)).code).toBe(2);
  });

  it('stops at rules and price with --no-solve', async () => {
    const { code, out } = await audit(BROKEN, '--no-solve');
    expect(code).toBe(1);
    expect(out).not.toContain('best  ');
    expect(out).toContain('rows that no run could choose\n');
  });

  it('prints the record as JSON and nothing else, which is that of its folder', async () => {
    const { out } = await audit(SOUND, '--json');
    const { given, folder: at, expectations, status } = JSON.parse(out);
    expect([status, given.file, given.best.steps.length, expectations.length]).toEqual(['feasible', 'plan.csv', 3, 1]);
    expect(readdirSync(at)).toEqual(
      expect.arrayContaining(['run.json', 'report.html', 'given_rows.csv', 'given_changes.csv']),
    );
  });

  it('writes a folder that compare, report, verify and diff take', async () => {
    const { folder: at } = JSON.parse((await audit(BROKEN, '--json')).out);
    const best = JSON.parse((await evenhand('run', scenario, '--out', runs, '--json')).out).folder;
    expect((await evenhand('verify', at)).out).toContain('reproduced');
    expect((await evenhand('report', at)).code).toBe(0);
    const compared = await evenhand('compare', at, best, '--out', runs, '--json');
    expect(JSON.parse(compared.out).differences[0].schedule).toMatchObject({ kept: 1, new: 1, dropped: 2 });
    expect((await evenhand('diff', at, best)).out).toContain('1 new, 2 dropped');
    expect(await evenhand('explain', at, 'vin=VIN001')).toMatchObject({ code: 2, out: '' });
  });

  it('holds a run of the scenario against a variant of it', async () => {
    mkdirSync(runs);
    const { folder: at } = JSON.parse((await evenhand('run', scenario, '--out', runs, '--json')).out);
    const { code, out } = await evenhand('audit', scenario, '--variant', 'free', '--schedule', at, '--out', runs);
    expect(code).toBe(0);
    expect(out).toContain('it keeps every rule, and none nets more');
  });
});
