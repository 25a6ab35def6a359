import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** What is over or locked stays as it is. */
export const frozen = rule<typeof noParameters, World, RotationAxis>({
  name: 'locks',
  title: 'Aired and locked',
  section: 'always',
  meaning:
    'Breaks that began before `now`, and locked breaks, keep the spots that were published in them and take no others; where `as_run` is given, what has aired is what it says, and a break that is to come ends where what was seen of another one begins. Nothing airs during a live event: a spot that would begin in it is placed anew, and a lock there does not hold. A spot that any other lock names airs in that break and no other, at the position the lock gives, if any.',
  formula: 'x(s, b) = 1 for every published spot of an aired or locked break and for every lock',
  parameters: noParameters,
  filters: ({ world }) => [
    {
      step: 'locks',
      text: 'the break is aired or locked, or the spot is fixed elsewhere',
      removes: (at) => {
        const fixed = world.fixed.get(at.spot);
        return fixed ? fixed.break !== at.break : world.breaks[at.break]!.frozen;
      },
      why: (at) => whyFrozen(world, at.spot, at.break),
    },
  ],
  limits: ({ world, all, columns }) => {
    const own = groupsBy(all.count, (j) => (world.fixed.has(all.spot[j]!) ? all.spot[j]! : undefined));
    const rows = [...world.fixed].map(([s, fixed]) => ({
      columns: own.get(s) ?? [],
      least: 1,
      label: `${world.spots[s]!.id} ${fixed.why === 'lock' ? 'locked to' : 'published in'} ${world.breaks[fixed.break]!.id}`,
    }));
    const limits = rowLimits({ rule: 'locks', rows, columns, more: (label) => `not having ${label}` });
    return limits.map((each) => ({ ...each, fixed: true }));
  },
});

function whyFrozen(world: World, s: number, b: number): string {
  const fixed = world.fixed.get(s);
  const state = (at: number) => (world.breaks[at]!.aired ? 'has aired' : 'is locked');
  if (fixed === undefined) return `${breakText(world, b)} ${state(b)}, and takes no more`;
  const how = fixed.why === 'lock' ? 'is locked to' : 'was published in';
  const over = fixed.why === 'lock' ? '' : `, which ${state(fixed.break)}`;
  return `${world.spots[s]!.id} ${how} ${breakText(world, fixed.break)}${over}`;
}
