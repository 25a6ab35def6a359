import { z } from 'zod';
import { onByDefault, rulesOver } from '../../../policy/rule.ts';
import { instantText } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';
import { lineOf, possibleIn } from './rows/publications.ts';
import { seldom, windowRows } from './rows/windows.ts';

const rule = rulesOver<World, PostAxis>();

/** What is out already, of all channels. */
const fixedOf = ({ channels }: World): readonly number[] =>
  channels.flatMap(({ fixed }) => fixed.map(({ at }) => at)).toSorted((a, b) => a - b);

/** How many posts of all channels go out at once. */
export const concurrency = rule({
  name: 'concurrency',
  title: 'Posts at once',
  section: 'rules',
  meaning:
    'Of all channels together, at most so many posts go out in any such stretch of time. Urgent posts may go beyond it, up to a limit of their own.',
  formula: 'posts that are not urgent in [t, t + minutes) <= most; all posts in it <= urgent',
  parameters: onByDefault({
    most: z.int().min(1).default(3).describe('posts at once').meta({ unit: 'posts' }),
    urgent: z.int().min(1).default(5).describe('posts at once, urgent ones among them').meta({ unit: 'posts' }),
    minutes: z.int().min(1).max(1440).default(15).describe('what at once means').meta({ unit: 'minutes' }),
  }),
  limits: ({ own: { most, urgent, minutes }, world, all, columns }) => {
    const fixed = fixedOf(world);
    const label = (from: number) => `${minutes} minutes from ${instantText(from)}`;
    const usual = lineOf(world, all, (post) => world.posts[post]!.tier > 0);
    const every = lineOf(world, all, () => true);
    const possible = possibleIn(world, all, minutes);
    return seldom({
      rule: 'concurrency',
      rows: [
        ...windowRows({ ...usual, minutes, fixed, most, possible, label: (from) => `${label(from)}, not urgent` }),
        ...windowRows({ ...every, minutes, fixed, most: Math.max(most, urgent), possible, label }),
      ],
      columns,
      more: (text) => `one more post in the ${text}`,
    });
  },
});

/** How many posts of all channels go out in an hour. */
export const perHour = rule({
  name: 'per_hour',
  title: 'Posts of an hour',
  section: 'rules',
  meaning: 'In any sixty minutes at most so many posts of all channels go out.',
  formula: 'posts in [t, t + 60 min) <= per_hour',
  parameters: z
    .union([z.literal(false), z.int().min(1)])
    .default(5)
    .describe('posts in any sixty minutes; false: no limit')
    .meta({ unit: 'posts' }),
  limits: ({ own: most, world, all, columns }) =>
    seldom({
      rule: 'per_hour',
      rows: windowRows({
        ...lineOf(world, all, () => true),
        minutes: 60,
        fixed: fixedOf(world),
        most,
        possible: possibleIn(world, all, 60),
        label: (from) => `the hour from ${instantText(from)}`,
      }),
      columns,
      more: (text) => `one more post in ${text}`,
    }),
});
