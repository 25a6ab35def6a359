import { z } from 'zod';
import { offByDefault, type RuleOf } from './rule.ts';

const parameters = offByDefault({
  allow: z
    .array(z.enum(['A+', 'A', 'B', 'C', 'Pending']))
    .min(1)
    .default(['A+', 'A', 'B', 'C'])
    .describe('ranks that may be chosen'),
});

/** Which ranks may be chosen at all. */
export const ranks: RuleOf<typeof parameters> = {
  name: 'ranks',
  title: 'Ranks',
  section: 'rules',
  meaning: 'Only partners of these ranks for the make are considered.',
  formula: 'a candidate stays if its rank, as written in approved_makes, is in the list',
  parameters,
  filter: ({ settings, world }) => {
    const rule = settings.rules.ranks;
    if (rule === false) return undefined;
    const allowed = new Set<string>(rule.allow);
    const removed = world.approvals.map((approval) => !allowed.has(approval.rank ?? ''));
    return {
      step: 'rank',
      text: `the rank is not one of ${rule.allow.join(', ')}`,
      removes: (candidates, index) => removed[candidates.approval[index]!]!,
    };
  },
};
