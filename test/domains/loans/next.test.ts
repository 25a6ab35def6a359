import { describe, expect, it } from 'vitest';
import { capsOf } from '../../../src/domains/loans/ledgers/caps.ts';
import type { LoansTables } from '../../../src/domains/loans/tables.ts';
import { next } from '../../../src/domains/loans/weeks/next.ts';
import { type Given, scheduleOf, settingsOf, tablesOf } from './audit-fixture.ts';
import { openLoans, smallWorld } from './small-world.ts';

const GIVEN: Given = {
  vehicles: [{ vin: 'V1' }, { vin: 'V2', make: 'Volvo', model: 'EX30' }],
  partners: [{ person_id: 'P1' }, { person_id: 'P2' }],
  approved: [{ person_id: 'P1' }, { person_id: 'P2', make: 'Volvo' }],
  history: [{ activity_id: 'Z1', end_date: '2025-08-01' }],
  budgets: [
    { budget_amount: 100_000, amount_used: 10_000 },
    { quarter: 'Q4', budget_amount: 50_000 },
  ],
};
const COSTS = { rules: { budgets: { default_cost: 400 } } };

function weekAfter(schedule: readonly string[], keys: Readonly<Record<string, unknown>> = COSTS, given = GIVEN) {
  return next(settingsOf(keys), tablesOf(given), scheduleOf(...schedule));
}

describe('the week after a week of loans', () => {
  it('begins seven days later, with one week fewer to come', () => {
    const settings = { ...settingsOf(COSTS), weeks: 3 };
    const { settings: moved } = next(settings, tablesOf(GIVEN), []);
    expect(moved).toMatchObject({ week: '2025-09-29', weeks: 2 });
  });

  it('has each car occupied for min_days days from its start day', () => {
    const { tables } = weekAfter(['V1 P1 23'], { rules: { availability: { min_days: 5 } } });
    expect(tables.current_activity.rows).toMatchObject([
      { vin: 'V1', person_id: 'P1', start_date: '2025-09-23', end_date: '2025-09-27' },
    ]);
  });

  it('has each loan in the history with its last day, whatever is published unknown', () => {
    const { tables } = weekAfter(['V2 P2 22']);
    expect(tables.loan_history.rows.find(({ vin }) => vin === 'V2')).toMatchObject({
      ...{ person_id: 'P2', make: 'Volvo', model: 'EX30', start_date: '2025-09-22', end_date: '2025-09-28' },
      clips_received: null,
    });
  });

  it('keeps the rows of a table in the order of their key', () => {
    const { tables } = weekAfter(['V2 P2 22', 'V1 P1 22']);
    const ids = tables.loan_history.rows.map((row) => row.activity_id);
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(3);
  });

  it('counts a loan that is still out under its cap, once and never twice', () => {
    const rules = [{ loan_cap_per_year: 5 }];
    const remaining = (schedule: readonly string[], weeks: number) => {
      let { settings, tables } = weekAfter(schedule, COSTS, { ...GIVEN, rules });
      for (let week = 1; week < weeks; week++) {
        ({ settings, tables } = next(settings, tables, []));
      }
      const { world } = smallWorld({ ...GIVEN, rules });
      expect(capsOf(12, world).remaining[0]).toBe(4);
      return loansLeft(settings, tables);
    };
    // Thursday to Wednesday of the next week: out on the next Monday, history on the one after it.
    expect(remaining(['V1 P1 25'], 1)).toBe(3);
    expect(remaining(['V1 P1 25'], 2)).toBe(3);
    expect(remaining([], 1)).toBe(4);
  });

  it('takes the cost from the budget of the quarter in which the loan starts', () => {
    const { tables } = weekAfter(['V1 P1 22'], COSTS);
    expect(tables.budgets.rows.map((row) => row.amount_used)).toEqual([50_000, null]);
    const later = weekAfter(['V1 P1 2025-10-01'], { ...COSTS, week: '2025-09-29' });
    expect(later.tables.budgets.rows.map((row) => row.amount_used)).toEqual([10_000, 40_000]);
  });

  it('makes no budget where there was none', () => {
    expect(weekAfter(['V2 P2 22']).tables.budgets.rows.map((row) => row.fleet)).toEqual(['TOYOTA', 'TOYOTA']);
  });

  it('changes nothing that it was given', () => {
    const tables = tablesOf(GIVEN);
    const before = JSON.stringify(tables);
    next(settingsOf(COSTS), tables, scheduleOf('V1 P1 22'));
    expect(JSON.stringify(tables)).toBe(before);
  });

  it('refuses a week that the calendar does not reach, unless empty weeks have the default', () => {
    const given = { ...GIVEN, calendar: [{ date: '2025-09-22', slots: 3 }] };
    expect(() => weekAfter([], COSTS, given)).toThrow('no row for LA in the week of 2025-09-29');
    const settled = { rules: { capacity: { empty_week: 'default' } } };
    expect(weekAfter([], settled, given).settings.week).toBe('2025-09-29');
  });

  it('drops the overrides of days that are past', () => {
    const override = { '2025-09-23': { slots: 1 }, '2025-10-02': { slots: 2 } };
    const { settings } = weekAfter([], { rules: { capacity: { override } } });
    expect(Object.keys((settings.rules.capacity as { override: object }).override)).toEqual(['2025-10-02']);
  });
});

/** Loans that P1 may still have of a Toyota, as the model states it. */
function loansLeft(settings: ReturnType<typeof settingsOf>, tables: LoansTables): number {
  const { model } = openLoans(settings, tables);
  return model.limits.find(({ rule }) => rule === 'tier_caps')!.over![0]!.at[0]!;
}
