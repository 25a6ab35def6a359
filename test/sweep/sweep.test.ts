import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readScenario, runScenario } from '../../src/index.ts';
import type { Finished } from '../../src/sweep/batch.ts';
import { findingsOf } from '../../src/sweep/findings.ts';
import { planSweep } from '../../src/sweep/plan.ts';
import { sweepDocument } from '../../src/sweep/report/report.ts';
import { saveSweep, sweepCsv, sweepJson } from '../../src/sweep/results.ts';
import { runSweep } from '../../src/sweep/sweep.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

const SWEEP = `sweep:
  grid: {rules.fairness.penalty: [0, 300, 600], rules.fairness.mode: [stepped, linear]}
  worlds: {weights.geo: [0, 100]}
`;

let folder: string;
let file: string;
const use = (sweep: string) => {
  folder = tinyWeek((text) => text + sweep);
  file = join(folder, 'tiny.yaml');
};
beforeEach(() => use(SWEEP));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const again = (sweep: string) => {
  rmSync(folder, { recursive: true });
  use(sweep);
};

async function sweepInto(name: string, workers = 1, extra: object = {}) {
  const seen: Finished[] = [];
  const options = { folder: join(folder, name), workers, watch: (one: Finished) => void seen.push(one), ...extra };
  return { seen, sweep: await runSweep(planSweep(file), options) };
}

const recordsOf = (name: string) => {
  const records = join(folder, name, 'records');
  return readdirSync(records)
    .sort()
    .map((one) => [one, readFileSync(join(records, one), 'utf8')]);
};

describe('a sweep', () => {
  it('shows of each run what the same settings show by themselves', async () => {
    const { sweep } = await sweepInto('out');
    const swept = sweep.runs.find(({ values }) => JSON.stringify(values) === '[300,"linear",0]')!;
    const set = ['rules.fairness.penalty=300', 'rules.fairness.mode=linear', 'weights.geo=0'];
    const run = await runScenario(readScenario(file, { set }));
    expect(swept.result).toMatchObject({ id: run.id, objective: run.objective, metrics: run.metrics });
  });

  it('has the same bytes with one worker and with two', async () => {
    const one = (await sweepInto('one', 1)).sweep;
    const two = (await sweepInto('two', 2)).sweep;
    expect(two.runs.every(({ result }) => result?.status === 'optimal')).toBe(true);
    expect(sweepCsv(two)).toBe(sweepCsv(one));
    expect(sweepJson(two)).toBe(sweepJson(one));
    expect(recordsOf('two')).toEqual(recordsOf('one'));
  });

  it('does not make again what is recorded, and gives the same table', async () => {
    const first = await sweepInto('out');
    expect(first.seen.map(({ recorded }) => recorded)).toEqual(Array.from({ length: 12 }, () => false));
    const second = await sweepInto('out');
    expect(second.seen.map(({ recorded }) => recorded)).toEqual(Array.from({ length: 12 }, () => true));
    expect(sweepCsv(second.sweep)).toBe(sweepCsv(first.sweep));
  });

  it('makes what is missing or damaged, and only that', async () => {
    const first = await sweepInto('out');
    const [one, two] = recordsOf('out').map(([name]) => join(folder, 'out', 'records', name!));
    rmSync(one!);
    writeFileSync(two!, '{"id": "cut sh');
    const second = await sweepInto('out');
    expect(second.seen.filter(({ recorded }) => !recorded)).toHaveLength(2);
    expect(sweepCsv(second.sweep)).toBe(sweepCsv(first.sweep));
  });

  it('makes runs again when the data have changed', async () => {
    await sweepInto('out');
    const partners = join(folder, 'data', 'media_partners.csv');
    writeFileSync(partners, `${readFileSync(partners, 'utf8')}3,Cy,LA\n`);
    expect((await sweepInto('out')).seen.some(({ recorded }) => recorded)).toBe(false);
  });

  it('makes everything again when it is asked to', async () => {
    await sweepInto('out');
    expect((await sweepInto('out', 1, { fresh: true })).seen.some(({ recorded }) => recorded)).toBe(false);
  });

  it('records why a run could not be made, goes on with the rest, and tries it again', async () => {
    again('sweep:\n  grid: {rules.fairness.penalty: [0, 1]}\n  worlds: {office: [LA, Laramie]}\n');
    const { sweep } = await sweepInto('out');
    expect(sweep.runs.map(({ result }) => result?.status)).toEqual(['optimal', 'optimal', undefined, undefined]);
    expect(sweep.runs[2]!.problems![0]!.message).toContain('Laramie');
    expect(recordsOf('out').filter(([name]) => name!.startsWith('failed-'))).toHaveLength(2);
    const second = await sweepInto('out');
    expect(second.seen.map(({ recorded }) => recorded)).toEqual([true, true, false, false]);
    expect(sweepCsv(second.sweep)).toBe(sweepCsv(sweep));
  });

  it('tells which expectations a run fails', async () => {
    again(
      '  partners_assigned: {min: 2}\nsweep:\n  grid: {rules.fairness.penalty: [0, 900], rules.fairness.step_up: [0]}\n',
    );
    const { sweep } = await sweepInto('out');
    expect(sweep.runs.map((run) => run.expectations.filter(({ passed }) => !passed).map(({ name }) => name))).toEqual([
      ['partners_assigned'],
      [],
    ]);
  });

  describe('with rows that must or must not be in the schedule', () => {
    const rows = (rule: string) => `  assignments: {${rule}}\nsweep:\n  grid: {rules.fairness.penalty: [0, 900]}\n`;
    const useRows = (rule: string) => {
      rmSync(folder, { recursive: true });
      folder = tinyWeek((text) => text.replace('  assignments: 2\n', '') + rows(rule));
      file = join(folder, 'tiny.yaml');
    };
    const BOTH = 'must: [{vin: VIN001}], must_not: [{person_id: 2}]';

    it('judges each of them in each run', async () => {
      useRows(BOTH);
      const { sweep } = await sweepInto('out');
      expect(sweep.runs.map((run) => run.expectations.map(({ passed, text }) => [passed, text]))).toEqual([
        [
          [true, 'status is optimal, as expected (optimal)'],
          [true, 'one row has vin VIN001, as expected'],
          [true, 'no row has person_id 2, as expected'],
        ],
        [
          [true, 'status is optimal, as expected (optimal)'],
          [true, 'one row has vin VIN001, as expected'],
          [false, 'one row has person_id 2, and none may'],
        ],
      ]);
    });

    it('says in words, in the table and in the JSON which runs fail them', async () => {
      useRows(BOTH);
      const { sweep } = await sweepInto('out');
      expect(findingsOf(sweep).failures.map(({ text }) => text)).toContain(
        'that no row has person_id 2 fails in 1 of 2 runs: when fairness penalty is 900.',
      );
      expect(sweepCsv(sweep).split('\n')[2]).toContain('that no row has person_id 2');
      expect(JSON.parse(sweepJson(sweep)).runs[1].failed_expectations).toEqual([
        { name: 'that no row has person_id 2', text: 'one row has person_id 2, and none may' },
      ]);
    });

    it('has the same bytes from its records and with two workers', async () => {
      useRows(BOTH);
      const first = (await sweepInto('out')).sweep;
      const second = await sweepInto('out');
      expect(second.seen.every(({ recorded }) => recorded)).toBe(true);
      expect(sweepJson(second.sweep)).toBe(sweepJson(first));
      expect(sweepJson((await sweepInto('two', 2)).sweep)).toBe(sweepJson(first));
    });

    it('makes a run again when an expectation asks about rows that its record did not count', async () => {
      useRows('must: [{vin: VIN001}]');
      await sweepInto('out');
      writeFileSync(file, readFileSync(file, 'utf8').replace('VIN001', 'VIN002'));
      const { seen, sweep } = await sweepInto('out');
      expect(seen.map(({ recorded }) => recorded)).toEqual([false, false]);
      expect(sweep.runs[0]!.expectations.map(({ text }) => text)).toContain('one row has vin VIN002, as expected');
    });

    it('fails them where there is no schedule', async () => {
      useRows('must_not: [{vin: VIN001}]');
      writeFileSync(
        file,
        `${readFileSync(file, 'utf8')}pins: [{vin: VIN001, start_day: 2025-09-22}, {vin: VIN002, start_day: 2025-09-22}]\n`,
      );
      const { sweep } = await sweepInto('out');
      expect(sweep.runs[0]!.result!.status).toBe('infeasible');
      expect(sweep.runs[0]!.expectations.map(({ text }) => text)).toContain(
        'there is no schedule in which a row could have vin VIN001',
      );
    });
  });

  it('keeps parameters apart from metrics', async () => {
    const { sweep } = await sweepInto('out');
    const [first] = JSON.parse(sweepJson(sweep)).runs;
    expect(first.parameters).toEqual({
      'rules.fairness.penalty': 0,
      'rules.fairness.mode': 'stepped',
      'weights.geo': 0,
    });
    expect(first.metrics).toHaveProperty('partners_assigned');
    const head = sweepCsv(sweep).split('\n')[0];
    expect(head).toMatch(/^run,rules\.fairness\.penalty,rules\.fairness\.mode,weights\.geo,id,status,/);
  });

  it('leaves a table, a record for programs and a report', async () => {
    const { sweep } = await sweepInto('out');
    await saveSweep(sweep, join(folder, 'out'));
    expect(readdirSync(join(folder, 'out')).sort()).toEqual(['records', 'report.html', 'sweep.csv', 'sweep.json']);
    expect(readFileSync(join(folder, 'out', 'report.html'), 'utf8')).toContain('evenhand sweep');
  });
});

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));
const COMMAND = ['--import', import.meta.resolve('tsx'), MAIN, 'sweep', 'tiny.yaml', '--workers', '1'];

describe('a sweep that is stopped', () => {
  it('goes on where it was stopped, and ends with the same table', async () => {
    const csv = join('runs', 'sweep', 'tiny', 'sweep.csv');
    const records = join(folder, 'runs', 'sweep', 'tiny', 'records');
    const finished = () =>
      existsSync(records) ? readdirSync(records).filter((name) => /^[0-9a-f]+\.json$/.test(name)) : [];
    const child = spawn(process.execPath, COMMAND, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    while (finished().length < 3 && child.exitCode === null) await sleep(2);
    child.kill('SIGKILL');
    await ended;
    const before = finished().length;
    expect(before).toBeGreaterThanOrEqual(3);
    const { status, stdout } = spawnSync(process.execPath, COMMAND, { cwd: folder, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toContain(`${before} recorded before`);
    const resumed = readFileSync(join(folder, csv), 'utf8');
    const fresh = join(folder, 'fresh');
    cpSync(join(folder, 'data'), join(fresh, 'data'), { recursive: true });
    cpSync(file, join(fresh, 'tiny.yaml'));
    spawnSync(process.execPath, COMMAND, { cwd: fresh });
    expect(readFileSync(join(fresh, csv), 'utf8')).toBe(resumed);
  });
});

describe('policies that count points in different currencies', () => {
  it('are priced under the policy of the scenario as it stands, and have the same schedule where they do', async () => {
    again('sweep: {grid: {weights.geo: [0, 100, 300]}}\n');
    const { sweep } = await sweepInto('out');
    const [first] = sweep.runs;
    expect(new Set(sweep.runs.map(({ result }) => result!.schedule)).size).toBe(1);
    expect(new Set(sweep.runs.map(({ result }) => result!.objective.net_score)).size).toBe(3);
    const { schedules, policies, measures } = findingsOf(sweep);
    expect([schedules, policies.map(({ efficient }) => efficient)]).toEqual([1, [true, true, true]]);
    expect(sweep.runs.map(({ result }) => result!.objective.yardstick_net_score)).toEqual(
      sweep.runs.map(() => first!.result!.priced.net),
    );
    expect(measures.find(({ name }) => name === 'net_score')?.better).toBe('neutral');
    expect(sweepDocument(sweep, findingsOf(sweep)).headline).toBe(
      'The same schedule at all 3 policies: nothing that people get differs',
    );
  });

  it('are judged alike, however large their points: ten times every penalty and weight changes no verdict', async () => {
    again(
      'sweep: {zip: {weights.geo: [100, 1000], weights.rank: [1, 10], weights.pub: [150, 1500], weights.hist: [50, 500], rules.fairness.penalty: [200, 2000], rules.tier_caps.penalty: [300, 3000]}}\n',
    );
    const { sweep } = await sweepInto('out');
    const { policies, schedules } = findingsOf(sweep);
    expect([schedules, policies.map(({ efficient }) => efficient)]).toEqual([1, [true, true]]);
  });

  it('are priced again where the scenario as it stands is another', async () => {
    again('sweep: {grid: {weights.geo: [0, 100]}}\n');
    await sweepInto('out');
    writeFileSync(file, readFileSync(file, 'utf8').replace('sweep:', 'weights: {geo: 50}\nsweep:'));
    const { seen } = await sweepInto('out');
    expect(seen.map(({ recorded }) => recorded)).toEqual([false, false]);
  });
});
