import { z } from 'zod';
import { minutesFromWish, secondsFromWish } from '../spots.ts';
import { startText, wishText } from '../words.ts';
import type { RuleOf } from './rule.ts';

const parameters = z.strictObject({
  max_shift_minutes: z
    .union([z.literal(false), z.int().min(0).max(10_080)])
    .default(60)
    .describe('the farthest that a spot may start from its wish; false: no limit')
    .meta({ unit: 'minutes' }),
});

/** A spot stays near its wish; one booked for an exact time airs then. */
export const maxShift: RuleOf<typeof parameters> = {
  name: 'max_shift_minutes',
  title: 'Shift from the wish',
  section: 'rules',
  meaning:
    'A spot that wishes for a time starts in a break not farther from it than this. A spot whose tolerance is 0 airs in the break that starts exactly then. A wish in local time is meant for whichever date the break has.',
  formula: '|start(b) - wish(s)| <= 60 * max_shift_minutes; start(b) = wish(s) where tolerance_minutes is 0',
  parameters,
  filters: ({ settings, world }) => {
    const most = settings.rules.max_shift_minutes;
    return [
      {
        step: 'exact',
        text: 'the spot is booked for an exact time',
        removes: (s, b) => world.spots[s]!.exact && secondsFromWish(world.spots[s]!, world.breaks[b]!) > 0,
        why: (s, b) => `${world.spots[s]!.id} is booked for exactly ${wishText(world, s)}, and ${startText(world, b)}`,
      },
      {
        step: 'max_shift',
        text: 'the break is too far from the wish',
        relaxed: 'max_shift',
        removes: (s, b) => most !== false && secondsFromWish(world.spots[s]!, world.breaks[b]!) > most * 60,
        why: (s, b) =>
          `${startText(world, b)}, ${minutesFromWish(world.spots[s]!, world.breaks[b]!)} min from the wish of ${world.spots[s]!.id}, ${wishText(world, s)}; at most ${most} are allowed`,
      },
    ];
  },
};
