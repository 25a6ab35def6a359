import { z } from 'zod';
import type { Hinge, Limits } from '../../../kernel/model.ts';
import { onByDefault, points, type RuleOf } from './rule.ts';

const parameters = onByDefault({
  mode: z.enum(['soft', 'hard', 'off']).default('soft').describe('soft: charged; hard: forbidden; off: not counted'),
  penalty: points().default(800).describe('for each loan newly over the cap').meta({ unit: 'points' }),
  window_months: z.int().min(1).max(60).default(12).describe('how far back loans count').meta({ unit: 'months' }),
  allow_zero_caps: z.boolean().default(false).describe('treat a cap of 0 like any other cap instead of a prohibition'),
});

/** How many loans of a make a partner of a rank may have in a year. */
export const tierCaps: RuleOf<typeof parameters> = {
  name: 'tier_caps',
  title: 'Tier caps',
  section: 'rules',
  meaning:
    'A partner of a given rank may have so many loans of a make in the months before and in this week. Only loans newly over the cap are charged; a rank whose cap is 0 gets none.',
  formula:
    'penalty * (max(0, used + n - cap) - max(0, used - cap)); used: loans of the partner and make ending in [week - window_months, week); cap from the rules table, else A+ none, A 100, B 50, C and others 10',
  parameters,
  filter: ({ settings, caps }) => {
    const rule = settings.rules.tier_caps;
    if (rule === false || rule.mode === 'off' || rule.allow_zero_caps) return undefined;
    return {
      step: 'zero_cap',
      text: 'the cap of this make for the partner’s rank is zero',
      removes: (candidates, index) => caps.forbidden[candidates.approval[index]!] === 1,
    };
  },
  limits: ({ settings, world, caps }, candidates, unit): readonly Limits[] => {
    const rule = settings.rules.tier_caps;
    if (rule === false || rule.mode === 'off') return [];
    const at = caps.remaining;
    const over: readonly Hinge[] = [{ at, price: rule.penalty * unit }];
    const name = (group: number) => {
      const approval = world.approvals[group]!;
      return `${world.partners[approval.partner]!.name} and ${approval.make}`;
    };
    return [
      {
        rule: 'tier_caps',
        groups: world.approvals.length,
        members: { group: candidates.approval },
        ...(rule.mode === 'hard' ? { most: at } : { over }),
        label: name,
        more: (group) => `one more loan under the cap of ${name(group)}`,
      },
    ];
  },
};
