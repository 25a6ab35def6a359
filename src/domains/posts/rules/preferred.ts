import { z } from 'zod';
import type { ScoreTerm } from '../../../policy/kind.ts';
import { points } from '../../../policy/rule.ts';
import type { PostAxis, World } from '../world/world.ts';
import { holds } from './hours.ts';
import type { Weighted } from './weighted.ts';

const parameters = z
  .strictObject({
    penalty: points().default(300).describe('for a time outside the preferred ones').meta({ unit: 'points' }),
  })
  .prefault({});

/** Parts of days that posts should have. */
export const preferred: ScoreTerm<Weighted, World, PostAxis> & { readonly parameters: typeof parameters } = {
  name: 'preferred',
  title: 'Preferred times',
  section: 'weights',
  meaning:
    'A post that prefers some parts of days costs points at any other time. Where it may have only these, it has no other.',
  formula: '-penalty where t is in none of the preferred parts of days',
  parameters,
  of:
    ({ settings: { weights }, world, all }) =>
    (j) => {
      const { row, channel } = world.posts[all.post[j]!]!;
      if (row.preferred.length === 0 || row.preferred.some((span) => holds(span, world.local(channel, all.at[j]!))))
        return 0;
      return -weights.preferred.penalty;
    },
};
