import { z } from 'zod';
import { rule } from '../../../policy/rule.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

const parameters = z
  .int()
  .min(0)
  .max(600)
  .default(0)
  .describe('silence after each spot of a break')
  .meta({ unit: 'seconds' });

/** What a break can hold: seconds and a number of spots. */
export const guard = rule<typeof parameters, World, RotationAxis>({
  name: 'guard',
  title: 'Capacity of a break',
  section: 'rules',
  meaning: 'The spots of a break, each with the guard after it, fit into its seconds; and there are not too many.',
  formula: 'sum over s in b of (seconds(s) + guard) <= seconds(b); number of spots in b <= spots(b)',
  parameters,
  filters: ({ own: silence, world }) => [
    {
      step: 'length',
      text: 'the spot is longer than the break',
      removes: (at) => world.spots[at.spot]!.seconds + silence > world.breaks[at.break]!.seconds,
      why: (at) => {
        const { id, seconds } = world.spots[at.spot]!;
        return `${breakText(world, at.break)} has ${world.breaks[at.break]!.seconds} s, and ${id} needs ${seconds + silence} s`;
      },
    },
  ],
  limits: ({ own: silence, world, all }) => {
    const { breaks, spots, fixed } = world;
    const groups = breaks.length;
    const use = Float64Array.from(all.spot, (s) => spots[s]!.seconds + silence);
    // History fits, whatever it did.
    const held = { seconds: new Float64Array(groups), count: new Float64Array(groups) };
    for (const [s, { break: b, why }] of fixed) {
      if (why !== 'history') continue;
      held.seconds[b]! += spots[s]!.seconds + silence;
      held.count[b]!++;
    }
    const step = commonest(use);
    const label = (group: number) => {
      const { id, local, date } = breaks[group]!;
      return `${id}, ${local} on ${date}`;
    };
    return [
      {
        rule: 'capacity',
        groups,
        members: { group: all.break, use },
        most: Float64Array.from(breaks, ({ seconds }, b) => Math.max(seconds, held.seconds[b]!)),
        label,
        more: (group) => `one more second in ${label(group)}`,
        amount: (seconds) => `${seconds} s`,
        // A second more is of no use to anybody: a spot more is.
        priced: { step, text: (group) => `${step} more seconds in ${label(group)}` },
      },
      {
        rule: 'count',
        groups,
        members: { group: all.break },
        most: Float64Array.from(breaks, ({ most }, b) => Math.max(most, held.count[b]!)),
        label,
        more: (group) => `one more spot in ${label(group)}`,
        amount: (spotsThere) => `${spotsThere} spots`,
      },
    ];
  },
});

/** The value that is there most often; of several the smallest; 1 where there is none. */
function commonest(values: Iterable<number>): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
