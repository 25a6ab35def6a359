import type { Random } from './random.ts';
import { type Group, wishesFor } from './rooms.ts';
import type { Section } from './sections.ts';

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
/** Periods of a day: hours from 8 to 18. */
export const PERIODS = 10;

/** On which days a section may meet, and for how many hours: the scenario says the same. */
export const PATTERNS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  2: [['mon:2'], ['tue:2'], ['wed:2'], ['thu:2'], ['fri:2']],
  3: [
    ['mon:1', 'wed:1', 'fri:1'],
    ['mon:2', 'thu:1'],
    ['tue:2', 'fri:1'],
    ['tue:1', 'thu:2'],
  ],
  4: [
    ['mon:2', 'wed:2'],
    ['tue:2', 'thu:2'],
    ['wed:2', 'fri:2'],
  ],
  lab: [['mon:3'], ['tue:3'], ['wed:3'], ['thu:3'], ['fri:3']],
};

/** Hours that a section takes, and where. */
export interface Placed {
  readonly section: Section;
  readonly pattern: readonly string[];
  readonly start: number;
  readonly group: Group;
  /** Its hours, counted over the week. */
  readonly hours: readonly number[];
}

/** A timetable that keeps every rule that nothing breaks; nobody is shown it. The data are made so that it fits. */
export function hiddenTimetable(
  draw: Random,
  sections: readonly Section[],
  groups: readonly Group[],
): readonly Placed[] {
  // What fits into few rooms, and what is long, comes first.
  const order = draw
    .shuffled(sections)
    .toSorted((a, b) => Number(b.students > 60) - Number(a.students > 60) || b.periods - a.periods);
  const placed: Placed[] = [];
  for (const section of order) {
    const options = draw.shuffled(optionsOf(section, groups));
    const fits = options.find((option) => placed.every((other) => getAlong(option, other)) && hasRoom(option, placed));
    if (fits === undefined) throw new Error(`the sample has no place for ${section.id}`);
    placed.push(fits);
  }
  return placed;
}

function optionsOf(section: Section, groups: readonly Group[]): readonly Placed[] {
  const rooms = wishesFor(groups, section);
  return PATTERNS[section.pattern || String(section.periods)]!.flatMap((pattern) => {
    const meetings = pattern.map(
      (part) => [DAYS.findIndex((day) => part.startsWith(day)), Number(part.slice(4))] as const,
    );
    const longest = Math.max(...meetings.map(([, length]) => length));
    return Array.from({ length: PERIODS - longest + 1 }, (_, start) => {
      const hours = meetings.flatMap(([day, length]) => Array.from({ length }, (_, at) => day * PERIODS + start + at));
      return rooms.map(({ group }): Placed => ({ section, pattern, start, group, hours }));
    }).flat();
  });
}

/** People are at one place at a time and have time for the street; a laboratory is on another day than its lecture. */
function getAlong(one: Placed, other: Placed): boolean {
  const [a, b] = [one.section, other.section];
  if (a.lecture === b.id || b.lecture === a.id) {
    const days = other.hours.map((hour) => Math.floor(hour / PERIODS));
    if (one.hours.some((hour) => days.includes(Math.floor(hour / PERIODS)))) return false;
  }
  const shared =
    a.instructors.some((name) => b.instructors.includes(name)) ||
    a.curricula.some((name) => b.curricula.includes(name));
  if (!shared) return true;
  const across = one.group.building !== other.group.building;
  return !one.hours.some((hour) =>
    other.hours.some((its) => its === hour || (across && Math.abs(its - hour) === 1 && sameDay(its, hour))),
  );
}

const sameDay = (a: number, b: number): boolean => Math.floor(a / PERIODS) === Math.floor(b / PERIODS);

const hasRoom = ({ group, hours }: Placed, placed: readonly Placed[]): boolean => {
  const own = placed.filter((other) => other.group.name === group.name);
  return hours.every((hour) => own.filter((other) => other.hours.includes(hour)).length < group.count);
};
