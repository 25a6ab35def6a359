import type { Hinge } from '../../../../kernel/model.ts';
import { rule } from '../../../../policy/rule.ts';
import { isFill } from '../../world/spots.ts';
import { broadcastSeconds } from '../../world/time.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { airingsOf } from '../rows/airings.ts';
import { roomFor } from '../rows/windows.ts';
import { pointsFor } from './points.ts';

const parameters = pointsFor('for each pair of spots of an advertiser within the same hour of prime time', 10);

/** An advertiser's spots are spread over prime time. */
export const evenness = rule<typeof parameters, World, RotationAxis>({
  name: 'evenness',
  title: 'Evenness over prime time',
  section: 'weights',
  meaning:
    'Spots of one advertiser in the same hour of prime time (counted from its begin, on each date) cost points for every pair of them, so that they spread.',
  formula: 'w_evenness * n * (n - 1) / 2 for n spots of an advertiser in an hour of prime time',
  parameters,
  // Also where it is 0: with the limits always there, its breakpoints can be found from 0 on.
  limits: ({ own: price, world, all }) => {
    const airings = airingsOf({ world, all });
    const begin = broadcastSeconds(world.scope.market.prime.from, world.clock.dayStart);
    const groups = airings.by((j) => {
      const { prime, date, time } = airings.at(j);
      if (!prime || isFill(airings.spot(j))) return undefined;
      return `${airings.spot(j).advertiser}, hour ${Math.floor((time - begin) / 3600) + 1} of ${date}`;
    });
    const shared = [...groups].filter(([, members]) => new Set(members.map((j) => all.spot[j]!)).size > 1);
    if (shared.length === 0) return [];
    const group = new Int32Array(all.count).fill(-1);
    shared.forEach(([, members], g) => {
      for (const j of members) group[j] = g;
    });
    const sizes = shared.map(([, members]) => {
      const least = Math.min(...members.map((j) => airings.spot(j).separation));
      return roomFor(airings, members, least);
    });
    // One hinge for each further spot: 1 + 2 + … of them make the pairs.
    const over = Array.from(
      { length: Math.max(1, ...sizes) - 1 },
      (_, k): Hinge => ({ at: Float64Array.from(sizes, (size) => (k + 1 < size ? k + 1 : Infinity)), price }),
    );
    const label = (g: number) => shared[g]![0];
    return [
      {
        rule: 'evenness',
        groups: shared.length,
        members: { group },
        over,
        label,
        more: (g) => `one more spot of ${label(g)} before the penalty grows`,
      },
    ];
  },
});
