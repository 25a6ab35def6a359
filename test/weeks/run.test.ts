import { describe, expect, it } from 'vitest';
import type { Domain, Tables } from '../../src/domain.ts';
import { loans } from '../../src/domains/loans/index.ts';
import { Refusal } from '../../src/problems/problem.ts';
import type { Run } from '../../src/runs/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import type { Weekly } from '../../src/weeks/look-ahead.ts';
import { runWeeks } from '../../src/weeks/run.ts';
import { randomWeek } from '../invariants/random-week.ts';
import { type Keys, rawOf, settingsOf, type Week } from '../invariants/weeks.ts';

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));

function run({ raw, keys }: Week, weeks: number, change: object = {}, more: object = {}): Promise<Run> {
  const domain = { ...(loans as unknown as Domain), sample: () => raw, ...change } as Weekly;
  const settings = { ...settingsOf(keys), weeks, ...more };
  const general = { kind: 'loans', name: 'weeks', file: 'weeks.yaml', expect: {}, overrides: [], text: '' };
  const scenario: Scenario = { ...general, settings, place: () => ({ file: 'weeks.yaml' }) };
  return runWeeks(scenario, domain);
}

const settled = (keys: Keys): Keys => {
  const rules = keys.rules as Record<string, unknown> | undefined;
  const capacity = rules?.capacity;
  if (capacity === false) return keys;
  return { ...keys, rules: { ...rules, capacity: { ...(capacity as object), empty_week: 'default' } } };
};

/** One car a week for three partners who all want it. */
const FEW: Week = {
  raw: [
    rawOf('vehicles', [{ vin: 'V1', make: 'Toyota', model: 'Camry', office: 'LA' }]),
    rawOf(
      'media_partners',
      times(3, (i) => ({ person_id: `${i + 1}`, name: `P${i + 1}`, office: 'LA' })),
    ),
    rawOf(
      'approved_makes',
      times(3, (i) => ({ person_id: `${i + 1}`, make: 'Toyota', rank: ['A+', 'A', 'B'][i]! })),
    ),
    rawOf('ops_capacity_calendar', []),
    rawOf('budgets', [{ office: 'LA', fleet: 'TOYOTA', year: '2025', quarter: 'Q3', budget_amount: '400' }]),
  ],
  keys: { start_days: ['mon'], rules: { budgets: { default_cost: 300 } } },
};

describe('many weeks', () => {
  it('go on from week to week: the cooldown sends the car to another partner', async () => {
    const { tables, metrics, weeks } = await run(FEW, 3);
    const column = (name: string) => tables.assignments!.columns.findIndex((each) => each.name === name);
    expect(tables.assignments!.rows.map((row) => [row[column('start_day')], row[column('person_id')]])).toEqual([
      ['2025-09-22', '1'],
      ['2025-09-29', '2'],
      ['2025-10-06', '3'],
    ]);
    expect(metrics).toMatchObject({ assignments: 3, partners_assigned: 3, weeks: 3, weeks_optimal: 3 });
    expect(weeks!.map((week) => [week.from, week.objective.net_score])).toEqual([
      ['2025-09-22', 1100],
      // A second loan in the third quarter: 200 dollars over budget.
      ['2025-09-29', 800 - 600],
      ['2025-10-06', 500],
    ]);
  });

  it('net together what the weeks net one by one, and are never called optimal', async () => {
    const { status, objective } = await run(FEW, 3);
    expect({ status, net: objective.net_score, bound: objective.bound }).toEqual({
      status: 'feasible',
      net: 1100 + 200 + 500,
      bound: undefined,
    });
  });

  it('spend a budget once: the second week has what the first one left', async () => {
    const week = {
      ...FEW,
      keys: {
        ...FEW.keys,
        week: '2025-09-15',
        rules: { cooldown: false, budgets: { default_cost: 300, mode: 'hard' } },
      },
    };
    const { weeks, tables } = await run(week, 2);
    expect(weeks!.map(({ metrics }) => metrics.assignments)).toEqual([1, 0]);
    expect(tables.spending!.rows.map((row) => row[6])).toEqual([30_000, 30_000]);
  });

  it('pass every level of their audit on random small instances', async () => {
    const failed: unknown[] = [];
    let loansIn = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { raw, keys } = randomWeek(seed);
      const one = await run({ raw, keys: settled(keys) }, 3);
      loansIn += one.metrics.assignments ?? 0;
      if (!one.audit.passed) failed.push([seed, one.audit.levels.filter((level) => !level.passed)]);
    }
    expect(failed).toEqual([]);
    expect(loansIn).toBeGreaterThan(50);
  });

  it.each([
    ['forgets that cars are out', 'current_activity'],
    ['forgets what was lent', 'loan_history'],
    ['forgets what was spent', 'budgets'],
  ] as const)('fail their audit where the next week %s', async (_, table) => {
    const forgetful = (settings: never, tables: Tables, schedule: never) => {
      const after = loans.next!(settings, tables, schedule);
      return { ...after, tables: { ...after.tables, [table]: tables[table]! } };
    };
    const keys = { rules: { budgets: { default_cost: 300 }, availability: { min_days: 10 } } };
    const { audit } = await run({ ...FEW, keys: { ...keys, week: '2025-09-15' } }, 2, { next: forgetful });
    expect(audit.passed).toBe(false);
  });

  it('refuse at once where the calendar ends too early, naming the week', async () => {
    const calendar = rawOf('ops_capacity_calendar', [{ office: 'LA', date: '2025-09-22', slots: '1' }]);
    const raw = FEW.raw.map((table) => (table.name === calendar.name ? calendar : table));
    const opened: string[] = [];
    const open = (...args: Parameters<Domain['open']>) => {
      opened.push('opened');
      return (loans as unknown as Domain).open(...args);
    };
    await expect(run({ ...FEW, raw }, 3, { open })).rejects.toThrow(
      'week 2 of 3: ops_capacity_calendar has no row for LA in the week of 2025-09-29',
    );
    expect(opened).toEqual([]);
  });

  it('refuse pins, which speak of one week', async () => {
    await expect(run(FEW, 2, {}, { pins: [{ vin: 'V1' }] })).rejects.toThrow(Refusal);
  });

  it('say of a setting once what holds for all weeks, and of a later week what is its own', async () => {
    const { notes } = await run(FEW, 3);
    expect(notes.filter((note) => note.startsWith('no loan_history'))).toHaveLength(1);
    expect(notes[0]).toBe(
      'each of the 3 weeks is planned upon the ones before it; planned together, they might net more',
    );
  });
});
