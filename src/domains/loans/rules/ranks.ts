import { z } from 'zod';
import { offByDefault, rule } from '../../../policy/rule.ts';
import { rankOf } from '../ledgers/ranks.ts';
import type { LoanAxis, World } from '../world.ts';

const parameters = offByDefault({
  allow: z
    .array(z.enum(['A+', 'A', 'B', 'C', 'Pending']))
    .min(1)
    .default(['A+', 'A', 'B', 'C'])
    .describe('ranks that may be chosen'),
});

/** Which ranks may be chosen at all. */
export const ranks = rule<typeof parameters, World, LoanAxis>({
  name: 'ranks',
  title: 'Ranks',
  section: 'rules',
  meaning: 'Only partners of these ranks for the make are considered.',
  formula: 'a candidate stays if its rank in approved_makes, in any letter case, is in the list',
  parameters,
  filters: ({ own, world }) => {
    const allowed = new Set(own.allow.map(rankOf));
    const strange = world.approvals.map(({ rank }) => !allowed.has(rankOf(rank)));
    return [
      {
        step: 'rank',
        text: `the rank is not one of ${own.allow.join(', ')}`,
        on: ['vin', 'person_id'],
        removes: (at) => strange[world.approvalOf(at.person_id, at.vin)] === true,
        why: (at) => {
          const { make, rank } = world.approvals[world.approvalOf(at.person_id, at.vin)]!;
          return `${world.partners[at.person_id]!.name} ranks ${rank ?? 'nothing'} for ${make}; rules.ranks allows ${own.allow.join(', ')} only`;
        },
      },
    ];
  },
});
