import { offByDefault, points, rule, wholeNumber } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, rowsByDay } from '../rows/slots.ts';

const parameters = offByDefault({
  max: wholeNumber().min(1).default(8).describe('periods without a gap'),
  cost: points().default(1).describe('points for each further period without a gap'),
}).describe('what long days without a gap cost');

/** A curriculum has a gap now and then. */
export const run = rule<typeof parameters, World, CourseAxis>({
  name: 'run',
  title: 'Periods without a gap',
  section: 'rules',
  meaning:
    'A curriculum should not have too many periods in a row without a gap. Where weeks differ, each kind of week is charged once.',
  formula: 'cost * max(0, length - max), for each unbroken run of periods of a curriculum on a day',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    // A run of max + 3 periods fills three windows of max + 1.
    const rows = rowsByDay(world, holders, (who, first, label) =>
      Array.from({ length: Math.max(0, world.week.periods - own.max) }, (_, from) => {
        const uses = new Map<number, number>();
        for (let period = from; period <= from + own.max; period++)
          for (const j of holders.at(who, first + period)) uses.set(j, (uses.get(j) ?? 0) + 1);
        return { columns: [...uses.keys()], uses: [...uses.values()], most: own.max, label };
      }),
    );
    return pricedLimits({
      rule: 'run',
      rows,
      columns,
      price: own.cost,
      more: (day) => `one more period in a row for ${day}`,
    });
  },
});
