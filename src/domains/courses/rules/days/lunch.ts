import { z } from 'zod';
import type { Block } from '../../../../kernel/model.ts';
import { type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { offByDefault, points, rule } from '../../../../policy/rule.ts';
import { clock } from '../../../../scenario/shape/fields.ts';
import { breakOf } from '../../../../tables/cells/week.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, meetingOnDay, rowsByDay, stretches } from '../rows/slots.ts';

const parameters = offByDefault({
  from: clock.default('11:30').describe('the break does not begin before'),
  to: clock.default('14:00').describe('and has ended at'),
  minutes: z.int().min(5).max(480).default(60).describe('its length'),
  cost: points().default(2).describe('points for each day of a curriculum without it'),
}).describe('what a day without a lunch break costs');

/** A curriculum has time to eat. */
export const lunch = rule<typeof parameters, World, CourseAxis>({
  name: 'lunch',
  title: 'Lunch break',
  section: 'rules',
  meaning:
    'On each day a curriculum should have a break of some length, inside some hours: whole periods of the day. Where weeks differ, each kind of week is charged once.',
  formula: 'cost where no break of `minutes` is free between from and to, for each curriculum and day',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    const { from, to, length } = breakOf(world.week, own);
    const inner: LimitRow[] = [];
    const blocks: Block[] = [];
    let next = columns;
    const rows = rowsByDay(world, holders, (who, first, label) => {
      // A helper for each break that is possible; a period that is taken forbids all breaks that it lies in.
      const breaks = Array.from({ length: Math.max(0, to - length - from + 1) }, (_, at) => ({
        helper: next + at,
        from: from + at,
      }));
      next += breaks.length;
      const taken = stretches(world, all, first);
      blocks.push({
        columns: breaks.map(({ helper }) => helper),
        candidates: meetingOnDay(world, holders, who, first),
        values: (chosen) => {
          const own = taken(chosen);
          const free = breaks.findIndex((each) =>
            own.every((meeting) => meeting.to <= each.from || meeting.from >= each.from + length),
          );
          return breaks.map((_, at) => (at === free ? 1 : 0));
        },
      });
      for (let period = from; period < to; period++) {
        const some = holders.at(who, first + period);
        const around = breaks.filter((each) => each.from <= period && period < each.from + length);
        if (some.length > 0 && around.length > 0)
          inner.push({ columns: [...some, ...around.map(({ helper }) => helper)], most: 1, label });
      }
      return breaks.length === 0 ? [] : [{ columns: breaks.map(({ helper }) => helper), least: 1, label }];
    });
    return {
      helpers: next - columns,
      blocks,
      limits: [
        ...pricedLimits({ rule: 'lunch', rows, columns: next, price: own.cost, more: (day) => `no lunch for ${day}` }),
        ...rowLimits({
          rule: 'break',
          rows: inner,
          columns: next,
          more: (day) => `one more course in the break of ${day}`,
        }),
      ],
    };
  },
});
