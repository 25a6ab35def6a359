import { z } from 'zod';
import type { Block } from '../../../../kernel/model.ts';
import { type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { offByDefault, points, rule, wholeNumber } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { pricedLimits } from '../rows/priced.ts';
import { curriculaIn, rowsByDay, totalOfDay } from '../rows/slots.ts';
import { usedDay } from '../rows/used.ts';

const parameters = offByDefault({
  min: wholeNumber().default(4).describe('periods that a day should have at least'),
  max: wholeNumber().default(14).describe('and at most'),
  under: points().default(1).describe('points for each period under the least'),
  over: points().default(1).describe('points for each period over the most'),
  empty_ok: z.boolean().default(true).describe('whether a day without any course is as good as a full one'),
}).describe('what short and long days of a curriculum cost');

/** A day of a curriculum is neither short nor long. */
export const dayTotal = rule<typeof parameters, World, CourseAxis>({
  name: 'day_total',
  title: 'Length of a day',
  section: 'rules',
  meaning:
    'A curriculum should have neither a few periods on a day nor too many. A day without any is fine where empty_ok says so. Where weeks differ, each kind of week is charged once.',
  formula:
    'under * max(0, min - periods) where the day is used + over * max(0, periods - max), for each curriculum and day',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const holders = curriculaIn(world, all);
    const uses: LimitRow[] = [];
    const blocks: Block[] = [];
    let helpers = 0;
    const short = rowsByDay(world, holders, (who, first, label) => {
      const day = totalOfDay(world, holders, who, first);
      if (!own.empty_ok) return [{ ...day, least: own.min, label }];
      // A helper says whether the day is used; then it owes `min` periods.
      const used = columns + helpers++;
      const its = usedDay(world, all, { holders, who, first, helper: used, label });
      blocks.push(its.block);
      uses.push(...its.rows);
      return [{ columns: [...day.columns, used], uses: [...day.uses, -own.min], least: 0, label }];
    });
    const long = rowsByDay(world, holders, (who, first, label) => [
      { ...totalOfDay(world, holders, who, first), most: own.max, label },
    ]);
    const width = columns + helpers;
    return {
      helpers,
      blocks,
      limits: [
        ...pricedLimits({
          rule: 'short_day',
          rows: short,
          columns: width,
          price: own.under,
          more: (day) => `one period less for ${day}`,
        }),
        ...pricedLimits({
          rule: 'long_day',
          rows: long,
          columns: width,
          price: own.over,
          more: (day) => `one more period for ${day}`,
        }),
        ...rowLimits({ rule: 'day_used', rows: uses, columns: width, more: (day) => `one more course on ${day}` }),
      ],
    };
  },
});
