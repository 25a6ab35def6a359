import { z } from 'zod';
import type { Block } from '../../../../kernel/model.ts';
import { groupsBy, type LimitRow, rowLimits } from '../../../../policy/rows.ts';
import { rule } from '../../../../policy/rule.ts';
import type { CourseAxis, World } from '../../world/world.ts';
import { penaltyOrNever, pricedLimits } from '../rows/priced.ts';

const parameters = z
  .strictObject({
    penalty: penaltyOrNever('charged for each day that a course is short of its min_days; false: it must have them'),
  })
  .prefault({});

/** The meetings of a course are spread over some days. */
export const minDays = rule<typeof parameters, World, CourseAxis>({
  name: 'min_days',
  title: 'Days of a course',
  section: 'rules',
  meaning:
    'The meetings of a course are on at least as many days as its column min_days says. Where it must have them, a meeting that is left out excuses one day, and a course of patterns that is left out all of them. A course that may meet on one day, as all do whose column is empty, is never charged.',
  formula:
    'where min_days(c) > 1: days(c) + meetings left out >= min_days(c); or penalty * max(0, min_days(c) - days(c))',
  parameters,
  limits: ({ own: { penalty }, world, all, columns }) => {
    const { courses, patterns, week } = world;
    const byCourse = groupsBy(all.count, (j) => all.course[j]!);
    const inner: LimitRow[] = [];
    const blocks: Block[] = [];
    let next = columns;
    const rows = courses.flatMap(({ id, needs, minDays: least }, c): readonly LimitRow[] => {
      const candidates = byCourse.get(c) ?? [];
      if (least <= 1) return [];
      const daysOf = (j: number) => patterns[all.pattern[j]!]!.meetings;
      // One placement has all meetings: how many days it has is known.
      if (needs === 1) {
        const excused = penalty === false ? least : 0;
        const uses = candidates.map((j) => daysOf(j).length - excused);
        return [{ columns: candidates, uses, least: least - excused, label: id }];
      }
      const days = week.days.map((day) => {
        const some = candidates.filter((j) => daysOf(j)[0]!.day === day);
        const helper = next++;
        blocks.push({ columns: [helper], candidates: some, values: (chosen) => [Math.min(1, chosen.length)] });
        inner.push({ columns: [helper, ...some], uses: [1, ...some.map(() => -1)], most: 0, label: id });
        return helper;
      });
      if (penalty !== false) return [{ columns: days, least, label: id }];
      const uses = [...days.map(() => 1), ...candidates.map(() => -1)];
      return [{ columns: [...days, ...candidates], uses, least: least - needs, label: id }];
    });
    const more = (course: string) => `one day less for ${course}`;
    return {
      helpers: next - columns,
      blocks,
      limits: [
        ...pricedLimits({ rule: 'min_days', rows, columns: next, price: penalty, more }),
        ...rowLimits({ rule: 'course_day', rows: inner, columns: next, more }),
      ],
    };
  },
});
