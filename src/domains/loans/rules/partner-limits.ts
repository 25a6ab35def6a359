import type { Limits } from '../../../kernel/model.ts';
import { longDate } from '../../../tables/dates.ts';
import { count, onByDefault, type RuleOf } from './rule.ts';

const parameters = onByDefault({
  per_day: count()
    .max(100)
    .default(0)
    .describe('loans of a partner starting on one day; 0: no limit')
    .meta({ unit: 'loans' }),
  per_week: count().max(100).default(0).describe('loans of a partner in the week; 0: no limit').meta({ unit: 'loans' }),
});

/** Hard ceilings on the loans of one partner. Existing activity takes its share first. */
export const partnerLimits: RuleOf<typeof parameters> = {
  name: 'partner_limits',
  title: 'Partner limits',
  section: 'rules',
  meaning:
    'At most so many loans of a partner may start on one day, or in the week. Loans that the partner already has on that day, or in that week, count.',
  formula:
    'loans of the partner starting on d <= max(0, per_day - activity of the partner covering d); loans in the week <= max(0, per_week - activity overlapping the week); 0 means no limit',
  parameters,
  limits: ({ settings, world, commitments }, candidates): readonly Limits[] => {
    const rule = settings.rules.partner_limits;
    if (rule === false) return [];
    const limits: Limits[] = [];
    const days = world.days.length;
    const name = (partner: number) => world.partners[partner]!.name;
    if (rule.per_day > 0) {
      limits.push({
        rule: 'partner_limits',
        groups: world.partners.length * days,
        members: { group: Int32Array.from(candidates.partner, (partner, j) => partner * days + candidates.day[j]!) },
        most: Float64Array.from({ length: world.partners.length * days }, (_, group) =>
          Math.max(0, rule.per_day - commitments.onDay(Math.floor(group / days), group % days)),
        ),
        label: (group) => `${name(Math.floor(group / days))} on ${longDate(world.days[group % days]!.date)}`,
        more: (group) =>
          `one more loan to ${name(Math.floor(group / days))} on ${longDate(world.days[group % days]!.date)}`,
      });
    }
    if (rule.per_week > 0) {
      limits.push({
        rule: 'partner_limits',
        groups: world.partners.length,
        members: { group: candidates.partner },
        most: Float64Array.from(world.partners, (_, partner) =>
          Math.max(0, rule.per_week - commitments.inWeek(partner)),
        ),
        label: (group) => `${name(group)} in the week`,
        more: (group) => `one more loan to ${name(group)} in the week`,
      });
    }
    return limits;
  },
};
