import { z } from 'zod';
import type { ScoreTerm } from '../../../policy/kind.ts';
import { points } from '../../../policy/rule.ts';
import { PRIORITIES } from '../tables/words.ts';
import type { PostAxis, World } from '../world/world.ts';
import type { Weighted } from './weighted.ts';

const parameters = z
  .strictObject({
    urgent: points().default(3000).describe('for an urgent post at its best time').meta({ unit: 'points' }),
    normal: points().default(2000).describe('for a normal post at its best time').meta({ unit: 'points' }),
    low: points().default(1000).describe('for a low post at its best time').meta({ unit: 'points' }),
  })
  .prefault({});

/** What the time is worth. */
export const timing: ScoreTerm<Weighted, World, PostAxis> & { readonly parameters: typeof parameters } = {
  name: 'timing',
  title: 'Timing',
  section: 'weights',
  meaning:
    'A post earns points by how well its instant suits the platform, the audience and the content type: the timing score, from 0 to 1, times the points of its priority.',
  formula: 'round(points(priority) * timing(p, t))',
  parameters,
  of: ({ settings: { weights }, world, all }) => {
    const worth = world.posts.map(({ tier }) => weights.timing[PRIORITIES[tier]!]);
    return (j) => pointsOf(worth[all.post[j]!]!, world.timing(all.post[j]!, all.at[j]!).score);
  },
};

/** Points for a score that is told in ten thousandths, rounded half up. */
const pointsOf = (most: number, score: number): number => Math.floor((2 * most * score + 10_000) / 20_000);
