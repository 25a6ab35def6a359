import { z } from 'zod';
import { points, type RuleOf } from './rule.ts';

const parameters = z.strictObject({ changes: points(50, 'for each published spot that airs in another break') });

/** Changes against the published log. The score in `../score.ts` charges them. */
export const changes: RuleOf<typeof parameters> = {
  name: 'changes',
  title: 'Changes',
  section: 'weights',
  meaning: 'Every spot of the published log that airs in another break than was published costs points.',
  formula: 'w_changes * (b differs from the published break of s)',
  parameters,
};
