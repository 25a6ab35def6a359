import { rule } from '../../../../policy/rule.ts';
import { isFill } from '../../world/spots.ts';
import type { RotationAxis, World } from '../../world/world.ts';
import { airingsOf } from '../rows/airings.ts';
import { pointsFor } from './points.ts';

const parameters = pointsFor('for each airing of a creative beyond its share of the advertiser’s spots', 0);

/** Creatives of an advertiser air in the proportion of their weights. */
export const rotationOfCreatives = rule<typeof parameters, World, RotationAxis>({
  name: 'rotation',
  title: 'Rotation of creatives',
  section: 'weights',
  meaning:
    'Of an advertiser’s spots that name a creative each creative has a share by its weight, rounded up; every airing beyond it costs points.',
  formula:
    'w_rotation * max(0, n(c) - ceil(N * weight(c) / W)); N: spots of the advertiser that name a creative, W: the weights of the creatives they name',
  parameters,
  // Without a price it would only join the days of a week, which are solved one by one.
  off: (price) => price === 0,
  limits: ({ own: price, world, all }) => {
    const { by, spot } = airingsOf({ world, all });
    const named = world.spots.filter((each) => each.creative !== null && !isFill(each));
    if (named.length === 0) return [];
    const weights = new Map(world.tables.creatives.rows.map((row) => [row.id, row.weight]));
    const groups = [
      ...by((j) =>
        spot(j).creative === null || isFill(spot(j))
          ? undefined
          : JSON.stringify([spot(j).advertiser, spot(j).creative]),
      ),
    ].map(([key, members]) => {
      const [advertiser, creative]: [string, string] = JSON.parse(key);
      return { advertiser, creative, members };
    });
    const at = groups.map(({ advertiser, creative }) => {
      const own = named.filter((each) => each.advertiser === advertiser);
      const sum = [...new Set(own.map((each) => each.creative!))].reduce((so, id) => so + (weights.get(id) ?? 1), 0);
      return sum === 0 ? own.length : Math.ceil((own.length * (weights.get(creative) ?? 1)) / sum);
    });
    const group = new Int32Array(all.count).fill(-1);
    groups.forEach(({ members }, g) => {
      for (const j of members) group[j] = g;
    });
    const label = (g: number) => `${groups[g]!.advertiser}: ${groups[g]!.creative}`;
    return [
      {
        rule: 'rotation',
        groups: groups.length,
        members: { group },
        over: [{ at: Float64Array.from(at), price }],
        label,
        more: (g) => `one more airing of ${label(g)} within its share`,
      },
    ];
  },
});
