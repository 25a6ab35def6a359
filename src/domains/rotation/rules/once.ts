import { z } from 'zod';
import type { Rule } from './rule.ts';

/** Every spot airs once at the most. */
export const once: Rule = {
  name: 'once',
  title: 'Once',
  section: 'always',
  meaning: 'Every spot airs once, or is left out and reported with its reasons.',
  formula: 'sum over b of x(s, b) <= 1',
  parameters: z.strictObject({}),
  limits: ({ world }, candidates) => ({
    limits: [
      {
        rule: 'once',
        fixed: true,
        groups: world.spots.length,
        members: { group: candidates.spot },
        most: new Float64Array(world.spots.length).fill(1),
        label: (group) => world.spots[group]!.id,
        more: (group) => `another spot like ${world.spots[group]!.id}`,
      },
    ],
  }),
};
