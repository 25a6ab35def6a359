import { describe, expect, it } from 'vitest';
import { limitsOf } from '../rule-case.ts';

/** Two Toyotas for $700 each, and a Honda for $1,000; Toyota has $1,000 and has spent $250 of it. Money is in cents. */
const given = {
  vehicles: [{}, {}, { make: 'Honda', model: 'Civic' }],
  partners: [{}],
  approved: [{}, { make: 'Honda' }],
  budgets: [{ budget_amount: 100_000, amount_used: 25_000 }],
};
const cost = { Toyota: 700 };

describe('budgets', () => {
  it('charge 3 points for a dollar beyond what is left, in cents: 0.03 for each', () => {
    expect(limitsOf('budgets', { given, rules: { budgets: { cost } } })).toMatchInlineSnapshot(`
      "100 objective units make one point
      maximise 70000 x1 + 70000 x2 + 70000 x3 less the penalties of budgets
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Toyota Camry (V2) to Partner 1 from 2025-09-22
      x3: Honda Civic (V3) to Partner 1 from 2025-09-22
      budgets, TOYOTA Q3 2025: 3 for each of 70000 x1 + 70000 x2 above 75000"
    `);
  });

  it('hard, forbid it; a fleet without a row has nothing where missing rows are enforced', () => {
    const budgets = { cost, mode: 'hard', missing: 'enforce' };
    expect(limitsOf('budgets', { given, rules: { budgets } })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3
      x1: Toyota Camry (V1) to Partner 1 from 2025-09-22
      x2: Toyota Camry (V2) to Partner 1 from 2025-09-22
      x3: Honda Civic (V3) to Partner 1 from 2025-09-22
      budgets, HONDA Q3 2025: 100000 x3 <= 0
      budgets, TOYOTA Q3 2025: 70000 x1 + 70000 x2 <= 75000"
    `);
  });

  it('refuse a cost for a make that only its spelling keeps from being one of the tables', () => {
    const costing = (make: string) => limitsOf('budgets', { given, rules: { budgets: { cost: { [make]: 700 } } } });
    for (const make of ['TOYOTA', ' toyota', 'Toyota\u200b'])
      expect(() => costing(make)).toThrow(
        expect.objectContaining({
          problems: [
            {
              path: ['rules', 'budgets', 'cost', make],
              message: `rules.budgets.cost: no table knows the make "${make}", and "Toyota" differs from it by its spelling alone`,
              maybe: 'Maybe you meant "Toyota".',
            },
          ],
        }),
      );
    expect(() => costing('Kia')).not.toThrow();
  });
});
