import { describe, expect, it } from 'vitest';
import type { BudgetRow } from '../../../../src/domains/loans/tables.ts';
import { records, times } from '../audit-fixture.ts';
import { best, type Triple } from '../cases.ts';

const dollars = (amount: number) => amount * 100;

/** A budget of Toyota for the quarter, in dollars. */
const budget = (amount: number, used: number | null, quarter: BudgetRow['quarter'] = 'Q3') => ({
  quarter,
  budget_amount: dollars(amount),
  amount_used: used === null ? null : dollars(used),
});

const rules = (cost: number, mode = 'soft') => ({
  budgets: { mode, points_per_dollar: 3, cost: { Toyota: cost, Honda: cost } },
});

/** One Toyota loan on Monday. */
const one = (score: number, of: ReturnType<typeof budget>, cost: number, mode?: string) =>
  best({
    triples: [['V1', 'P001', 22, 'Toyota', 'A', score]],
    slots: { 22: 1 },
    given: { budgets: [of] },
    rules: rules(cost, mode),
  });

describe('budgets', () => {
  it('B1 stays within the budget', async () => {
    const outcome = await best({
      triples: ['V1', 'V2'].map((vin): Triple => [vin, 'P001', 22, 'Toyota', 'A', 1000]),
      slots: { 22: 1 },
      given: { budgets: [budget(5000, 4000)] },
      rules: rules(1000),
    });
    expect(outcome).toMatchObject({ counts: [1], raw: 1000, budgetPenalty: 0, net: 1000 });
  });

  it('B2 goes over it for a price', async () => {
    const outcome = await one(2000, budget(1000, 500), 1000);
    expect(outcome).toMatchObject({ vins: ['V1'], raw: 2000, budgetPenalty: 1500, net: 500 });
    expect(records(outcome.audit.tables.budgets!)).toMatchObject([
      { over_budget: dollars(500), remaining_after: dollars(-500), penalty: 1500 },
    ]);
  });

  it('B3 does not where it is hard, and that is an optimum', async () => {
    expect(await one(2000, budget(1000, 500), 1000, 'hard')).toMatchObject({ status: 'optimal', loans: [], net: 0 });
  });

  it('B4 takes an empty amount used for nothing', async () => {
    const outcome = await one(1000, budget(2000, null), 1000);
    expect(outcome).toMatchObject({ vins: ['V1'], budgetPenalty: 0, net: 1000 });
    expect(records(outcome.audit.tables.budgets!)).toMatchObject([
      { remaining_before: dollars(2000), remaining_after: dollars(1000) },
    ]);
  });

  it('B5 charges only new spend where all is spent already', async () => {
    const outcome = await one(1000, budget(1000, 2000), 300);
    expect(outcome).toMatchObject({ vins: ['V1'], budgetPenalty: 900, net: 100 });
    expect(records(outcome.audit.tables.budgets!)).toMatchObject([{ remaining_before: 0, over_budget: dollars(300) }]);
  });

  it('B6 charges each loan to the quarter of its start day', async () => {
    const outcome = await best({
      week: '2025-09-29',
      triples: [
        ['V1', 'P001', '2025-09-30', 'Toyota', 'A', 1000],
        ['V2', 'P001', '2025-10-01', 'Toyota', 'A', 1000],
      ],
      slots: { '2025-09-30': 1, '2025-10-01': 1 },
      given: { budgets: [budget(1000, 0, 'Q3'), budget(2000, 0, 'Q4')] },
      rules: rules(500),
    });
    expect(outcome).toMatchObject({ vins: ['V1', 'V2'], raw: 2000, budgetPenalty: 0, net: 2000 });
    expect(records(outcome.audit.tables.budgets!)).toMatchObject([
      { quarter: 'Q3', year: 2025, planned: dollars(500), remaining_after: dollars(500) },
      { quarter: 'Q4', year: 2025, planned: dollars(500), remaining_after: dollars(1500) },
    ]);
  });

  it.each(['soft', 'hard'])('spends each fleet to its last loan, %s', async (mode) => {
    const outcome = await best({
      triples: [
        ...times(3, (i): Triple => [`V${i}`, 'P001', 22, 'Toyota', 'A', 1000]),
        ...times(3, (i): Triple => [`V${i + 3}`, 'P002', 22, 'Honda', 'A', 900]),
      ],
      slots: { 22: 6 },
      given: { budgets: [budget(5000, 3000), { ...budget(10_000, 0), fleet: 'HONDA' }] },
      rules: rules(1000, mode),
    });
    expect(outcome).toMatchObject({ raw: 4700, budgetPenalty: 0, net: 4700, counts: [3, 2] });
    expect(outcome.vins.slice(-3)).toEqual(['V3', 'V4', 'V5']);
  });
});
