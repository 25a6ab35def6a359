import { describe, expect, it } from 'vitest';
import { audited, type Given, records } from './audit-fixture.ts';

describe('budgets', () => {
  const one = { vehicles: [{}, {}], partners: [{}], approved: [{}] };
  const rules = (budgets: object = {}) => ({ rules: { fairness: false, budgets } });
  const bucket = (given: Given, budgets: object, ...loans: string[]) => {
    const { objective, tables, violations } = audited({ ...one, ...given }, rules(budgets), ...loans);
    return { penalty: objective.budget_penalty, buckets: records(tables.budgets!), violations };
  };

  it('B1: spend within what remains costs nothing', () => {
    const { penalty, buckets } = bucket({ budgets: [{ budget_amount: 500000, amount_used: 400000 }] }, {}, 'V1 P1 22');
    expect(penalty).toBe(0);
    expect(buckets).toEqual([
      {
        office: 'LA',
        fleet: 'TOYOTA',
        year: 2025,
        quarter: 'Q3',
        budget_amount: 500000,
        amount_used: 400000,
        remaining_before: 100000,
        planned: 100000,
        remaining_after: 0,
        over_budget: 0,
        penalty: 0,
        status: 'within',
      },
    ]);
  });

  it('B2: each dollar over costs three points', () => {
    const { penalty, buckets } = bucket({ budgets: [{ budget_amount: 100000, amount_used: 50000 }] }, {}, 'V1 P1 22');
    expect(penalty).toBe(1500);
    expect(buckets).toMatchObject([{ over_budget: 50000, remaining_after: -50000, penalty: 1500, status: 'over' }]);
  });

  it('B3: a hard budget is broken by the same loan', () => {
    const { penalty, violations } = bucket(
      { budgets: [{ budget_amount: 100000, amount_used: 50000 }] },
      { mode: 'hard' },
      'V1 P1 22',
    );
    expect(penalty).toBe(0);
    expect(violations).toEqual([
      { rule: 'budgets', entity: 'TOYOTA', text: 'TOYOTA Q3 2025: $1000.00 planned, $500.00 left, $500.00 over' },
    ]);
  });

  it('B4: an empty amount used is nothing used', () => {
    const { penalty, buckets } = bucket({ budgets: [{ budget_amount: 200000, amount_used: null }] }, {}, 'V1 P1 22');
    expect(penalty).toBe(0);
    expect(buckets).toMatchObject([{ amount_used: 0, remaining_before: 200000, remaining_after: 100000 }]);
  });

  it('B5: where all is spent already only new spend is charged', () => {
    const { penalty } = bucket(
      { budgets: [{ budget_amount: 100000, amount_used: 200000 }] },
      { cost: { Toyota: 300 } },
      'V1 P1 22',
    );
    expect(penalty).toBe(900);
  });

  it('B6: a week over two quarters charges each loan to the quarter of its start', () => {
    const { tables, objective } = audited(
      {
        ...one,
        budgets: [
          { budget_amount: 100000 },
          { quarter: 'Q4', budget_amount: 200000 },
          { quarter: 'Q2', budget_amount: 1 },
        ],
      },
      { week: '2025-09-29', ...rules({ cost: { Toyota: 500 } }) },
      'V1 P1 30',
      'V2 P1 2025-10-01',
    );
    expect(objective.budget_penalty).toBe(0);
    expect(records(tables.budgets!)).toMatchObject([
      { quarter: 'Q3', planned: 50000, remaining_after: 50000 },
      { quarter: 'Q4', planned: 50000, remaining_after: 150000 },
    ]);
  });

  it('leaves a fleet without budget free, or gives it nothing', () => {
    expect(bucket({}, {}, 'V1 P1 22')).toMatchObject({
      penalty: 0,
      buckets: [{ remaining_before: null, over_budget: 0, status: 'no budget' }],
    });
    expect(bucket({}, { missing: 'enforce' }, 'V1 P1 22')).toMatchObject({
      penalty: 3000,
      buckets: [{ budget_amount: null, remaining_before: 0, status: 'over' }],
    });
  });

  it('adds up two spellings of one fleet and takes an empty amount for nothing', () => {
    const budgets = [
      { fleet: 'Land Rover', budget_amount: 30000 },
      { fleet: 'LAND-ROVER', budget_amount: 20000, amount_used: 10000 },
      { fleet: 'AUDI' },
    ];
    const { buckets } = bucket(
      { budgets, vehicles: [{ make: 'Land Rover' }], approved: [{ make: 'Land Rover' }] },
      {},
      'V1 P1 22',
    );
    expect(buckets).toMatchObject([
      { fleet: 'LANDROVER', budget_amount: 50000, remaining_before: 40000, over_budget: 60000 },
      { fleet: 'AUDI', budget_amount: null, amount_used: 0, remaining_before: 0, status: 'nothing left' },
    ]);
  });

  it('prices cents and fractions of a point exactly', () => {
    const { penalty } = bucket(
      { budgets: [{ budget_amount: 0 }] },
      { points_per_dollar: 0.07, cost: { Toyota: 333.33 } },
      'V1 P1 22',
    );
    expect(penalty).toBe(23.3331);
  });

  it('is not fooled by a make named like a property of every object', () => {
    const { buckets } = bucket(
      { vehicles: [{ make: 'constructor' }], approved: [{ make: 'constructor' }] },
      {},
      'V1 P1 22',
    );
    expect(buckets).toMatchObject([{ fleet: 'CONSTRUCTOR', planned: 100000 }]);
  });
});
