import { z } from 'zod';
import type { Filter } from '../../../policy/filter.ts';
import { rule } from '../../../policy/rule.ts';
import { isMakeGood } from '../world/owed.ts';
import { isOutsideTolerance, minutesFromWish, secondsFromWish } from '../world/spots.ts';
import { startText, wishText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

const parameters = z
  .union([z.literal(false), z.int().min(0).max(10_080)])
  .default(60)
  .describe('the farthest that a spot may start from its wish; false: no limit')
  .meta({ unit: 'minutes' });

/** A spot stays near its wish; one that is booked for a time airs within its tolerance of it. */
export const maxShift = rule<typeof parameters, World, RotationAxis>({
  name: 'max_shift_minutes',
  title: 'Shift from the wish',
  section: 'rules',
  meaning:
    'A spot that wishes for a time starts in a break not farther from it than this. A spot with tolerance_minutes starts within so many minutes of its wish, before or after, whatever this limit is; with 0, in the break that starts exactly then. A wish in local time is meant for whichever date the break has. What is made good on a later day or in a remnant break is not held to its wish.',
  formula: '|start(b) - wish(s)| <= 60 * max_shift_minutes; |start(b) - wish(s)| <= 60 * tolerance_minutes(s)',
  parameters,
  always: (world) => [bookedTime(world)],
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

/** A booking for a time holds whatever the limit is. */
const bookedTime = (world: World): Filter<RotationAxis> => ({
  step: 'exact',
  text: 'the break is outside the tolerance of the wish',
  removes: (at) => {
    const spot = world.spots[at.spot]!;
    const slot = world.breaks[at.break]!;
    return isOutsideTolerance(spot, slot) && !isMakeGood(world.owed.get(at.spot), slot);
  },
  why: (at) => {
    const spot = world.spots[at.spot]!;
    const start = startText(world, at.break);
    if (spot.tolerance === 0) return `${spot.id} is booked for exactly ${wishText(world, at.spot)}, and ${start}`;
    const minutes = minutesFromWish(spot, world.breaks[at.break]!);
    return `${start}, ${minutes} min from the wish of ${spot.id}, ${wishText(world, at.spot)}; its tolerance is ${spot.tolerance} min`;
  },
});
