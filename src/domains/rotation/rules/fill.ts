import { rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import { isFill } from '../world/spots.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** Spots of no value for breaks that would stay empty. */
export const fill = rule<typeof noParameters, World, RotationAxis>({
  name: 'fill',
  title: 'Fill',
  section: 'always',
  meaning:
    'Spots of the tier fill, such as public service announcements, have no value and no wish. They air only in breaks that hold nothing else, and are chosen last, when every other spot has its place: so they displace and move nothing. As many of the empty breaks as can be get one, then what else fits into them. They keep distances and caps, measured between breaks. What is left over counts nowhere. One that is locked, or stands in a closed break, keeps its place.',
  formula:
    'x(f, b) = 0 where any x(s, b) = 1, for fill f and any other spot s; the schedule without f is best without it',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const own = Array.from({ length: all.count }, (_, j) => j).filter(
      (j) => isFill(world.spots[all.spot[j]!]!) && !world.fixed.has(all.spot[j]!),
    );
    const rows = own.length === 0 ? [] : [{ columns: own, most: 0, label: 'spots of the tier fill' }];
    const limits = rowLimits({
      rule: 'fill',
      rows,
      columns,
      more: () => 'one spot of the tier fill in the place of another',
    });
    return limits.map((each) => ({
      ...each,
      fixed: true,
      why: (_, candidate) =>
        `${world.spots[all.spot[candidate]!]!.id} is fill: it airs in a break that stays empty once all else has its place`,
    }));
  },
});
