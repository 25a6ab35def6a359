import { describe, expect, it } from 'vitest';
import { auditLoansWeeks } from '../../../src/domains/loans/audit/weeks/audit.ts';
import { besidePast } from '../../../src/domains/loans/audit/weeks/beside.ts';
import type { LoansTables } from '../../../src/domains/loans/tables.ts';
import { past } from '../../../src/domains/loans/weeks/past.ts';
import { type Given, records, scheduleOf, settingsOf, tablesOf } from './audit-fixture.ts';

const settings = { ...settingsOf({ week: '2025-09-15', backtest: true }), weeks: 2 };
const loan = (activity_id: string, start_date: string, end_date: string | null, more: object = {}) => ({
  ...{ activity_id, vin: 'V1', person_id: 'P1', make: 'Toyota', model: 'Camry', start_date, end_date, ...more },
});
const given: Given = {
  vehicles: [{}, {}],
  partners: [{}, {}],
  approved: [{ person_id: 'P1' }, { person_id: 'P2' }],
  history: [
    loan('before', '2025-08-01', '2025-08-07'),
    loan('out', '2025-09-10', '2025-09-16'),
    loan('first', '2025-09-17', '2025-09-23'),
    loan('gone', '2025-09-18', '2025-09-24', { vin: 'SOLD', office: 'LA' }),
  ],
  activity: [
    {
      activity_id: 'now',
      vin: 'V2',
      person_id: 'P2',
      activity_type: 'Loan - LSM',
      start_date: '2025-09-24',
      end_date: '2025-09-30',
    },
    {
      activity_id: 'workshop',
      vin: 'V2',
      person_id: null,
      activity_type: 'Service',
      start_date: '2025-09-16',
      end_date: '2025-09-17',
    },
  ],
  budgets: [{ fleet: 'TOYOTA', year: 2025, quarter: 'Q3', budget_amount: 500_000, amount_used: 250_000 }],
};

describe('the tables as they stood before the first week', () => {
  const { tables, schedule, notes } = past(settings, tablesOf(given));
  const then = tables as unknown as LoansTables;

  it('have no loan of these weeks: those are the schedule that was made', () => {
    expect(schedule).toEqual(scheduleOf('V1 P1 17', 'V2 P2 24'));
    expect(then.loan_history.rows.map(({ activity_id }) => activity_id)).toEqual(['before']);
  });

  it('have the loans that were out on the Monday, and bookings that are no loans', () => {
    expect(then.current_activity.rows.map(({ activity_id, end_date }) => [activity_id, end_date])).toEqual([
      ['workshop', '2025-09-17'],
      ['out', '2025-09-16'],
    ]);
  });

  it('have the money that these loans cost: two of $1,000', () => {
    expect(then.budgets.rows.map(({ amount_used }) => amount_used)).toEqual([50_000]);
  });

  it('have the money of the company, too', () => {
    const company = [
      { budget_amount: 500_000, amount_used: 250_000 },
      { fleet: 'Toyota', amount_used: 50_000 },
    ];
    const { tables: own } = past(settings, tablesOf({ ...given, company }));
    const { rows } = (own as unknown as LoansTables).company_budgets;
    // Of the second only $500 were ever booked.
    expect(rows.map(({ amount_used }) => amount_used)).toEqual([50_000, 0]);
  });

  it('tell of loans of cars that are no longer there', () => {
    expect(notes).toEqual(['1 loan of these weeks is of a car that vehicles does not have any more: left out']);
  });
});

describe('the weeks as they were, beside policy', () => {
  const tables = past(settings, tablesOf({ ...given, rules: [{ make: 'Toyota', rank: 'A', loan_cap_per_year: 2 }] }))
    .tables as unknown as LoansTables;
  // Two loans of P1 before these weeks: "before", and "out" as a booking. A third is over the cap of two.
  const was = scheduleOf('V1 P1 17', 'V2 P1 24');
  const planned = scheduleOf('V1 P2 17');
  const audited = (schedule: typeof was) => ({ schedule, ...auditLoansWeeks(settings, tables, schedule) });
  const { months, quarters, broken } = besidePast(settings, tables, audited(was), audited(planned));

  it('count loans, partners and caps by month', () => {
    expect(records(months!)).toMatchObject([
      { month: '2025-09', who: 'as it was', loans: 2, partners: 1, gini_eligible: 0.5, top_fifth: 1 },
      { month: '2025-09', who: 'by policy', loans: 1, partners: 1, gini_eligible: 0.5, top_fifth: 1, over_caps: 0 },
    ]);
    expect(records(months!)[0]!.over_caps).toBe(1);
  });

  it('count money by quarter', () => {
    expect(records(quarters!)).toMatchObject([
      { quarter: 'Q3 2025', who: 'as it was', spent: 200_000, over_budget: 0 },
      { quarter: 'Q3 2025', who: 'by policy', spent: 100_000, over_budget: 0 },
    ]);
  });

  it('count what breaks a rule that forbids', () => {
    expect(records(broken!).find(({ rule }) => rule === 'availability')).toBeUndefined();
    expect(records(broken!).every(({ by_policy }) => by_policy === 0)).toBe(true);
  });
});
