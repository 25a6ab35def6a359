import { type LimitRow, rowLimits } from '../../../policy/rows.ts';
import { noParameters, rule } from '../../../policy/rule.ts';
import type { CourseAxis, Placements, World } from '../world/world.ts';
import {
  busyWith,
  curriculaIn,
  type Holders,
  holdersOf,
  instructorsIn,
  meetingOnDay,
  rowsBySlot,
  slotText,
} from './rows/slots.ts';

interface Clash {
  readonly name: string;
  readonly title: string;
  readonly meaning: string;
  readonly formula: string;
  readonly holders: (world: World, all: Placements) => Holders;
  /** How many courses each may have at once; one where it is left out. */
  readonly most?: (world: World, who: number) => number;
}

/** A rule that somebody can be at one place at a time. */
const clash = ({ holders: holdersIn, most = () => 1, ...text }: Clash) =>
  rule<typeof noParameters, World, CourseAxis>({
    ...text,
    section: 'always',
    parameters: noParameters,
    limits: ({ world, all, columns }) => {
      const holders = holdersIn(world, all);
      const rows = rowsBySlot(world, holders, (who, own, label) => [
        { columns: own, most: most(world, holders.of[who]!), label },
      ]);
      return rowLimits({ rule: text.name, rows, columns, more: (label) => `one more course for ${label}` });
    },
  });

/** People of one curriculum take one course at a time. */
export const curriculum = clash({
  name: 'curriculum',
  title: 'No overlap in a curriculum',
  meaning: 'No two courses of a curriculum take the same period.',
  formula: 'for each curriculum, day and period: courses that take it <= 1',
  holders: curriculaIn,
});

/** An instructor teaches one course at a time. */
export const instructor = clash({
  name: 'instructor',
  title: 'No overlap for an instructor',
  meaning: 'No two courses of an instructor take the same period.',
  formula: 'for each instructor, day and period: courses that take it <= 1',
  holders: instructorsIn,
});

/** A room holds one course at a time, and a group of rooms as many as it has rooms. */
export const room = clash({
  name: 'room',
  title: 'One course in a room',
  meaning:
    'No two courses are in one room at the same time. A group of rooms that are alike holds as many courses as it has rooms; which of them each gets is said afterwards, and there is always a way.',
  formula: 'for each place, day and period: courses in it <= rooms of it',
  holders: (world, all) => {
    const rooms = world.places.map((_, place) => place).filter((place) => world.places[place]!.rooms.length > 0);
    const names = world.places.map(({ name }) => name);
    const by = (j: number) => (world.places[all.room[j]!]!.rooms.length === 0 ? [] : [all.room[j]!]);
    return holdersOf(world, all, { names, by, courses: () => rooms });
  },
  most: ({ places }, who) => places[who]!.rooms.length,
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
    const several = world.courses.filter(({ needs }) => needs > 1);
    const places = new Map(several.map((course, who) => [course.id, [who]] as const));
    const names = several.map(({ id }) => id);
    const holders = holdersOf(
      world,
      all,
      busyWith(all, names, (c) => places.get(world.courses[c]!.id) ?? []),
    );
    const apart = rowsBySlot(world, holders, (_, own, label) => [{ columns: own, most: 1, label }]);
    const few = several.flatMap(({ id, sameDay: most }, who) =>
      world.week.days.flatMap((_, day): readonly LimitRow[] => {
        const first = day * world.week.periods;
        const own = meetingOnDay(world, holders, who, first);
        return own.length > 1 ? [{ columns: own, most, label: slotText(world, id, first) }] : [];
      }),
    );
    return rowLimits({
      rule: 'same_day',
      rows: [...apart, ...few],
      columns,
      more: (label) => `one more meeting of ${label}`,
    });
  },
});
