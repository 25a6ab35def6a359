import { DAYS, hiddenTimetable, PERIODS, type Placed } from './hidden.ts';
import { type Random, random } from './random.ts';
import { groupsFor, roomRows, wishesFor } from './rooms.ts';
import { type Section, sectionsFor } from './sections.ts';

/**
 * The week of a faculty, of invented departments: for 200 sections 40 rooms in two buildings, up to 90 instructors and
 * 40 curricula. A timetable that keeps all rules was there first, and the rows are made around it: they can be
 * satisfied. The same seed gives the same rows on every machine.
 */
export function facultyRows(seed: number, sections = 200): Readonly<Record<string, readonly object[]>> {
  const draw = random(seed);
  const all = sectionsFor(draw, sections);
  const groups = groupsFor(sections);
  const placed = hiddenTimetable(draw, all, groups);
  const people = [...new Set(all.flatMap(({ instructors }) => instructors))].toSorted();
  return {
    courses: all.map(({ id, periods, pattern, students, feature, instructors }) => ({
      course: id,
      periods,
      ...(pattern && { pattern }),
      ...(feature && { features: feature }),
      instructors: instructors.join(';'),
      students,
    })),
    curricula: all.flatMap(({ id, curricula }) => curricula.map((curriculum) => ({ curriculum, course: id }))),
    rooms: roomRows(groups),
    travel: [{ from: 'North', to: 'South', minutes: 15 }],
    allowed_rooms: all.flatMap((section) =>
      wishesFor(groups, section).map(({ group, points }) => ({ course: section.id, room: group.name, points })),
    ),
    allowed_times: all.filter(() => draw.percent(8)).flatMap(({ id }) => lateRisers(id)),
    instructors: people.filter(() => draw.percent(30)).map((name) => limitsOf(draw, name, placed)),
    unavailable: people.filter(() => draw.percent(35)).flatMap((name) => blockOf(draw, name, placed)),
    locks: placed.filter(() => draw.percent(3)).flatMap(lockRows),
    links: all.flatMap(({ id, lecture }) => (lecture ? [{ first: lecture, second: id, relation: 'other_days' }] : [])),
    common_students: commonStudents(draw, all),
  };
}

/** Who comes from far away likes neither the first hour nor the last two. */
const lateRisers = (course: string): readonly object[] => [
  { course },
  { course, start: '08:00', points: 3 },
  { course, start: '16:00', points: 1 },
  { course, start: '17:00', points: 2 },
];

const hoursOf = (name: string, placed: readonly Placed[]): readonly number[] =>
  placed.flatMap(({ section, hours }) => (section.instructors.includes(name) ? hours : []));

/** Some days a week at the most, or some hours a day: never less than the hidden timetable takes. */
function limitsOf(draw: Random, instructor: string, placed: readonly Placed[]): object {
  const byDay = DAYS.map((_, day) => hoursOf(instructor, placed).filter((hour) => Math.floor(hour / PERIODS) === day));
  const days = byDay.filter(({ length }) => length > 0).length;
  const most = Math.max(...byDay.map(({ length }) => length));
  return draw.percent(50) ? { instructor, days: Math.max(3, days) } : { instructor, day_periods: Math.max(4, most) };
}

/** A morning or an afternoon on which the hidden timetable has nothing for somebody. */
function blockOf(draw: Random, instructor: string, placed: readonly Placed[]): readonly object[] {
  const taken = new Set(hoursOf(instructor, placed));
  const halves = DAYS.flatMap((day, at) =>
    [0, PERIODS / 2].map((from) => ({
      day,
      from,
      hours: Array.from({ length: 5 }, (_, k) => at * PERIODS + from + k),
    })),
  );
  const free = draw.shuffled(halves).filter(({ hours }) => !hours.some((hour) => taken.has(hour)));
  return free.slice(0, draw.int(1, 2)).map(({ day, from }) => ({ instructor, day, periods: `${from}-${from + 4}` }));
}

const lockRows = ({ section, pattern, start }: Placed): readonly object[] =>
  pattern.map((part) => ({ course: section.id, day: part.slice(0, 3), start, periods: Number(part.slice(4)) }));

/** Students who take what their curriculum does not ask for: some pairs of each department and the one after it. */
function commonStudents(draw: Random, all: readonly Section[]): readonly object[] {
  const small = all.filter(({ students, pattern }) => students < 60 && pattern !== 'lab');
  const pairs = small.flatMap((first) => {
    if (!draw.percent(40)) return [];
    const near = small.filter(
      (second) =>
        second.id > first.id &&
        second.department - first.department <= 1 &&
        !first.curricula.some((name) => second.curricula.includes(name)) &&
        !first.instructors.some((name) => second.instructors.includes(name)),
    );
    const second = draw.shuffled(near)[0];
    return second ? [{ first: first.id, second: second.id, students: draw.int(2, 9) }] : [];
  });
  return pairs;
}
