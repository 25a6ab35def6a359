import { describe, expect, it } from 'vitest';
import { type BudgetsRule, costOfMake, fleetOf, moneyOf } from '../../../../src/domains/loans/ledgers/money.ts';
import { quarterOf } from '../../../../src/tables/dates.ts';
import { type Given, times } from '../audit-fixture.ts';
import { best, type Triple } from '../cases.ts';
import { opened, smallWorld } from '../small-world.ts';

const one: Given = { vehicles: [{}], partners: [{}], approved: [{}] };
const ruleOf = (budgets: object): BudgetsRule => {
  const { budgets: rule } = smallWorld(one, { rules: { budgets } }).settings.rules;
  if (rule === false) throw new Error('the rule is off');
  return rule;
};
const money = (given: Given, budgets: object = {}, keys: object = {}) =>
  moneyOf(ruleOf(budgets), smallWorld({ ...one, ...given }, { ...keys, rules: { budgets } }).world);

describe('names of fleets', () => {
  it.each([
    ['Toyota', 'TOYOTA'],
    ['  toyota ', 'TOYOTA'],
    ['Mercedes-Benz', 'MERCEDES-BENZ'],
    ['Mercedes Benz', 'MERCEDES-BENZ'],
    ['Mercedes', 'MERCEDES-BENZ'],
    ['Rolls-Royce', 'ROLLS-ROYCE'],
    ['Rolls Royce', 'ROLLS-ROYCE'],
    ['Land Rover', 'LANDROVER'],
    ['land-rover', 'LANDROVER'],
    ['Alfa Romeo', 'ALFAROMEO'],
    ['Alfa_Romeo', 'ALFAROMEO'],
    ['Chevy', 'CHEVROLET'],
    ['VW', 'VOLKSWAGEN'],
    ['Infiniti', 'INFINITY'],
    ['Lexus', 'LEXUS'],
    ['', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('%s is %s', (name, fleet) => {
    expect(fleetOf(name)).toBe(fleet);
  });
});

it.each([
  ['Q1', '2025-01-15', '2025-03-31'],
  ['Q2', '2025-04-01', '2025-06-30'],
  ['Q3', '2025-07-01', '2025-09-22'],
  ['Q4', '2025-10-01', '2025-12-31'],
])('%s holds %s and %s', (quarter, first, last) => {
  expect([quarterOf(first), quarterOf(last)]).toEqual(times(2, () => ({ year: 2025, quarter })));
});

describe('buckets', () => {
  it('add up the rows of a fleet, however it is spelled', () => {
    const budgets = [
      { fleet: 'TOYOTA', budget_amount: 1000, amount_used: 300 },
      { fleet: 'Toyota ', budget_amount: 500, amount_used: null },
    ];
    expect(money({ budgets }).buckets).toEqual([
      { office: 'LA', fleet: 'TOYOTA', year: 2025, quarter: 'Q3', remaining: 1200 },
    ]);
  });

  it('hold nothing where the amount is empty or overspent', () => {
    expect(money({ budgets: [{ budget_amount: null }] }).buckets[0]?.remaining).toBe(0);
    expect(money({ budgets: [{ budget_amount: 100, amount_used: 200 }] }).buckets[0]?.remaining).toBe(0);
  });

  it('are those of the office in the quarters of the week', () => {
    const budgets = [
      { office: 'SF', budget_amount: 1 },
      { quarter: 'Q4' as const, budget_amount: 2 },
      { year: 2024, budget_amount: 3 },
    ];
    expect(money({ budgets }).buckets).toEqual([]);
    const straddling = money({ budgets }, {}, { week: '2025-09-29' }).buckets;
    expect(straddling.map(({ quarter, remaining }) => [quarter, remaining])).toEqual([['Q4', 2]]);
  });

  it('a week over New Year has the quarters of both years', () => {
    const budgets = [
      { year: 2025, quarter: 'Q4' as const, budget_amount: 4 },
      { year: 2026, quarter: 'Q1' as const, budget_amount: 1 },
    ];
    expect(money({ budgets }, {}, { week: '2025-12-29' }).buckets.map(({ year }) => year)).toEqual([2025, 2026]);
  });

  it('missing: enforce gives a fleet without a row nothing to spend', () => {
    expect(money({}, { missing: 'enforce' }).buckets).toEqual([
      { office: 'LA', fleet: 'TOYOTA', year: 2025, quarter: 'Q3', remaining: 0 },
    ]);
  });
});

describe('costs and prices', () => {
  it('a make costs what the scenario says, in cents, as it is spelled', () => {
    const rule = ruleOf({ cost: { Toyota: 279.99 }, default_cost: 400 });
    expect(['Toyota', 'TOYOTA', 'constructor'].map((make) => costOfMake(rule, make))).toEqual([27_999, 40_000, 40_000]);
  });

  it.each([
    [3, 100],
    [0.5, 1000],
    [0.37, 10_000],
    [100, 1],
  ])('%d points a dollar price a cent as a whole number of units: %i to a point', (points_per_dollar, unit) => {
    expect(opened(one, { rules: { budgets: { points_per_dollar } } }).model.unit).toBe(unit);
  });

  it('fractions of a dollar over are charged exactly', async () => {
    const outcome = await best({
      triples: [['V1', 'P1', 22, 'Toyota', 'A', 1000]],
      given: { budgets: [{ budget_amount: 10_000, amount_used: 0 }] },
      rules: { budgets: { points_per_dollar: 0.37, cost: { Toyota: 333.33 } } },
    });
    expect(outcome).toMatchObject({ budgetPenalty: 86.3321, net: 913.6679 });
  });
});

describe('modes', () => {
  const at = (budgets: object | false) =>
    best({
      triples: times(2, (i): Triple => [`V${i}`, 'P1', 22, 'Toyota', 'A', 900 + i]),
      given: { budgets: [{ budget_amount: 150_000, amount_used: 0 }] },
      rules: { budgets },
    });

  it('soft: the second loan costs more than it is worth, or less', async () => {
    expect(await at({ points_per_dollar: 3 })).toMatchObject({ vins: ['V1'], net: 901 });
    expect(await at({ points_per_dollar: 1 })).toMatchObject({ counts: [2], budgetPenalty: 500, net: 1301 });
  });

  it('hard: what is left must be enough', async () => {
    expect(await at({ mode: 'hard', points_per_dollar: 0 })).toMatchObject({ vins: ['V1'], net: 901 });
  });

  it.each([[{ mode: 'off' }], [false]])('%o: money is no object', async (off) => {
    expect(await at(off as object | false)).toMatchObject({ counts: [2], budgetPenalty: 0, net: 1801 });
  });

  it('hard and enforced, a fleet without a row lends nothing', async () => {
    const triples: readonly Triple[] = [['V1', 'P1', 22, 'Honda', 'A', 900]];
    const missing = (how: string) => best({ triples, rules: { budgets: { mode: 'hard', missing: how } } });
    expect((await missing('enforce')).vins).toEqual([]);
    expect((await missing('allow')).vins).toEqual(['V1']);
  });
});
