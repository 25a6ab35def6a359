import { z } from 'zod';
import { points, type RuleOf } from './rule.ts';

const parameters = z.strictObject({ shift: points(1, 'for each minute between the wish and the start of the break') });

/** Minutes from the wish. The score in `../score.ts` charges it. */
export const shift: RuleOf<typeof parameters> = {
  name: 'shift',
  title: 'Shift from the wish',
  section: 'weights',
  meaning: 'How far a spot starts from its wish; a minute begun counts as a whole one.',
  formula: 'w_shift * ceil(|start(b) - wish(s)| / 60)',
  parameters,
};
