import { describe, expect, it } from 'vitest';
import { auditLoansWeeks } from '../../../src/domains/loans/audit/weeks/audit.ts';
import { auditLoans } from '../../../src/domains/loans/audit.ts';
import { type Given, records, scheduleOf, settingsOf, tablesOf } from './audit-fixture.ts';

const GIVEN: Given = {
  vehicles: [{ vin: 'V1' }, { vin: 'V2' }],
  partners: [{ person_id: 'P1' }, { person_id: 'P2' }, { person_id: 'P3' }],
  approved: [{ person_id: 'P1' }, { person_id: 'P2' }, { person_id: 'P3' }],
};
const FREE = { cooldown: false, fairness: false, budgets: false };

function audit(given: Given, rules: Readonly<Record<string, unknown>>, ...loans: readonly string[]) {
  const settings = { ...settingsOf({ rules: { ...FREE, ...rules } }), weeks: 3 };
  return auditLoansWeeks(settings, tablesOf(given), scheduleOf(...loans));
}

const broken = (...args: Parameters<typeof audit>) => audit(...args).violations.map(({ rule }) => rule);

describe('the audit of many weeks', () => {
  it('finds nothing in loans that follow each other', () => {
    expect(broken(GIVEN, {}, 'V1 P1 22', 'V1 P2 29', 'V2 P1 2025-10-06')).toEqual([]);
  });

  it('finds a car with two partners at a time, across the weeks', () => {
    expect(broken(GIVEN, {}, 'V1 P1 26', 'V1 P2 29')).toEqual(['car_twice', 'availability']);
  });

  it('takes the last day of a loan as occupied', () => {
    expect(broken(GIVEN, {}, 'V1 P1 23', 'V1 P2 29')).toContain('car_twice');
    expect(broken(GIVEN, {}, 'V1 P1 23', 'V1 P2 30')).toEqual([]);
  });

  it('finds a loan that is in none of the weeks', () => {
    expect(broken(GIVEN, {}, 'V1 P1 2025-10-13')).toEqual(['weeks']);
  });

  it('counts caps over the horizon: loans of earlier weeks, and those of the history that are still in the window', () => {
    const given = { ...GIVEN, rules: [{ loan_cap_per_year: 2 }], history: [{ end_date: '2025-09-01' }] };
    const found = audit(given, {}, 'V1 P1 22', 'V2 P1 29', 'V1 P1 2025-10-06');
    expect(found.objective.cap_penalty).toBe(1600);
    expect(found.metrics).toMatchObject({ cap_overages: 1, cap_overage_loans: 2 });
    expect(broken(given, { tier_caps: { mode: 'hard' } }, 'V1 P1 22', 'V2 P1 29')).toEqual(['tier_caps']);
  });

  it('counts a loan of the week before although it is still out', () => {
    const given = { ...GIVEN, rules: [{ loan_cap_per_year: 1 }] };
    expect(audit(given, {}, 'V1 P1 26', 'V2 P1 29').objective.cap_penalty).toBe(800);
    // Back on the Monday itself: neither missed nor counted twice.
    expect(audit(given, {}, 'V1 P1 23', 'V2 P1 29').objective.cap_penalty).toBe(800);
    expect(audit(given, {}, 'V1 P1 22', 'V2 P1 29').objective.cap_penalty).toBe(800);
  });

  it('does not count what has left the window by then', () => {
    const given = { ...GIVEN, rules: [{ loan_cap_per_year: 1 }], history: [{ end_date: '2024-09-25' }] };
    expect(audit(given, {}, 'V1 P1 22').objective.cap_penalty).toBe(800);
    expect(audit(given, {}, 'V1 P1 29').objective.cap_penalty).toBe(0);
  });

  it('adds up budgets over each quarter', () => {
    const budgets: Given['budgets'] = [{ budget_amount: 100_000 }, { quarter: 'Q4', budget_amount: 100_000 }];
    const rules = { budgets: { default_cost: 600 } };
    const loans = ['V1 P1 22', 'V1 P2 29', 'V2 P3 29', 'V1 P1 2025-10-06'] as const;
    const found = audit({ ...GIVEN, budgets }, rules, ...loans);
    expect(found.metrics).toMatchObject({ budget_planned: 2400, budget_over: 800 });
    expect(found.objective.budget_penalty).toBe(2400);
    const hard = { budgets: { default_cost: 600, mode: 'hard' } };
    expect(broken({ ...GIVEN, budgets }, hard, ...loans)).toEqual(['budgets']);
    const spending = records(found.tables.spending!).filter((row) => row.quarter === 'Q3');
    expect(spending.map((row) => [row.week, row.spent_so_far, row.share])).toEqual([
      [1, 60_000, 0.6],
      [2, 180_000, 1.8],
    ]);
  });

  it('waits for a cooldown that an earlier week began', () => {
    expect(broken(GIVEN, { cooldown: { days: 10 } }, 'V1 P1 22', 'V2 P1 29')).toEqual(['cooldown']);
    expect(broken(GIVEN, { cooldown: { days: 8 } }, 'V1 P1 22', 'V2 P1 2025-10-06')).toEqual([]);
  });

  it('prices fairness week by week, as the rule is', () => {
    const rules = { fairness: { mode: 'linear', target: 1, penalty: 200 } };
    expect(audit(GIVEN, rules, 'V1 P1 22', 'V2 P1 22', 'V1 P1 29').objective.fairness_penalty).toBe(200);
  });

  it('has totals for metrics, and tells who is never reached', () => {
    const { metrics, tables } = audit(GIVEN, {}, 'V1 P1 22', 'V1 P2 29', 'V2 P1 29');
    expect(metrics).toMatchObject({ assignments: 3, partners_assigned: 2, partners_never_reached: 1 });
    expect(metrics.capacity_slots).toBe(3 * 75);
    expect(records(tables.progress!).map((row) => [row.new_partners, row.partners_so_far, row.not_yet])).toEqual([
      [1, 1, 2],
      [1, 2, 1],
      [0, 2, 1],
    ]);
    expect(records(tables.assignments!).map((row) => [row.week, row.vin])).toEqual([
      [1, 'V1'],
      [2, 'V1'],
      [2, 'V2'],
    ]);
  });
});

it('one of many weeks counts a loan of an earlier one under the cap while history does not: until it is over', () => {
  const given = { ...GIVEN, rules: [{ loan_cap_per_year: 1 }] };
  const penalty = (end_date: string, make = 'Toyota', person_id = 'P1') => {
    const planned = { name: 'planned', file: '', present: true, rows: [{ person_id, make, end_date }] };
    const tables = { ...tablesOf(given), planned };
    return auditLoans(settingsOf({ rules: FREE }), tables, scheduleOf('V1 P1 22')).objective.cap_penalty;
  };
  expect(['2025-09-21', '2025-09-22', '2025-09-28'].map((end) => penalty(end))).toEqual([0, 800, 800]);
  expect([penalty('2025-09-28', 'Honda'), penalty('2025-09-28', 'Toyota', 'P2')]).toEqual([0, 0]);
});

describe('caps of many weeks in the table', () => {
  it('count each loan in its own window: one that has left it is neither over nor after', () => {
    const given = { ...GIVEN, rules: [{ loan_cap_per_year: 1 }], history: [{ end_date: '2024-09-25' }] };
    const [row] = records(audit(given, {}, 'V1 P1 29').tables.caps!);
    expect(row).toMatchObject({ used_before: 1, assigned: 1, used_after: 1, remaining_after: 0 });
    expect(row).toMatchObject({ overage_before: 0, overage_after: 0, delta_overage: 0, penalty: 0 });
  });

  it('are no metric where the rule is off', () => {
    const given = { ...GIVEN, rules: [{ loan_cap_per_year: 1 }] };
    const { metrics } = audit(given, { tier_caps: { mode: 'off' } }, 'V1 P1 22', 'V2 P1 29');
    expect(metrics).toMatchObject({ cap_overages: null, cap_overage_loans: null });
  });
});
