import { rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { Course, CourseAxis, World } from '../world/world.ts';
import { holdersOf, slotText } from './rows/slots.ts';

interface Clash {
  readonly name: string;
  readonly title: string;
  readonly noun: string;
  readonly names: (world: World) => readonly string[];
  readonly of: (course: Course) => readonly number[];
}

/** A rule that somebody can be at one place at a time. */
const clash = ({ name, title, noun, names, of }: Clash) =>
  rule<typeof noParameters, World, CourseAxis>({
    name,
    title,
    section: 'always',
    meaning: `No two courses of ${noun} take the same period.`,
    formula: `for each ${noun.replace(/^an? /, '')}, day and period: courses that take it <= 1`,
    parameters: noParameters,
    limits: ({ world, all, columns }) => {
      const holders = holdersOf(world, all, names(world), of);
      const size = world.week.days.length * world.week.periods;
      const rows = holders.names.flatMap((who, at) =>
        Array.from({ length: size }, (_, slot) => ({
          columns: holders.at(at, slot),
          most: 1,
          label: slotText(world, who, slot),
        })).filter((row) => row.columns.length > 1),
      );
      return rowLimits({ rule: name, rows, columns, more: (label) => `one more course for ${label}` });
    },
  });

/** People of one curriculum take one course at a time. */
export const curriculum = clash({
  name: 'curriculum',
  title: 'No overlap in a curriculum',
  noun: 'a curriculum',
  names: ({ curricula }) => curricula,
  of: ({ curricula }) => curricula,
});

/** An instructor teaches one course at a time. */
export const instructor = clash({
  name: 'instructor',
  title: 'No overlap for an instructor',
  noun: 'an instructor',
  names: ({ instructors }) => instructors,
  of: ({ instructors }) => instructors,
});

/** The meetings of one course do not overlap, and stand on as many days as it says. */
export const sameDay = rule<typeof noParameters, World, CourseAxis>({
  name: 'same_day',
  title: 'Meetings of a day',
  section: 'always',
  meaning: 'A course has one meeting a day, or as many as the column same_day says; two of them never overlap.',
  formula: 'meetings(c) on d <= same_day(c)',
  parameters: noParameters,
  limits: ({ world, all, columns }) => {
    const { week, courses } = world;
    const several = courses.flatMap(({ needs }, c) => (needs > 1 ? [c] : []));
    const holders = holdersOf(
      world,
      all,
      several.map((c) => courses[c]!.id),
      (course) => {
        const at = several.indexOf(courses.indexOf(course));
        return at < 0 ? [] : [at];
      },
    );
    const rows = several.flatMap((c, who) =>
      week.days.flatMap((_, day) => {
        const slots = Array.from({ length: week.periods }, (_, period) => day * week.periods + period);
        const each = slots.map((slot) => ({
          columns: holders.at(who, slot),
          most: 1,
          label: slotText(world, courses[c]!.id, slot),
        }));
        const own = [...new Set(each.flatMap(({ columns: some }) => some))];
        const ofDay = { columns: own, most: courses[c]!.sameDay, label: slotText(world, courses[c]!.id, slots[0]!) };
        return [...each, ofDay].filter((row) => row.columns.length > 1);
      }),
    );
    return rowLimits({ rule: 'same_day', rows, columns, more: (label) => `one more meeting of ${label}` });
  },
});
