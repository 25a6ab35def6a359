import { z } from 'zod';
import type { Filter } from '../../../policy/filter.ts';
import { rule } from '../../../policy/rule.ts';
import { isMakeGood } from '../world/owed.ts';
import { minutesFromWish, secondsFromWish } from '../world/spots.ts';
import { startText, wishText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

const parameters = z
  .union([z.literal(false), z.int().min(0).max(10_080)])
  .default(60)
  .describe('the farthest that a spot may start from its wish; false: no limit')
  .meta({ unit: 'minutes' });

/** A spot stays near its wish; one booked for an exact time airs then. */
export const maxShift = rule<typeof parameters, World, RotationAxis>({
  name: 'max_shift_minutes',
  title: 'Shift from the wish',
  section: 'rules',
  meaning:
    'A spot that wishes for a time starts in a break not farther from it than this. A spot whose tolerance is 0 airs in the break that starts exactly then. A wish in local time is meant for whichever date the break has. What is made good on a later day or in a remnant break is not held to its wish.',
  formula: '|start(b) - wish(s)| <= 60 * max_shift_minutes; start(b) = wish(s) where tolerance_minutes is 0',
  parameters,
  always: (world) => [exactTime(world)],
  filters: ({ own: most, world }) => [
    {
      step: 'max_shift',
      text: 'the break is too far from the wish',
      lifts: 'max_shift',
      removes: (at) => {
        const slot = world.breaks[at.break]!;
        if (secondsFromWish(world.spots[at.spot]!, slot) <= most * 60) return false;
        return !isMakeGood(world.owed.get(at.spot), slot);
      },
      why: (at) => {
        const spot = world.spots[at.spot]!;
        const minutes = minutesFromWish(spot, world.breaks[at.break]!);
        return `${startText(world, at.break)}, ${minutes} min from the wish of ${spot.id}, ${wishText(world, at.spot)}; at most ${most} are allowed`;
      },
    },
  ],
});

/** A booking for an exact time holds whatever the limit is. */
const exactTime = (world: World): Filter<RotationAxis> => ({
  step: 'exact',
  text: 'the spot is booked for an exact time',
  removes: (at) => {
    const spot = world.spots[at.spot]!;
    const slot = world.breaks[at.break]!;
    return spot.exact && secondsFromWish(spot, slot) > 0 && !isMakeGood(world.owed.get(at.spot), slot);
  },
  why: (at) =>
    `${world.spots[at.spot]!.id} is booked for exactly ${wishText(world, at.spot)}, and ${startText(world, at.break)}`,
});
