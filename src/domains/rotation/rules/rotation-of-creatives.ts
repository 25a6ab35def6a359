import { z } from 'zod';
import { groupsOf } from './rows.ts';
import { points, type RuleOf } from './rule.ts';

const parameters = z.strictObject({
  rotation: points(0, 'for each airing of a creative beyond its share of the advertiser’s spots'),
});

/** Creatives of an advertiser air in the proportion of their weights. */
export const rotationOfCreatives: RuleOf<typeof parameters> = {
  name: 'rotation',
  title: 'Rotation of creatives',
  section: 'weights',
  meaning:
    'Of an advertiser’s spots that name a creative each creative has a share by its weight, rounded up; every airing beyond it costs points.',
  formula:
    'w_rotation * max(0, n(c) - ceil(N * weight(c) / W)); N: spots of the advertiser that name a creative, W: the weights of the creatives they name',
  parameters,
  limits: ({ settings, tables, world }, candidates) => {
    const price = settings.weights.rotation;
    const named = world.spots.filter(({ creative }) => creative !== null);
    // Without a price it would only join the days of a week, which are solved one by one.
    if (price === 0 || named.length === 0) return { limits: [] };
    const weights = new Map(tables.creatives.rows.map((row) => [row.id, row.weight]));
    const keyOf = (s: number) => {
      const { advertiser, creative } = world.spots[s]!;
      return creative === null ? undefined : JSON.stringify([advertiser, creative]);
    };
    const groups = [...groupsOf(candidates, (j) => keyOf(candidates.spot[j]!))];
    const at = groups.map(([key]) => {
      const [advertiser, creative]: [string, string] = JSON.parse(key);
      const own = named.filter((spot) => spot.advertiser === advertiser);
      const all = [...new Set(own.map((spot) => spot.creative!))].reduce((sum, id) => sum + (weights.get(id) ?? 1), 0);
      return all === 0 ? own.length : Math.ceil((own.length * (weights.get(creative) ?? 1)) / all);
    });
    const group = new Int32Array(candidates.count).fill(-1);
    groups.forEach(([, own], g) => {
      for (const j of own) group[j] = g;
    });
    const label = (g: number) => (JSON.parse(groups[g]![0]) as string[]).join(': ');
    const over = [{ at: Float64Array.from(at), price }];
    const limits = { rule: 'rotation', groups: groups.length, members: { group }, over, label };
    return { limits: [{ ...limits, more: (g) => `one more airing of ${label(g)} within its share` }] };
  },
};
