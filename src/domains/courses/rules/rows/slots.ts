import type { LimitRow } from '../../../../policy/rows.ts';
import { clockOf, dayName, type Week } from '../../../../tables/cells/week.ts';
import type { Course, Placements, World } from '../../world/world.ts';

/** For each of some people or things, the candidates that take each slot of its week. */
export interface Holders {
  readonly names: readonly string[];
  /** The candidates that take a slot of one of them. */
  readonly at: (who: number, slot: number) => readonly number[];
}

const NOBODY: readonly number[] = [];

/** The candidates that take each slot of everybody, where `of` says who is busy with a course. */
export function holdersOf(
  world: World,
  all: Placements,
  names: readonly string[],
  of: (course: Course) => readonly number[],
): Holders {
  const size = world.week.days.length * world.week.periods;
  const found: (number[] | undefined)[] = new Array(names.length * size);
  for (let j = 0; j < all.count; j++)
    for (const who of of(world.courses[all.course[j]!]!))
      for (const slot of world.slots(all.pattern[j]!, all.start[j]!)) {
        const key = who * size + slot;
        const list = found[key];
        if (list) list.push(j);
        else found[key] = [j];
      }
  return { names, at: (who, slot) => found[who * size + slot] ?? NOBODY };
}

/** Those of the curricula, which most rules ask for: found once for the candidates of a question. */
const known = new WeakMap<Placements, Holders>();

/** The candidates that take each slot of every curriculum. */
export function curriculaIn(world: World, all: Placements): Holders {
  const before = known.get(all);
  if (before) return before;
  const found = holdersOf(world, all, world.curricula, ({ curricula }) => curricula);
  known.set(all, found);
  return found;
}

/** "se2, Tue 10:30" */
export function slotText({ week }: { readonly week: Week }, name: string, slot: number): string {
  const day = week.days[Math.floor(slot / week.periods)]!;
  return `${name}, ${dayName(day)} ${clockOf(week, slot % week.periods)}`;
}

/** A row for each day of everybody. */
export function rowsByDay(
  world: World,
  { names }: Holders,
  row: (who: number, first: number, label: string) => readonly LimitRow[],
): readonly LimitRow[] {
  return names.flatMap((name, who) =>
    world.week.days.flatMap((day, d) => row(who, d * world.week.periods, `${name}, ${dayName(day)}`)),
  );
}

/** When a placement meets on the day whose first slot is given: its first period, and the one before which it ends. */
export function meetingOn({ week, patterns }: World, all: Placements, j: number, first: number): Stretch | undefined {
  const day = week.days[first / week.periods];
  const own = patterns[all.pattern[j]!]!.meetings.find((meeting) => meeting.day === day);
  return own && { from: all.start[j]!, to: all.start[j]! + own.periods };
}

/** A stretch of periods of a day. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The candidates that meet on a day of somebody, each once. */
export const meetingOnDay = ({ week }: World, holders: Holders, who: number, first: number): readonly number[] => [
  ...new Set(Array.from({ length: week.periods }, (_, period) => holders.at(who, first + period)).flat()),
];

/** The stretches of those candidates of a day that are chosen. */
export const stretches =
  (world: World, all: Placements, first: number) =>
  (chosen: readonly number[]): readonly Stretch[] =>
    chosen.flatMap((j) => meetingOn(world, all, j, first) ?? []);
