import { z } from 'zod';
import { onByDefault, points, rule } from '../../../policy/rule.ts';
import { approvalsOf } from '../ledgers/approvals.ts';
import { type Caps, capsOf } from '../ledgers/caps.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  mode: z.enum(['soft', 'hard', 'off']).default('soft').describe('soft: charged; hard: forbidden; off: not counted'),
  penalty: points().default(800).describe('for each loan newly over the cap').meta({ unit: 'points' }),
  window_months: z.int().min(1).max(60).default(12).describe('how far back loans count').meta({ unit: 'months' }),
  allow_zero_caps: z.boolean().default(false).describe('treat a cap of 0 like any other cap instead of a prohibition'),
});

/** How many loans of a make a partner of a rank may have in a year. */
export const tierCaps = rule<typeof parameters, World, LoanAxis, Caps>({
  name: 'tier_caps',
  title: 'Tier caps',
  section: 'rules',
  meaning:
    'A partner of a given rank may have so many loans of a make in the months before and in this week. Only loans newly over the cap are charged; a rank whose cap is 0 gets none.',
  formula:
    'penalty * (max(0, used + n - cap) - max(0, used - cap)); used: loans of the partner and make ending in [week - window_months, week); cap from the rules table, else A+ none, A 100, B 50, C and others 10',
  parameters,
  off: ({ mode }) => mode === 'off',
  ledger: ({ own, world }) => capsOf(own.window_months, world),
  filters: ({ own, world, ledger }) =>
    own.allow_zero_caps
      ? []
      : [
          {
            step: 'zero_cap',
            text: 'the cap of this make for the partner’s rank is zero',
            on: ['vin', 'person_id'],
            removes: (at) => ledger.forbidden[world.approvalOf(at.person_id, at.vin)] === 1,
            why: (at) => {
              const { make, rank } = world.approvals[world.approvalOf(at.person_id, at.vin)]!;
              return `the table rules gives rank ${rank ?? 'C'} a cap of 0 for ${make}`;
            },
          },
        ],
  limits: ({ own, world, ledger, all }) => {
    const at = ledger.remaining;
    const name = (group: number) => {
      const approval = world.approvals[group]!;
      return `${world.partners[approval.partner]!.name} and ${approval.make}`;
    };
    return [
      {
        rule: 'tier_caps',
        groups: world.approvals.length,
        members: { group: approvalsOf(world, all) },
        ...(own.mode === 'hard' ? { most: at } : { over: [{ at, price: own.penalty }] }),
        label: name,
        more: (group) => `one more loan under the cap of ${name(group)}`,
      },
    ];
  },
});
