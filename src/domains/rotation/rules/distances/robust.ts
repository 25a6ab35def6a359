import { z } from 'zod';
import { rule } from '../../../../policy/rule.ts';
import type { RotationAxis, World } from '../../world/world.ts';

const parameters = z
  .boolean()
  .default(false)
  .describe('measure distances and windows between breaks, so that the log may be shuffled inside its breaks by hand');

/** How distances are measured. It sets no limit of its own: the rules with a distance ask for it. */
export const robust = rule<typeof parameters, World, RotationAxis>({
  name: 'robust',
  title: 'Robust distances',
  section: 'rules',
  meaning:
    'Distances are between spots as they air: from the end of the earlier to the start of the later. With `robust: true` they are between the breaks instead, from the end of the earlier break to the start of the later, and there is none inside a break: then every order of every break keeps them.',
  formula: 'false: start(s2) - end(s1); true: start(b2) - end(b1)',
  parameters,
});
