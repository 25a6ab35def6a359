import { plural } from '../../../text/format.ts';
import type { Course } from './courses.ts';
import type { Placements, World } from './world.ts';

/**
 * Why there is no placement of a course: no time, or no room. Of a course that has placements it says nothing sensible:
 * what filters take away of times and of rooms is asked apart, and one of the two must have left none.
 */
export const whyNowhere = (world: World, course: number): string =>
  noTime(world, world.courses[course]!) ?? noRoom(world, world.courses[course]!);

/** The courses that no placement exists for, where the scenario lets a course be left out: nothing else would say why. */
export function nowhereNotes({ settings, world, all }: Asked): readonly string[] {
  if (settings.rules.placed.penalty === false) return [];
  const possible = new Set(all.course);
  return world.courses.flatMap(({ id }, at) =>
    possible.has(at) ? [] : [`${id} is left out, for there is no placement for it: ${whyNowhere(world, at)}`],
  );
}

interface Asked {
  readonly settings: { readonly rules: { readonly placed: { readonly penalty: number | false } } };
  readonly world: World;
  readonly all: Placements;
}

function noTime({ week, patterns, starts, kinds }: World, course: Course): string | undefined {
  const own = course.patterns.map((at) => ({ at, ...patterns[at]! }));
  if (own.length === 0) return 'none of its patterns is on days that the week has';
  const held = own.filter(({ weeks }) => kinds.of(course.weeks, weeks).length > 0);
  if (held.length === 0)
    return course.weeks === null
      ? 'its patterns are held in no week of the term'
      : `it is held in weeks ${course.weeks}, and so in no week of the term`;
  const short = held.filter(({ longest }) => longest <= week.periods);
  if (short.length === 0) return `its meetings are longer than a day, which has ${plural(week.periods, 'period')}`;
  const fits = short.some(({ at, longest }) =>
    starts.some((_, start) => start + longest <= week.periods && course.timePoints(at, start) !== undefined),
  );
  return fits ? undefined : 'none of its allowed times fits one of its patterns';
}

/** Rooms that a course may have are refused by seats alone: everything else about rooms is in `refuses`. */
function noRoom({ places }: World, { features, students, refuses }: Course): string {
  const rooms = places.filter(({ rooms: own }) => own.length > 0);
  const missing = features.find((feature) => rooms.every((room) => !room.features.includes(feature)));
  if (missing !== undefined) return `it needs ${missing}, and no room has it`;
  const [largest] = places
    .filter((_, at) => refuses(at) === undefined)
    .toSorted((a, b) => b.seats - a.seats || (a.name < b.name ? -1 : 1));
  if (largest)
    return `it has ${plural(students, 'student')}, and of the rooms that it may have the largest, ${largest.name}, seats ${largest.seats}`;
  return features.length > 0
    ? `it needs ${features.join(' and ')}, and no room that it may have has ${features.length === 1 ? 'it' : 'all of it'}`
    : 'it may have none of the rooms';
}
