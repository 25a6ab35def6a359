import type { Limits } from '../../../kernel/model.ts';
import { rowLimits } from '../../../policy/rows.ts';
import { onByDefault, points, rulesOver } from '../../../policy/rule.ts';
import { instantText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';
import { lineOf, possibleIn } from './rows/publications.ts';

const rule = rulesOver<World, PostAxis>();

/** Posts of all channels should not crowd. */
export const crowding = rule({
  name: 'crowding',
  title: 'Crowding',
  section: 'rules',
  meaning:
    'Two posts of any channels in the same hour, or in hours next to each other, cost points: those next to each other once, those in the same hour twice. Hours are those of UTC. What is out already costs nothing.',
  formula: 'penalty * (pairs in hours next to each other + 2 * pairs in the same hour)',
  parameters: onByDefault({
    penalty: points().default(50).describe('for two posts in hours next to each other').meta({ unit: 'points' }),
  }),
  limits: ({ own: { penalty }, world, all, columns }): readonly Limits[] => {
    if (penalty === 0) return [];
    const line = lineOf(world, all, () => true);
    const possible = possibleIn(world, all, 120);
    const hours = new Map<number, number[]>();
    line.at.forEach((at, k) => {
      // Each hour is in the pair that begins with it, and in the pair that ends with it.
      for (const pair of [Math.floor(at / 60), Math.floor(at / 60) - 1])
        hours.set(pair, [...(hours.get(pair) ?? []), k]);
    });
    const rows = [...hours].map(([hour, own]) => ({
      columns: own.flatMap(line.columns),
      most: 1,
      label: `the two hours from ${instantText(hour * 60)}`,
    }));
    // A pair of hours with n posts has n (n - 1) / 2 pairs of posts: the second costs one, the third two more, and so on.
    const most = Math.max(1, ...rows.map(({ columns: own }) => possible(own)));
    return rowLimits({ rule: 'crowding', rows, columns, more: (label) => `one more post in ${label}` }).map(
      ({ most: _, ...limits }) => ({
        ...limits,
        over: Array.from({ length: most }, (_, k) => ({
          at: new Float64Array(limits.groups).fill(k + 1),
          price: penalty,
        })),
      }),
    );
  },
});
