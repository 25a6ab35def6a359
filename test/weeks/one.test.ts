import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Domain } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { explain } from '../../src/explain/explain.ts';
import { openSession, readScenario, runScenario } from '../../src/index.ts';
import { openSession as open } from '../../src/pipeline/session.ts';
import { tiesOf } from '../../src/ties/ties.ts';
import { weekQuestion } from '../../src/weeks/one.ts';
import { tinyWeeks } from '../cli/tiny-week.ts';
import { randomWeek } from '../invariants/random-week.ts';
import { asScenario, settled } from './random.ts';

const folder = tinyWeeks('{days: 10}');
const file = join(folder, 'tiny.yaml');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const tiny = (...set: string[]) => readScenario(file, { set });

describe('one week of many', () => {
  it('is the question that the run of all weeks answers in that week', async () => {
    const { weeks = [] } = await runScenario(tiny());
    for (const { week, from, objective, metrics } of weeks) {
      const session = await openSession(tiny(), { week });
      expect(session.run.objective).toEqual(objective);
      expect(session.run.metrics).toMatchObject(metrics);
      expect([
        session.run.status,
        session.scenario.settings.weeks,
        Reflect.get(session.scenario.settings, 'week'),
      ]).toEqual(['optimal', undefined, from]);
    }
  });

  it('knows what the weeks before it decided: a car is still out, and says so', async () => {
    // Bo has the Civic from Tuesday 23 September for seven days, to the 29th.
    const session = await openSession(tiny(), { week: 2 });
    const { reasons } = await explain(session, { vin: 'VIN002', start_day: '2025-09-29' });
    expect(reasons.join('\n')).toMatch(/VIN002 has Loan from 2025-09-2\d to 2025-09-2\d|waits until/);
    const first = await openSession(tiny(), { week: 1 });
    expect((await explain(first, { vin: 'VIN002', start_day: '2025-09-22' })).candidates).toBe(2);
  });

  it('says what a row is worth as the run says that forbids it in that week', async () => {
    const session = await openSession(tiny(), { week: 2 });
    const { chosen } = await explain(session, { vin: 'VIN001' });
    const [own] = chosen;
    const { weeks = [] } = await runScenario(
      tiny(`forbid=[{week: 2, vin: VIN001, person_id: "${own?.row.person_id}", start_day: ${own?.row.start_day}}]`),
    );
    const before = session.run.objective.net_score ?? 0;
    expect(own?.loss).toBe(before - (weeks[1]?.objective.net_score ?? Number.NaN));
  });

  it('costs what the run of all weeks costs there, on random small instances', async () => {
    const wrong: unknown[] = [];
    let asked = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const { raw, keys } = randomWeek(seed);
      const domain = { ...(loans as unknown as Domain), sample: () => raw } as Domain;
      const scenario = asScenario(settled(keys), { weeks: 2 });
      const question = await weekQuestion(scenario, domain, { week: 2 });
      const session = await open(question.scenario, domain, { data: question.data });
      const [row] = session.instance.schedule(session.solution.chosen);
      if (row === undefined) continue;
      asked++;
      const { vin, person_id, start_day } = row as Readonly<Record<string, string>>;
      const { chosen } = await explain(session, { vin: vin!, person_id: person_id!, start_day: start_day! });
      const without = asScenario(settled(keys), { weeks: 2, forbid: [{ week: '2', vin, person_id, start_day }] });
      const other = await weekQuestion(without, domain, { week: 2 });
      const { run } = await open(other.scenario, domain, { data: other.data });
      const loss = (session.run.objective.net_score ?? 0) - (run.objective.net_score ?? 0);
      if (chosen[0]?.loss !== loss) wrong.push([seed, chosen[0]?.loss, loss]);
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(8);
  });

  it('has an id of its own: its tables are not those that were read', async () => {
    const alone = await openSession(tiny('week=2025-09-29'), { week: 1 });
    const second = await openSession(tiny(), { week: 2 });
    expect(second.run.id).not.toBe(alone.run.id);
  });

  it('is refused where there is none such', async () => {
    await expect(openSession(tiny(), { week: 4 })).rejects.toThrow(
      'week 4 is asked about, and the scenario plans weeks 1 to 3',
    );
    await expect(openSession(tiny('weeks=1'), { week: 2 })).rejects.toThrow('the scenario plans week 1 alone');
    await expect(openSession(tiny())).rejects.toThrow('each of the 3 weeks has a model of its own');
    const single = readScenario('scenarios/loans/la-week.yaml');
    await expect(openSession(single, { week: 2 })).rejects.toThrow('the scenario plans one week by itself');
  });
});

describe('what is asked of one week in a run of all', () => {
  it('stands in the record: ranges of that week, and its level of trust', async () => {
    const run = await runScenario(tiny(), { week: 2, ties: true, prices: 2 });
    const ties = await tiesOf(await openSession(tiny(), { week: 2 }));
    expect(run.inWeek).toBe(2);
    expect(run.ranges).toEqual(ties?.ranges);
    expect(run.tables.price_list?.rows).toHaveLength(2);
    expect(run.audit.levels.at(-1)).toMatchObject({ level: 5, passed: true, text: expect.stringMatching(/^week 2: /) });
    const plain = await runScenario(tiny());
    expect([run.id, run.objective, run.metrics]).toEqual([plain.id, plain.objective, plain.metrics]);
  });

  it('is refused where nothing is asked', async () => {
    await expect(runScenario(tiny(), { week: 2 })).rejects.toThrow('week 2 is named, and nothing is asked about it');
  });
});

describe('pins and forbidden rows of many weeks', () => {
  const rowsOf = ({ tables }: Awaited<ReturnType<typeof runScenario>>) => {
    const { columns, rows } = tables.assignments!;
    const at = (name: string) => columns.findIndex((column) => column.name === name);
    return rows.map((row) => [row[at('week')], row[at('vin')], row[at('person_id')]]);
  };

  it('hold in their week; a forbidden row without a week holds in each', async () => {
    const run = await runScenario(
      tiny(
        'pins=[{week: 2, vin: VIN002, start_day: 2025-10-02}]',
        'forbid=[{week: 1, person_id: 1}, {vin: VIN001, week: 3}]',
      ),
    );
    const rows = rowsOf(run);
    expect(run.audit.passed).toBe(true);
    expect(rows.filter(([week, vin]) => week === 2 && vin === 'VIN002')).toHaveLength(1);
    expect(rows.filter(([week, , person]) => week === 1 && person === '1')).toEqual([]);
    expect(rows.filter(([week, , person]) => week === 2 && person === '1').length).toBeGreaterThan(0);
    expect(rows.filter(([week, vin]) => week === 3 && vin === 'VIN001')).toEqual([]);
    const never = rowsOf(await runScenario(tiny('forbid=[{vin: VIN001}]')));
    expect(never.filter(([, vin]) => vin === 'VIN001')).toEqual([]);
  });

  it('are refused with the week, at their own place in the list of all weeks', async () => {
    const asked = tiny('pins=[{week: 1, vin: VIN001}, {week: 2, vin: NONE}]');
    const refusal = await runScenario(asked).catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      problems: [
        { message: 'week 2 of 3: pin vin NONE: no candidate: there is no vehicle NONE in the data', path: ['pins', 1] },
      ],
    });
  });

  it.each([
    ['pins=[{vin: VIN001}]', 'pins: a pin holds in one week, and the scenario plans 3'],
    ['pins=[{week: 4, vin: VIN001}]', 'pins: names week 4, and the scenario plans 3'],
    ['forbid=[{week: 4, vin: VIN001}]', 'forbid: names week 4, and the scenario plans 3'],
    ['pins=[{week: 2}]', 'needs at least one of vin, person_id, start_day'],
    ['pins=[{week: 0, vin: VIN001}]', 'pins[0].week'],
  ])('%s is refused as it is read', (set, message) => {
    expect(() => tiny(set)).toThrow(message);
  });

  it('name no week where there is one only', () => {
    expect(() => readScenario('scenarios/loans/la-week.yaml', { set: ['forbid=[{week: 1, vin: V1}]'] })).toThrow(
      'forbid: names week 1, and the scenario plans one week by itself',
    );
  });
});
