import { z } from 'zod';
import type { Hinge } from '../../../kernel/model.ts';
import { broadcastSeconds } from '../time.ts';
import { groupsOf } from './rows.ts';
import { points, type RuleOf } from './rule.ts';
import { roomFor } from './windows.ts';

const parameters = z.strictObject({
  evenness: points(10, 'for each pair of spots of an advertiser within the same hour of prime time'),
});

/** An advertiser's spots are spread over prime time. */
export const evenness: RuleOf<typeof parameters> = {
  name: 'evenness',
  title: 'Evenness over prime time',
  section: 'weights',
  meaning:
    'Spots of one advertiser in the same hour of prime time (counted from its begin, on each date) cost points for every pair of them, so that they spread.',
  formula: 'w_evenness * n * (n - 1) / 2 for n spots of an advertiser in an hour of prime time',
  parameters,
  limits: (known, candidates) => {
    const { settings, world } = known;
    // Also where it is 0: with the limits always there, its breakpoints can be found from 0 on.
    const price = settings.weights.evenness;
    const begin = broadcastSeconds(settings.market.prime.from, world.clock.dayStart);
    const groups = groupsOf(candidates, (j) => {
      const { prime, date, time } = world.breaks[candidates.break[j]!]!;
      if (!prime) return undefined;
      return `${world.spots[candidates.spot[j]!]!.advertiser}, hour ${Math.floor((time - begin) / 3600) + 1} of ${date}`;
    });
    const shared = [...groups].filter(([, own]) => new Set(own.map((j) => candidates.spot[j]!)).size > 1);
    if (shared.length === 0) return { limits: [] };
    const group = new Int32Array(candidates.count).fill(-1);
    shared.forEach(([, own], g) => {
      for (const j of own) group[j] = g;
    });
    const sizes = shared.map(([, own]) => {
      const spots = new Set(own.map((j) => candidates.spot[j]!));
      const least = Math.min(...[...spots].map((s) => world.spots[s]!.separation));
      return roomFor(known, candidates, own, least);
    });
    // One hinge for each further spot: 1 + 2 + … of them make the pairs.
    const over = Array.from(
      { length: Math.max(1, ...sizes) - 1 },
      (_, k): Hinge => ({ at: Float64Array.from(sizes, (size) => (k + 1 < size ? k + 1 : Infinity)), price }),
    );
    const label = (g: number) => shared[g]![0];
    const limits = { rule: 'evenness', groups: shared.length, members: { group }, over, label };
    return { limits: [{ ...limits, more: (g) => `one more spot of ${label(g)} before the penalty grows` }] };
  },
};
