import { z } from 'zod';
import { breakText } from '../words.ts';
import type { RuleOf } from './rule.ts';

const parameters = z.strictObject({
  guard: z.int().min(0).max(600).default(0).describe('silence after each spot of a break').meta({ unit: 'seconds' }),
});

/** What a break can hold: seconds and a number of spots. */
export const guard: RuleOf<typeof parameters> = {
  name: 'guard',
  title: 'Capacity of a break',
  section: 'rules',
  meaning: 'The spots of a break, each with the guard after it, fit into its seconds; and there are not too many.',
  formula: 'sum over s in b of (seconds(s) + guard) <= seconds(b); number of spots in b <= spots(b)',
  parameters,
  filters: ({ settings, world }) => [
    {
      step: 'length',
      text: 'the spot is longer than the break',
      removes: (s, b) => world.spots[s]!.seconds + settings.rules.guard > world.breaks[b]!.seconds,
      why: (s, b) =>
        `${breakText(world, b)} has ${world.breaks[b]!.seconds} s, and ${world.spots[s]!.id} needs ${world.spots[s]!.seconds + settings.rules.guard} s`,
    },
  ],
  limits: ({ settings, world }, candidates) => {
    const groups = world.breaks.length;
    const seconds = new Float64Array(groups);
    const count = new Float64Array(groups);
    world.breaks.forEach((each, b) => {
      seconds[b] = each.seconds;
      count[b] = each.most;
    });
    const use = Float64Array.from(candidates.spot, (s) => world.spots[s]!.seconds + settings.rules.guard);
    // History fits, whatever it did.
    const held = { seconds: new Float64Array(groups), count: new Float64Array(groups) };
    for (const [s, { break: b, why }] of world.fixed) {
      if (why !== 'history') continue;
      held.seconds[b]! += world.spots[s]!.seconds + settings.rules.guard;
      held.count[b]!++;
    }
    const step = commonest([...use]);
    const label = (group: number) => {
      const { id, local, date } = world.breaks[group]!;
      return `${id}, ${local} on ${date}`;
    };
    return {
      limits: [
        {
          rule: 'capacity',
          groups,
          members: { group: candidates.break, use },
          most: seconds.map((value, b) => Math.max(value, held.seconds[b]!)),
          label,
          more: (group) => `one more second in ${label(group)}`,
          // A second more is of no use to anybody: a spot more is.
          priced: { step, text: (group) => `${step} more seconds in ${label(group)}` },
        },
        {
          rule: 'count',
          groups,
          members: { group: candidates.break },
          most: count.map((value, b) => Math.max(value, held.count[b]!)),
          label,
          more: (group) => `one more spot in ${label(group)}`,
        },
      ],
    };
  },
};

/** The value that is there most often; of several the smallest; 1 where there is none. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1;
}
