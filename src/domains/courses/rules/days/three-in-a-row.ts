import type { Block } from '../../../../kernel/model.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { offByDefault, points, rule, wholeNumber } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, meetingOn, meetingOnDay, rowsByDay, stretches } from '../rows/slots.ts';

const parameters = offByDefault({
  max: wholeNumber().default(0).describe('how often on a day three meetings may follow each other without a gap'),
  cost: points().default(1).describe('points for each time more'),
}).describe('what three meetings in a row cost');

/** A curriculum does not go from one meeting straight to the next, and again to the next. */
export const threeInARow = rule<typeof parameters, World, CourseAxis>({
  name: 'three_in_a_row',
  title: 'Three in a row',
  section: 'rules',
  meaning:
    'Three meetings of a curriculum that follow each other without a gap cost points. Four in a row are two times three. Where weeks differ, each kind of week is charged once.',
  formula: 'cost * max(0, meetings with another right before and right after - max), for each curriculum and day',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    const inner: LimitRow[] = [];
    const blocks: Block[] = [];
    let next = columns;
    const rows = rowsByDay(world, holders, (who, first, label) => {
      const day = meetingOnDay(world, holders, who, first);
      const at = (j: number) => meetingOn(world, all, j, first)!;
      const by = <K>(key: (j: number) => K) => groupsBy(day.length, (k) => key(day[k]!));
      const [starting, ending] = [by((j) => at(j).from), by((j) => at(j).to)];
      const middles = [...by((j) => at(j).from * (world.week.periods + 1) + at(j).to).values()].map((some) =>
        at(day[some[0]!]!),
      );
      const between = middles.flatMap(({ from, to }) => {
        const [before, after] = [ending.get(from) ?? [], starting.get(to) ?? []];
        return before.length === 0 || after.length === 0 ? [] : [{ from, to, before, after, helper: next++ }];
      });
      for (const { from, to, before, after, helper } of between) {
        const some = day.filter((j) => at(j).from === from && at(j).to === to);
        const both = [...before.map((k) => day[k]!), ...some, ...after.map((k) => day[k]!)];
        inner.push({ columns: [...both, helper], uses: [...both.map(() => 1), -1], most: 2, label });
      }
      const helpers = between.map(({ helper }) => helper);
      const taken = stretches(world, all, first);
      blocks.push({
        columns: helpers,
        candidates: day,
        values: (chosen) => {
          const own = taken(chosen);
          const has = (test: (each: { from: number; to: number }) => boolean) => own.some(test);
          return between.map(({ from, to }) =>
            has((each) => each.to === from) &&
            has((each) => each.from === from && each.to === to) &&
            has((each) => each.from === to)
              ? 1
              : 0,
          );
        },
      });
      return helpers.length === 0 ? [] : [{ columns: helpers, most: own.max, label }];
    });
    return {
      helpers: next - columns,
      blocks,
      limits: [
        ...pricedLimits({
          rule: 'three_in_a_row',
          rows,
          columns: next,
          price: own.cost,
          more: (day) => `three in a row once more on ${day}`,
        }),
        ...rowLimits({ rule: 'between', rows: inner, columns: next, more: (day) => `one more course on ${day}` }),
      ],
    };
  },
});
