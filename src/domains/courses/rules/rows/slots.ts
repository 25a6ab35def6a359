import type { LimitRow } from '../../../../policy/rows.ts';
import { clockOf, dayName, type Week } from '../../../../tables/cells/week.ts';
import { kindsIn, type Placements, type World } from '../../world/world.ts';

/**
 * For each of some people or things, the candidates that take each slot of its week. Who has weeks that differ is here
 * once for each kind of week.
 */
export interface Holders {
  readonly names: readonly string[];
  /** Whom each is: its place in the list that was asked for. */
  readonly of: readonly number[];
  /** The candidates that take a slot of one of them. */
  readonly at: (who: number, slot: number) => readonly number[];
}

const NOBODY: readonly number[] = [];

/** Some people or things that courses keep busy. */
export interface Busy {
  readonly names: readonly string[];
  /** Whom a candidate keeps busy, by their places among the names. */
  readonly by: (candidate: number) => readonly number[];
  /** Whom a course may keep busy, whatever its candidates are: by this their weeks differ. */
  readonly courses: (course: number) => readonly number[];
}

/** The candidates that take each slot of everybody. */
export function holdersOf(world: World, all: Placements, { names, by: of, courses }: Busy): Holders {
  const { kinds, week } = world;
  const weeksOf = (j: number) => kindsIn(world, all, j);
  const own = weeksByHolder(world, names.length, courses);
  const holders = names.flatMap((name, who) =>
    own[who]!.map((kind) => ({ who, kind, name: [name, kinds.all[kind]!.text].filter(Boolean).join(', ') })),
  );
  const first: number[] = [];
  holders.forEach(({ who }, at) => {
    first[who] ??= at;
  });
  const size = week.days.length * week.periods;
  const found: (number[] | undefined)[] = new Array(holders.length * size);
  for (let j = 0; j < all.count; j++)
    for (const who of of(j)) {
      const held = weeksOf(j);
      own[who]!.forEach((kind, at) => {
        if (!held.includes(kind)) return;
        for (const slot of world.slots(all.pattern[j]!, all.start[j]!)) {
          const key = (first[who]! + at) * size + slot;
          const list = found[key];
          if (list) list.push(j);
          else found[key] = [j];
        }
      });
    }
  return {
    names: holders.map(({ name }) => name),
    of: holders.map(({ who }) => who),
    at: (who, slot) => found[who * size + slot] ?? NOBODY,
  };
}

/** For everybody one week of each kind that differs for them. */
function weeksByHolder(world: World, count: number, of: Busy['courses']): readonly (readonly number[])[] {
  const { courses, patterns, kinds } = world;
  const held = Array.from({ length: count }, () => new Map<string, readonly number[]>());
  courses.forEach(({ weeks, patterns: own }, c) => {
    for (const pattern of own) {
      const some = kinds.of(weeks, patterns[pattern]!.weeks);
      for (const who of of(c)) held[who]!.set(some.join(), some);
    }
  });
  return held.map((masks) => {
    const own = [...masks.values()];
    const some = [...new Set(own.flat())].toSorted((a, b) => a - b);
    const alike = (kind: number) => own.map((mask) => Number(mask.includes(kind))).join('');
    const seen = new Set<string>();
    // Who has nothing at all still has a week, which may be charged for being empty.
    if (some.length === 0) return [0];
    return some.filter((kind) => !seen.has(alike(kind)) && seen.add(alike(kind)));
  });
}

/** People who are busy with all placements of some courses. */
export const busyWith = (all: Placements, names: readonly string[], courses: Busy['courses']): Busy => ({
  names,
  courses,
  by: (j) => courses(all.course[j]!),
});

/** Those of the curricula, which most rules ask for: found once for the candidates of a question. */
const known = new WeakMap<Placements, Holders>();

/** The candidates that take each slot of every curriculum. */
export function curriculaIn(world: World, all: Placements): Holders {
  const before = known.get(all);
  if (before) return before;
  const found = holdersOf(
    world,
    all,
    busyWith(all, world.curricula, (c) => world.courses[c]!.curricula),
  );
  known.set(all, found);
  return found;
}

/** The candidates that take each slot of every instructor. */
export const instructorsIn = (world: World, all: Placements): Holders =>
  holdersOf(
    world,
    all,
    busyWith(all, world.instructors, (c) => world.courses[c]!.instructors),
  );

/** "se2, Tue 10:30" */
export function slotText({ week }: { readonly week: Week }, name: string, slot: number): string {
  const day = week.days[Math.floor(slot / week.periods)]!;
  return `${name}, ${dayName(day)} ${clockOf(week, slot % week.periods)}`;
}

/** Rows for each slot of everybody that several candidates could take. */
export function rowsBySlot(
  world: World,
  holders: Holders,
  row: (who: number, columns: readonly number[], label: string) => readonly LimitRow[],
): readonly LimitRow[] {
  const slots = Array.from({ length: world.week.days.length * world.week.periods }, (_, slot) => slot);
  return holders.names.flatMap((name, who) =>
    slots.flatMap((slot) => {
      const columns = holders.at(who, slot);
      return columns.length > 1 ? row(who, columns, slotText(world, name, slot)) : [];
    }),
  );
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

/** The candidates of some slots of somebody, each with how many of them it takes. */
function totalOf(holders: Holders, who: number, first: number, slots: number) {
  const count = new Map<number, number>();
  for (let slot = first; slot < first + slots; slot++)
    for (const j of holders.at(who, slot)) count.set(j, (count.get(j) ?? 0) + 1);
  return { columns: [...count.keys()], uses: [...count.values()] };
}

/** The candidates of a day of somebody, each with the periods that it takes. */
export const totalOfDay = ({ week }: World, holders: Holders, who: number, first: number) =>
  totalOf(holders, who, first, week.periods);

/** The candidates of the week of somebody, each with the periods that it takes. */
export const totalOfWeek = ({ week }: World, holders: Holders, who: number) =>
  totalOf(holders, who, 0, week.days.length * week.periods);

/** The stretches of those candidates of a day that are chosen. */
export const stretches =
  (world: World, all: Placements, first: number) =>
  (chosen: readonly number[]): readonly Stretch[] =>
    chosen.flatMap((j) => meetingOn(world, all, j, first) ?? []);
