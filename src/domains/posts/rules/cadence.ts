import { groupBy } from '../../../audit/rows.ts';
import { groupsBy, rowLimits } from '../../../policy/rows.ts';
import { onByDefault, points, rulesOver } from '../../../policy/rule.ts';
import { weekOf } from '../world/clock.ts';
import type { PostAxis, World } from '../world/world.ts';
import { mondayOf } from './frequency.ts';

const rule = rulesOver<World, PostAxis>();

/** Channels publish often enough. */
export const cadence = rule({
  name: 'cadence',
  title: 'Cadence',
  section: 'rules',
  meaning:
    'A channel that should have so many posts a week, by the table `channels`, costs points for each that a whole week of the horizon lacks. What is out already counts.',
  formula: 'penalty * max(0, cadence - posts of the channel in w) for each whole week w',
  parameters: onByDefault({
    penalty: points().default(500).describe('for each post that a week lacks').meta({ unit: 'points' }),
  }),
  limits: ({ own: { penalty }, world, all, columns }) => {
    const rows = world.channels.flatMap(({ id, row, fixed, clock }, c) => {
      if (row.cadence === null) return [];
      const byWeek = groupsBy(all.count, (j) =>
        world.posts[all.post[j]!]!.channel === c ? weekOf(world.local(c, all.at[j]!).day) : undefined,
      );
      const out = groupBy(fixed, ({ at }) => weekOf(clock.local(at).day));
      return wholeWeeks(world, c).map((week) => ({
        columns: byWeek.get(week) ?? [],
        least: Math.max(0, row.cadence! - (out.get(week)?.length ?? 0)),
        label: `${id} in the week of ${mondayOf(week)}`,
      }));
    });
    return rowLimits({ rule: 'cadence', rows, columns, more: (label) => `one post less for ${label}` }).map(
      ({ least, ...limits }) => ({ ...limits, under: [{ at: least!, price: penalty }] }),
    );
  },
});

/** The weeks of which every day is in the horizon, by the clocks of a channel. */
function wholeWeeks({ channels, reach }: World, channel: number): readonly number[] {
  const { local } = channels[channel]!.clock;
  const [first, last] = [local(reach.from), local(reach.to)];
  const begin = weekOf(first.day + (first.minute > 0 ? 1 : 0) + 6);
  const weeks = Math.max(0, weekOf(last.day) - begin);
  return Array.from({ length: weeks }, (_, k) => begin + k);
}
