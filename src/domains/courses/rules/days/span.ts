import type { Block } from '../../../../kernel/model.ts';
import { type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { offByDefault, points, rule, wholeNumber } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, rowsByDay } from '../rows/slots.ts';
import { windowOf } from '../rows/window.ts';

const parameters = offByDefault({
  max: wholeNumber().default(14).describe('periods from the first to the last one of a day'),
  cost: points().default(1).describe('points for each further period'),
}).describe('what days cost that are long from end to end, gaps included');

/** A day of a curriculum does not last from morning to night. */
export const span = rule<typeof parameters, World, CourseAxis>({
  name: 'span',
  title: 'Span of a day',
  section: 'rules',
  meaning:
    'From the first course of a curriculum on a day to the end of its last one, gaps included, should not pass too many periods. Where weeks differ, each kind of week is charged once.',
  formula: 'cost * max(0, last end - first start - max), for each curriculum and day',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    const inner: LimitRow[] = [];
    const blocks: Block[] = [];
    let next = columns;
    const rows = rowsByDay(world, holders, (who, first, label) => {
      const window = windowOf(world, all, { holders, who, first, most: own.max, columns: next, label });
      blocks.push(window.block);
      next += window.helpers;
      inner.push(...window.rows);
      return window.helpers === 0 ? [] : [{ columns: window.beyond, most: 0, label }];
    });
    return {
      helpers: next - columns,
      blocks,
      limits: [
        ...pricedLimits({
          rule: 'span',
          rows,
          columns: next,
          price: own.cost,
          more: (day) => `one more period from end to end for ${day}`,
        }),
        ...rowLimits({ rule: 'window', rows: inner, columns: next, more: (day) => `one more course on ${day}` }),
      ],
    };
  },
});
