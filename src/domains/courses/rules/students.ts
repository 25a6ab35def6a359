import { offByDefault, points, rule } from '../../../policy/rule.ts';
import type { CourseAxis, World } from '../world/world.ts';
import { pricedLimits } from './rows/priced.ts';
import { busyWith, holdersOf, rowsBySlot } from './rows/slots.ts';

const parameters = offByDefault({
  cost: points().default(1).describe('points for each student and each period of a clash'),
}).describe('what it costs when two courses with students in common overlap');

/** Students can go to all courses that they take. */
export const students = rule<typeof parameters, World, CourseAxis>({
  name: 'students',
  title: 'Clashes of students',
  section: 'rules',
  meaning:
    'Two courses with students in common cost points while they overlap: for each student and each period. Where weeks differ, each kind of week is charged once.',
  formula: 'cost * students(a, b) * periods in which a and b overlap',
  parameters,
  limits: ({ own, world, all, columns }) => {
    const pairs = world.tables.common_students.rows.filter((pair) => pair.students > 0);
    const of = world.courses.map((): number[] => []);
    pairs.forEach(({ first, second }, at) => {
      for (const id of [first, second]) of[world.courseAt(id)]!.push(at);
    });
    const names = pairs.map(({ first, second }) => `${first} and ${second}`);
    const holders = holdersOf(
      world,
      all,
      busyWith(all, names, (c) => of[c]!),
    );
    const rows = rowsBySlot(world, holders, (who, some, label) => {
      const { students: count } = pairs[holders.of[who]!]!;
      return [{ columns: some, uses: some.map(() => count), most: count, label }];
    });
    const more = (label: string) => `one more student in both of ${label}`;
    return pricedLimits({ rule: 'students', rows, columns, price: own.cost, more });
  },
});
