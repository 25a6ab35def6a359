import type { Block } from '../../../../kernel/model.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { offByDefault, points, rule } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';

const parameters = offByDefault({
  cost: points().default(1).describe('points for each room of a course beyond its first'),
}).describe('what it costs when the meetings of a course are in several rooms');

/** A course stays in its room. */
export const roomStability = rule<typeof parameters, World, CourseAxis>({
  name: 'room_stability',
  title: 'One room for a course',
  section: 'rules',
  meaning: 'Each room of a course beyond the first one costs points. Rooms of a group count as one.',
  formula: 'cost * max(0, rooms(c) - 1)',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const inner: LimitRow[] = [];
    const blocks: Block[] = [];
    let next = columns;
    const byCourse = groupsBy(all.count, (j) =>
      world.courses[all.course[j]!]!.needs > 1 ? all.course[j]! : undefined,
    );
    const rows = [...byCourse].flatMap(([c, candidates]): readonly LimitRow[] => {
      const { id, needs } = world.courses[c]!;
      const byRoom = groupsBy(candidates.length, (k) => all.room[candidates[k]!]!);
      if (byRoom.size < 2) return [];
      const helpers = [...byRoom].map(([place, some]) => {
        const helper = next++;
        const inRoom = some.map((k) => candidates[k]!);
        const label = `${id} in ${world.places[place]!.name}`;
        blocks.push({ columns: [helper], candidates: inRoom, values: (chosen) => [Math.min(1, chosen.length)] });
        inner.push({ columns: [...inRoom, helper], uses: [...inRoom.map(() => 1), -needs], most: 0, label });
        return helper;
      });
      return [{ columns: helpers, most: 1, label: id }];
    });
    return {
      helpers: next - columns,
      blocks,
      limits: [
        ...pricedLimits({
          rule: 'room_stability',
          rows,
          columns: next,
          price: own.cost,
          more: (course) => `one more room for ${course}`,
        }),
        ...rowLimits({
          rule: 'room_used',
          rows: inner,
          columns: next,
          more: (label) => `one more meeting of ${label}`,
        }),
      ],
    };
  },
});
