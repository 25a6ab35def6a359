import { z } from 'zod';
import { rule } from '../../../policy/rule.ts';
import { isMakeGood } from '../world/owed.ts';
import { breakText } from '../world/words.ts';
import type { RotationAxis, World } from '../world/world.ts';

const parameters = z
  .boolean()
  .default(true)
  .describe('whether spots stay inside prime time unless they may air off peak');

/** Spots air in prime time, unless their order allows otherwise. */
export const prime = rule<typeof parameters, World, RotationAxis>({
  name: 'prime',
  title: 'Prime time',
  section: 'rules',
  meaning:
    'A spot airs in a break that begins in prime time, on a weekday that has it, unless it may air off peak, or is owed and made good in a remnant break. The local times are read in the market’s zone on each date.',
  formula: 'prime.from <= start(b) < prime.to, or off_peak(s)',
  parameters,
  filters: ({ world }) => [
    {
      step: 'prime',
      text: 'the break begins outside prime time',
      lifts: 'off_peak',
      removes: (at) => {
        const slot = world.breaks[at.break]!;
        if (slot.prime || world.spots[at.spot]!.offPeak) return false;
        return !isMakeGood(world.owed.get(at.spot), slot);
      },
      why: (at) => {
        const { from, to } = world.scope.market.prime;
        return `${breakText(world, at.break)} is outside prime time, ${from} to ${to}, and ${world.spots[at.spot]!.id} may not air off peak`;
      },
    },
  ],
});
