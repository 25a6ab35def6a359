import { z } from 'zod';
import { onByDefault, rule } from '../../../policy/rule.ts';
import { refuseSlips } from '../../../policy/slips.ts';
import { dollars as dollarText } from '../../../text/format.ts';
import { type Bucket, companyMoneyOf, type Money, moneyOf } from '../ledgers/money.ts';
import type { LoanAxis, World } from '../world.ts';

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

/** Money of a fleet in a quarter. Buckets, fleets and costs are worked out in `../ledgers/money.ts`. */
export const budgets = rule<typeof parameters, World, LoanAxis, Money>({
  name: 'budgets',
  title: 'Budgets',
  section: 'rules',
  meaning:
    'Each fleet of an office has money for each quarter, and so may the whole company (company_budgets); a loan is charged in full to the quarter of its start day. Money beyond what remains costs points, or is forbidden.',
  formula:
    'points_per_dollar * max(0, planned - remaining); remaining = max(0, budget_amount - amount_used); planned = sum of the costs of the chosen loans of the fleet and quarter',
  parameters,
  off: ({ mode }) => mode === 'off',
  ledger: ({ own, world }) => {
    const { vehicles, approved_makes: approvals } = world.tables;
    refuseSlips({
      path: ['rules', 'budgets', 'cost'],
      noun: 'make',
      written: Object.keys(own.cost),
      known: [...vehicles.rows, ...approvals.rows].map(({ make }) => make),
    });
    return moneyOf(own, world);
  },
  limits: ({ own, world, ledger, all }) =>
    [ledger, ...companyMoneyOf(own, world)].map(({ buckets, spending }) => {
      const at = Float64Array.from(buckets, (bucket) => bucket.remaining);
      // Use is counted in cents.
      const price = Math.round(own.points_per_dollar * 100) / 10_000;
      const name = (group: number) => nameOf(buckets[group]!, world);
      return {
        rule: 'budgets',
        groups: buckets.length,
        members: spending(all),
        ...(own.mode === 'hard' ? { most: at } : { over: [{ at, price }] }),
        label: name,
        more: (group: number) => `one more dollar for ${name(group)}`,
        per: 100,
        amount: dollarText,
        priced: { step: 1000, text: (group: number) => `1,000 dollars more for ${name(group)}` },
      };
    }),
});

/** "TOYOTA Q3 2025"; of several offices with its office, and of the whole company as such. */
function nameOf({ office, fleet, year, quarter }: Bucket, { offices }: World): string {
  const money = [...(fleet === null ? [] : [fleet]), quarter, year].join(' ');
  if (office === null) return fleet === null ? `all offices, ${money}` : `${money}, all offices`;
  return offices.length > 1 ? `${money}, ${office}` : money;
}
