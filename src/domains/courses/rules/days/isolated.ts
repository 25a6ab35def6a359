import { groupsBy } from '../../../../policy/rows.ts';
import { offByDefault, points, rule } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, meetingOn, meetingOnDay, rowsByDay } from '../rows/slots.ts';

const parameters = offByDefault({
  cost: points().default(2).describe('points for each meeting that stands alone'),
}).describe('what a meeting of a curriculum costs that has no other one right before or after it');

/** The meetings of a curriculum on a day stand together. */
export const isolated = rule<typeof parameters, World, CourseAxis>({
  name: 'isolated',
  title: 'Meetings that stand alone',
  section: 'rules',
  meaning:
    'A meeting of a curriculum costs points where no other one of it ends as it begins, or begins as it ends. Where weeks differ, each kind of week is charged once.',
  formula: 'cost for each meeting of a curriculum with the period before it and the period after it free',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    const { periods } = world.week;
    const rows = rowsByDay(world, holders, (who, first, label) => {
      const day = meetingOnDay(world, holders, who, first);
      const at = (j: number) => meetingOn(world, all, j, first)!;
      const alike = groupsBy(day.length, (k) => at(day[k]!).from * (periods + 1) + at(day[k]!).to);
      return [...alike.values()].map((some) => {
        const meetings = some.map((k) => day[k]!);
        const { from, to } = at(meetings[0]!);
        const before = from > 0 ? holders.at(who, first + from - 1) : [];
        const after = to < periods ? holders.at(who, first + to) : [];
        // A long meeting may be both before and after no other: each candidate is here once.
        const beside = [...new Set([...before, ...after])].filter((j) => !meetings.includes(j));
        const uses = [...meetings.map(() => 1), ...beside.map(() => -1)];
        return { columns: [...meetings, ...beside], uses, most: 0, label };
      });
    });
    const more = (day: string) => `one more meeting alone for ${day}`;
    return pricedLimits({ rule: 'isolated', rows, columns, price: own.cost, more });
  },
});
