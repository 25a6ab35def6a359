import { z } from 'zod';
import { breakText } from '../words.ts';
import { groupsOf, limitsOf } from './rows.ts';
import type { Rule } from './rule.ts';

/** What is over or locked stays as it is. */
export const frozen: Rule = {
  name: 'locks',
  title: 'Aired and locked',
  section: 'always',
  meaning:
    'Breaks that began before `now`, and locked breaks, keep the spots that were published in them and take no others. A spot that a lock names airs in that break and no other, at the position the lock gives, if any.',
  formula: 'x(s, b) = 1 for every published spot of an aired or locked break and for every lock',
  parameters: z.strictObject({}),
  filters: ({ world }) => [
    {
      step: 'locks',
      text: 'the break is aired or locked, or the spot is fixed elsewhere',
      removes: (s, b) => {
        const fixed = world.fixed.get(s);
        return fixed ? fixed.break !== b : world.breaks[b]!.frozen;
      },
      why: (s, b) => {
        const fixed = world.fixed.get(s);
        const at = breakText(world, b);
        if (fixed === undefined)
          return `${at} ${world.breaks[b]!.aired ? 'has aired' : 'is locked'}, and takes no more`;
        const how = fixed.why === 'lock' ? 'is locked to' : 'was published in';
        const over =
          fixed.why === 'lock' ? '' : `, which ${world.breaks[fixed.break]!.aired ? 'has aired' : 'is locked'}`;
        return `${world.spots[s]!.id} ${how} ${breakText(world, fixed.break)}${over}`;
      },
    },
  ],
  limits: (known, candidates, columns) => {
    const { world } = known;
    const own = groupsOf(candidates, (j) => (world.fixed.has(candidates.spot[j]!) ? candidates.spot[j]! : undefined));
    const rows = [...world.fixed].map(([s, fixed]) => ({
      columns: own.get(s) ?? [],
      least: 1,
      label: `${world.spots[s]!.id} ${fixed.why === 'lock' ? 'locked to' : 'published in'} ${world.breaks[fixed.break]!.id}`,
    }));
    const limits = limitsOf('locks', rows, columns, known, candidates, (label) => `not having ${label}`);
    return { limits: limits.map((each) => ({ ...each, fixed: true })) };
  },
};
