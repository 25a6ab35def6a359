import { z } from 'zod';
import { breakText } from '../words.ts';
import type { RuleOf } from './rule.ts';

const parameters = z.strictObject({
  prime: z.boolean().default(true).describe('whether spots stay inside prime time unless they may air off peak'),
});

/** Spots air in prime time, unless their order allows otherwise. */
export const prime: RuleOf<typeof parameters> = {
  name: 'prime',
  title: 'Prime time',
  section: 'rules',
  meaning:
    'A spot airs in a break that begins in prime time, on a weekday that has it, unless it may air off peak. The local times are read in the market’s zone on each date.',
  formula: 'prime.from <= start(b) < prime.to, or off_peak(s)',
  parameters,
  filters: ({ settings, world }) =>
    settings.rules.prime
      ? [
          {
            step: 'prime',
            text: 'the break begins outside prime time',
            relaxed: 'off_peak',
            removes: (s, b) => !world.breaks[b]!.prime && !world.spots[s]!.offPeak,
            why: (s, b) => {
              const { from, to } = settings.market.prime;
              return `${breakText(world, b)} is outside prime time, ${from} to ${to}, and ${world.spots[s]!.id} may not air off peak`;
            },
          },
        ]
      : [],
};
