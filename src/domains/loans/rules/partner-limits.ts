import type { Limits } from '../../../kernel/model.ts';

import { onByDefault, rule, wholeNumber } from '../../../policy/rule.ts';
import { longDate } from '../../../tables/dates.ts';
import { type Commitments, commitmentsOf } from '../ledgers/commitments.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = onByDefault({
  per_day: wholeNumber()
    .max(100)
    .default(0)
    .describe('loans of a partner starting on one day; 0: no limit')
    .meta({ unit: 'loans' }),
  per_week: wholeNumber()
    .max(100)
    .default(0)
    .describe('loans of a partner in the week; 0: no limit')
    .meta({ unit: 'loans' }),
});

/** Hard ceilings on the loans of one partner. Existing activity takes its share first. */
export const partnerLimits = rule<typeof parameters, World, LoanAxis, Commitments>({
  name: 'partner_limits',
  title: 'Partner limits',
  section: 'rules',
  meaning:
    'At most so many loans of a partner may start on one day, or in the week. Loans that the partner already has on that day, or in that week, count.',
  formula:
    'loans of the partner starting on d <= max(0, per_day - activity of the partner covering d); loans in the week <= max(0, per_week - activity overlapping the week); 0 means no limit',
  parameters,
  ledger: ({ world }) => commitmentsOf(world),
  limits: ({ own, world, ledger, all }) => {
    const limits: Limits[] = [];
    const days = world.days.length;
    const name = (partner: number) => world.partners[partner]!.name;
    if (own.per_day > 0) {
      const label = (group: number) =>
        `${name(Math.floor(group / days))} on ${longDate(world.days[group % days]!.date)}`;
      limits.push({
        rule: 'partner_limits',
        groups: world.partners.length * days,
        members: { group: Int32Array.from(all.person_id, (partner, j) => partner * days + all.start_day[j]!) },
        most: Float64Array.from({ length: world.partners.length * days }, (_, group) =>
          Math.max(0, own.per_day - ledger.onDay(Math.floor(group / days), group % days)),
        ),
        label,
        more: (group) => `one more loan to ${label(group)}`,
      });
    }
    if (own.per_week > 0)
      limits.push({
        rule: 'partner_limits',
        groups: world.partners.length,
        members: { group: all.person_id },
        most: Float64Array.from(world.partners, (_, partner) => Math.max(0, own.per_week - ledger.inWeek(partner))),
        label: (group) => `${name(group)} in the week`,
        more: (group) => `one more loan to ${name(group)} in the week`,
      });
    return limits;
  },
});
