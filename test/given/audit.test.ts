import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { verifyRun } from '../../src/check/repeat.ts';
import { compare } from '../../src/compare/compare.ts';
import type { Domain } from '../../src/domain.ts';
import { readScenario } from '../../src/domains/read.ts';
import { pageOf, renderReport } from '../../src/domains/report.ts';
import { auditSchedule } from '../../src/given/audit.ts';
import { givenText } from '../../src/given/terminal.ts';
import { runScenario } from '../../src/pipeline/run-scenario.ts';
import { planOf, prepare, publish } from '../../src/publish/of-run.ts';
import { runParts } from '../../src/report/run/parts.ts';
import { loadRun, saveRun } from '../../src/runs/store.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { errands, scenarioFile } from '../pipeline/errands.ts';
import { checkPage } from '../report/page-schema.ts';
import { type Audited, audited, file, judged, week } from './weeks.ts';

const HEAD = 'vin,person_id,start_day\n';

function folder(): string {
  const own = mkdtempSync(join(tmpdir(), 'evenhand-given-'));
  onTestFinished(() => rmSync(own, { recursive: true, force: true }));
  return own;
}

/** Five cars, of which one is away, a partner who waits for the next Toyota, and a closed Friday. */
function strictWeek(): Scenario {
  const scenario = week();
  const table = (name: string, text: string) =>
    writeFileSync(join(dirname(scenario.file), 'data', `${name}.csv`), text);
  const cars = [
    'VIN001,Toyota,Camry',
    'VIN002,Honda,Civic',
    'VIN003,Honda,Civic',
    'VIN004,Audi,A3',
    'VIN005,Toyota,Camry',
  ];
  table('vehicles', `vin,make,model,office\n${cars.map((car) => `${car},LA\n`).join('')}`);
  table(
    'current_activity',
    'activity_id,vin,person_id,activity_type,start_date,end_date\nA1,VIN003,,Service,2025-09-20,2025-09-30\n',
  );
  table(
    'loan_history',
    'activity_id,vin,person_id,make,model,start_date,end_date\nH1,VIN009,2,Toyota,Camry,2025-09-10,2025-09-15\n',
  );
  const days = ['22,4', '23,4', '24,4', '25,4', '26,0'].map((day) => `LA,2025-09-${day}\n`);
  table('ops_capacity_calendar', `office,date,slots\n${days.join('')}`);
  return scenario;
}

const BROKEN = `${HEAD}VIN001,1,2025-09-22
VIN001,1,2025-09-24
VIN002,1,2025-09-26
VIN003,2,2025-09-23
VIN004,1,2025-09-25
VIN005,2,2025-09-23
VIN404,1,2025-09-22
`;

describe('the schedule of a run, given back', () => {
  it('breaks nothing, is as far from the best as the best itself, and has nothing to change', async () => {
    const scenario = week();
    const saved = await saveRun(await runScenario(scenario), '', folder());
    const { given, objective, audit, status } = await audited(saved, scenario);
    expect(given).toMatchObject({ findings: [], faults: [], strangers: [], best: { more: [], status: 'optimal' } });
    expect(given.best!.rows.map(({ change }) => change)).toEqual(['kept', 'kept']);
    expect(given.best!.steps).toMatchObject([{ most: 0, net: 1700, kept: 2, added: [], dropped: [] }]);
    expect([objective.gap, audit.passed, status]).toEqual([0, true, 'feasible']);
    expect(audit.levels.map(({ name }) => name)).toEqual(['feasible', 'priced', 'bounded', 'reproducible']);
  });

  it('reads the same from its folder, its record, its CSV file and a published version', async () => {
    const scenario = week();
    const root = folder();
    const run = await runScenario(scenario);
    const saved = await saveRun(run, '', root);
    await publish(run, { root: join(root, 'published'), base: 0 });
    const sources = [
      saved,
      join(saved, 'run.json'),
      join(saved, 'assignments.csv'),
      join(root, 'published', 'tiny', '000001.json'),
    ];
    const read = await Promise.all(sources.map((source) => audited(source, scenario, false)));
    const cells = read.map(({ given }) => given.rows.map((row) => row.cells));
    expect(new Set(cells.map((rows) => JSON.stringify(rows))).size).toBe(1);
    expect(read.map(({ given }) => given.file)).toEqual([
      `assignments.csv of run ${run.id}`,
      `assignments.csv of run ${run.id}`,
      'assignments.csv',
      '000001.json',
    ]);
  });
});

describe('a schedule that breaks six rules', () => {
  it('has all of them named, with the entity and the lines', async () => {
    const { given, audit } = await judged(BROKEN, strictWeek());
    const named = given.faults.map(({ rule, entity, lines }) => [rule, entity, lines]);
    for (const fault of [
      ['vehicle_once', 'VIN001', [2, 3]],
      ['capacity', '2025-09-26', [4]],
      ['availability', 'VIN003', [5]],
      ['approved_makes', '1', [6]],
      ['cooldown', '2', [7]],
      ['vehicles', 'VIN404', [8]],
    ])
      expect(named).toContainEqual(fault);
    expect(new Set(given.faults.map(({ rule }) => rule)).size).toBe(6);
    expect(audit.levels[0]).toMatchObject({ name: 'feasible', passed: false });
  });

  it('says what must go and why, and what the rest nets', async () => {
    const { given } = await audited(file(BROKEN), strictWeek());
    const [first] = given.best!.steps;
    expect(first!.dropped.map(({ line }) => line)).toEqual(expect.arrayContaining([4, 5, 6, 7, 8]));
    expect(first!.dropped.find(({ line }) => line === 6)!.why).toContain('is not approved for Audi');
    expect(first!.dropped.filter(({ line }) => line === 2 || line === 3)).toHaveLength(1);
    expect(given.best!.more).toBeNull();
    expect(given.strangers.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8]);
  });

  it('is said plainly at first sight, and never called optimal', async () => {
    const run = await audited(file(BROKEN), strictWeek());
    checkPage(pageOf(run));
    const { headline, tone, detail, tiles, sections } = runParts(run, pageOf(run));
    expect([headline, tone]).toEqual(['A given schedule: it breaks 6 rules', 'poor']);
    expect(detail).toContain('its points are not comparable');
    expect(tiles.slice(0, 4).map(({ label, value }) => `${label}: ${value}`)).toContain('Rules broken: 6');
    expect(sections.slice(0, 4).map(({ id }) => id)).toEqual([
      'violations',
      'expectations',
      'what-to-change',
      'beside-best',
    ]);
    expect(await renderReport(run)).not.toMatch(/proven optimal/i);
  });
});

describe('a sound schedule', () => {
  const plan = `${HEAD}VIN002,2,2025-09-22\n`;

  it('is so far below the best, and says which new rows bring most', async () => {
    const run = await audited(file(plan));
    const { headline, tone, detail } = runParts(run, pageOf(run));
    expect([headline, tone]).toEqual(['A given schedule: it keeps every rule; 1,200 points below the best', 'poor']);
    expect(detail).toContain('0 of 1 expectation met. Loans: 1, wanted 2.');
    expect(run.given.best!.steps.map(({ most, net }) => [most, net])).toEqual([
      [0, 500],
      [1, 1600],
      [2, 1700],
    ]);
    expect(run.objective).toMatchObject({ net_score: 500, bound: 1700, gap: 1200 });
    expect(run.audit.levels[2]!.text).toContain(
      'none can net more than 1,700 points; this one nets 500, 1,200 below it',
    );
  });

  it('as good as the best is called that', async () => {
    const run = await audited([
      { vin: 'VIN001', person_id: 'Ann', start_day: '2025-09-24' },
      { vin: 'VIN002', person_id: 1, start_day: '2025-09-22' },
    ]);
    const { headline, tone } = runParts(run, pageOf(run));
    expect([headline, tone]).toEqual(['A given schedule: it keeps every rule, and none nets more', 'good']);
    expect(run.given.best!.rows.map(({ change }) => change)).toEqual(['moved', 'moved']);
  });

  it('is held against the pins of its scenario', async () => {
    const pinned = week((text) => `${text}pins: [{vin: VIN001, person_id: 2}]\n`);
    const { given } = await audited(file(plan), pinned);
    expect(given.faults).toMatchObject([{ rule: 'pins', lines: [] }]);
    expect(given.best!.steps.map(({ most, net }) => [most, net])).toEqual([
      [0, null],
      [1, 1100],
      [2, 1600],
    ]);
  });

  it('has no best beside it where no schedule is possible', async () => {
    const impossible = week(
      (text) => `${text}pins: [{vin: VIN001, start_day: 2025-09-22}, {vin: VIN002, start_day: 2025-09-22}]\n`,
    );
    const run = await audited(file(plan), impossible);
    expect(run.given.best).toMatchObject({ status: 'infeasible', more: null, rows: [], steps: [] });
    expect(await renderReport(run)).toContain('no best schedule to hold it against');
  });
});

describe('what an audit leaves behind', () => {
  const saved = async (text: string, solve = true): Promise<readonly [Audited, string]> => {
    const scenario = strictWeek();
    const run = await audited(file(text), scenario, solve);
    return [run, await saveRun(run, await renderReport(run), folder())];
  };

  it.each([
    ['of a schedule that breaks rules', BROKEN, true],
    [
      'of one whose cells are no ids and no dates',
      `${HEAD}VIN01,<b>Cleo</b>,soon\n,,2025-09-22\nVIN001,1,2025-02-31\n`,
      true,
    ],
    ['of an empty one', HEAD, true],
    ['without the best beside it', BROKEN, false],
  ])('is read back, drawn again and verified: %s', async (_, text, solve) => {
    const [run, at] = await saved(text, solve);
    const again = await loadRun(at);
    expect(again.given).toEqual(run.given);
    expect(await renderReport({ ...again, timing: run.timing })).toBe(await renderReport(run));
    const { comparisons } = await verifyRun(at);
    expect(comparisons.filter(({ same }) => !same)).toEqual([]);
  });

  it('is one side of a comparison, though a key stands twice in it', async () => {
    const scenario = strictWeek();
    const [run, best] = [await audited(file(BROKEN), scenario), await runScenario(scenario)];
    const [difference] = compare([run, best]).differences;
    const { kept, moved, dropped } = difference!.schedule!;
    expect(kept + moved + dropped).toBe(7);
    expect(planOf(run).rows).toHaveLength(7);
  });

  it('is not published while it breaks rules', async () => {
    const [run] = await saved(BROKEN);
    await expect(prepare(run, { root: folder(), base: 0 })).rejects.toThrow('cannot be published');
  });

  it('has an id that follows from question and rows alone', async () => {
    const ids = async (text: string, solve: boolean) => (await audited(file(text), week(), solve)).id;
    const [one, same, other, bare] = [
      await ids(HEAD, true),
      await ids(HEAD, true),
      await ids(`${HEAD}VIN001,1,2025-09-22\n`, true),
      await ids(HEAD, false),
    ];
    expect(one).toBe(same);
    expect(new Set([one, other, bare]).size).toBe(3);
  });
});

describe('a kind that names nothing', () => {
  const kinds = [errands as unknown as Domain];
  const text = 'kind: errands\nerrands: [{id: post, worth: 5}, {id: bank, worth: 3}, {id: shop, worth: 2}]\n';
  const scenario = () => readScenario(scenarioFile(text), { kinds });

  it('has its schedules audited as any other', async () => {
    const { given } = await auditSchedule(
      scenario(),
      [
        { ID: 'bank', Day: 'mon' },
        { ID: 'post', Day: 'never' },
      ],
      { kinds },
    );
    expect(given).toMatchObject({
      findings: [],
      strangers: [{ line: 2, reasons: ['there is no day never in the data'] }],
    });
    expect(given!.best!.steps.map(({ most, net }) => [most, net])).toEqual([
      [0, 6],
      [1, 11],
      [2, 13],
    ]);
  });

  it('with something that comes before the net score is held against that first', async () => {
    const first: Domain = {
      ...kinds[0]!,
      kind: 'ranked',
      open: (...question) => {
        const instance = kinds[0]!.open(...question);
        const { model, row } = instance;
        const value = Float64Array.from({ length: model.candidates }, (_, j) => (row(j).id === 'shop' ? 1 : 0));
        return {
          ...instance,
          model: { ...model, priorities: [{ name: 'shops', value, amount: (by) => `${by} shop` }] },
        };
      },
    };
    const ranked = readScenario(scenarioFile(text.replace('errands\n', 'ranked\n')), { kinds: [first] });
    const rows = [
      { id: 'post', day: 'mon' },
      { id: 'bank', day: 'tue' },
    ];
    const run = (await auditSchedule(ranked, rows, { kinds: [first] })) as Audited;
    const { headline, tiles } = runParts(run, pageOf(run, [first]));
    expect(headline).toBe('A given schedule: it keeps every rule; the best has 1 shop more');
    expect(tiles[1]).toMatchObject({ label: 'The best has', value: '1 shop' });
    expect(run.given.best!.more).toEqual([
      { of: 'shops', by: 1, text: '1 shop' },
      { of: 'net_score', by: -1, text: '1 point' },
    ]);
    expect([run.objective.gap, run.audit.passed]).toEqual([undefined, true]);
    expect(givenText(run)?.figures).toContainEqual(['best', '12, proven: 1 shop more, 1 point less']);
    expect(run.given.best!.steps[1]!.more[0]).toEqual({ of: 'shops', by: 1, text: '1 shop' });
  });
});
