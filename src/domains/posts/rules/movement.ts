import { z } from 'zod';
import type { ScoreTerm } from '../../../policy/kind.ts';
import { points } from '../../../policy/rule.ts';
import { spokenText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';
import type { Weighted } from './weighted.ts';

const parameters = z
  .strictObject({
    moved: points()
      .default(400)
      .describe('for a post that is not where the plan before had it')
      .meta({ unit: 'points' }),
    hour: points().default(1).describe('for each whole hour that it is away from there').meta({ unit: 'points' }),
  })
  .prefault({});

/** Posts stay where they were. */
export const movement: ScoreTerm<Weighted, World, PostAxis> & { readonly parameters: typeof parameters } = {
  name: 'movement',
  title: 'Movement',
  section: 'weights',
  meaning:
    'A post that the plan before has (table `planned`) costs points where it is moved, and more the further. Posts of a queue move up as others leave it, and cost nothing.',
  formula: '-(moved + hour * hours between t and the time of the plan before), where the two differ',
  parameters,
  of:
    ({ settings: { weights }, world, all }) =>
    (j) => {
      const { before, channel } = world.posts[all.post[j]!]!;
      const at = world.instants[all.at[j]!]!;
      if (before === null || before === at || world.channels[channel]!.row.queue) return 0;
      const { moved, hour } = weights.movement;
      const points = -(moved + hour * Math.floor(Math.abs(at - before) / 60));
      return { points, text: `it was planned for ${spokenText(world.channels[channel]!.clock, before)}` };
    },
};
