import { z } from 'zod';
import type { Limits } from '../../../kernel/model.ts';
import { onByDefault, type RuleOf } from './rule.ts';

const dollars = () => z.number().min(0).max(1_000_000).multipleOf(0.01);

const parameters = onByDefault({
  mode: z.enum(['soft', 'hard', 'off']).default('soft').describe('soft: charged; hard: forbidden; off: not counted'),
  points_per_dollar: z
    .number()
    .min(0)
    .max(1000)
    .multipleOf(0.01)
    .default(3)
    .describe('for each dollar over')
    .meta({ unit: 'points per dollar' }),
  missing: z
    .enum(['allow', 'enforce'])
    .default('allow')
    .describe('a fleet without a budget row: no limit, or nothing to spend'),
  default_cost: dollars()
    .default(1000)
    .describe('cost of a loan of a make that `cost` does not name')
    .meta({ unit: 'dollars' }),
  cost: z.record(z.string(), dollars()).default({}).describe('cost of a loan by make').meta({ unit: 'dollars' }),
});

/** Money of a fleet in a quarter. Buckets, fleets and costs are worked out in `../money.ts`. */
export const budgets: RuleOf<typeof parameters> = {
  name: 'budgets',
  title: 'Budgets',
  section: 'rules',
  meaning:
    'Each fleet has money for each quarter; a loan is charged in full to the quarter of its start day. Money beyond what remains costs points, or is forbidden.',
  formula:
    'points_per_dollar * max(0, planned - remaining); remaining = max(0, budget_amount - amount_used); planned = sum of the costs of the chosen loans of the fleet and quarter',
  parameters,
  limits: ({ settings, money }, candidates, unit): readonly Limits[] => {
    const rule = settings.rules.budgets;
    if (rule === false || rule.mode === 'off') return [];
    const at = Float64Array.from(money.buckets, (bucket) => bucket.remaining);
    const price = Math.round((rule.points_per_dollar * unit) / 100);
    const name = (group: number) => {
      const bucket = money.buckets[group]!;
      return `${bucket.fleet} ${bucket.quarter} ${bucket.year}`;
    };
    return [
      {
        rule: 'budgets',
        groups: money.buckets.length,
        members: money.spending(candidates),
        ...(rule.mode === 'hard' ? { most: at } : { over: [{ at, price }] }),
        label: name,
        more: (group) => `one more dollar for ${name(group)}`,
        per: 100,
        priced: { step: 1000, text: (group) => `1,000 dollars more for ${name(group)}` },
      },
    ];
  },
};
