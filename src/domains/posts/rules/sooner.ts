import type { ScoreTerm } from '../../../policy/kind.ts';
import { points } from '../../../policy/rule.ts';
import type { PostAxis, World } from '../world/world.ts';
import type { Weighted } from './weighted.ts';

const parameters = points()
  .default(1000)
  .describe('for each slot that a post of a queue is later than the first one')
  .meta({ unit: 'points' });

/** Queues move up. */
export const sooner: ScoreTerm<Weighted, World, PostAxis> & { readonly parameters: typeof parameters } = {
  name: 'sooner',
  title: 'Queues move up',
  section: 'weights',
  meaning:
    'A post of a queue costs points for each slot of its channel before it: so that the rest moves up where a post leaves.',
  formula: '-sooner * slots of the channel before t',
  parameters,
  of: ({ settings: { weights }, world, all }) => {
    const rank = world.channels.map(({ open }) => new Map(open.map((at, k) => [at, k])));
    return (j) => {
      const { channel } = world.posts[all.post[j]!]!;
      if (!world.channels[channel]!.row.queue) return 0;
      return -weights.sooner * (rank[channel]!.get(world.instants[all.at[j]!]!) ?? 0);
    };
  },
};
