import { rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { CourseAxis, Placements, World } from '../world/world.ts';
import { curriculaIn, type Holders, holdersOf, meetingOnDay, slotText } from './rows/slots.ts';

interface Clash {
  readonly name: string;
  readonly title: string;
  readonly noun: string;
  readonly holders: (world: World, all: Placements) => Holders;
}

/** A rule that somebody can be at one place at a time. */
const clash = ({ name, title, noun, holders: holdersIn }: Clash) =>
  rule<typeof noParameters, World, CourseAxis>({
    name,
    title,
    section: 'always',
    meaning: `No two courses of ${noun} take the same period.`,
    formula: `for each ${noun.replace(/^an? /, '')}, day and period: courses that take it <= 1`,
    parameters: noParameters,
    limits: ({ world, all, columns }) => {
      const holders = holdersIn(world, all);
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
  holders: curriculaIn,
});

/** An instructor teaches one course at a time. */
export const instructor = clash({
  name: 'instructor',
  title: 'No overlap for an instructor',
  noun: 'an instructor',
  holders: (world, all) => holdersOf(world, all, world.instructors, ({ instructors }) => instructors),
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
    const several = courses.filter(({ needs }) => needs > 1);
    const places = new Map(several.map((course, who) => [course, [who]] as const));
    const names = several.map(({ id }) => id);
    const holders = holdersOf(world, all, names, (course) => places.get(course) ?? []);
    const rows = several.flatMap(({ id, sameDay: most }, who) =>
      week.days.flatMap((_, day) => {
        const slots = Array.from({ length: week.periods }, (_, period) => day * week.periods + period);
        const each = slots.map((slot) => ({
          columns: holders.at(who, slot),
          most: 1,
          label: slotText(world, id, slot),
        }));
        const own = meetingOnDay(world, holders, who, slots[0]!);
        const ofDay = { columns: own, most, label: slotText(world, id, slots[0]!) };
        return [...each, ofDay].filter((row) => row.columns.length > 1);
      }),
    );
    return rowLimits({ rule: 'same_day', rows, columns, more: (label) => `one more meeting of ${label}` });
  },
});
