import { numbers } from './instances.ts';

/**
 * A made instance of curriculum-based course timetabling, in the words of the competition ITC-2007: about 16 courses for
 * each room, rooms of four sizes, teachers of one to three courses, curricula of three to five courses.
 */
export function madeTimetable(courses: number, seed: number): string {
  const below = numbers(seed * 6007 + courses);
  const [days, periods] = [5, 6];
  const names = Array.from({ length: courses }, (_, at) => `c${at}`);
  const teachers = Math.ceil(courses * 0.7);
  const rooms = Array.from({ length: Math.ceil(courses / 5.5) }, (_, at) => ({
    name: `r${at}`,
    seats: [30, 60, 100, 200][at % 4]!,
  }));
  const rows = names.map((name, at) => {
    const lectures = 3 + below(4);
    const students = [20, 25, 40, 55, 80, 120][below(6)]!;
    return `${name} t${at < teachers ? at : below(teachers)} ${lectures} ${Math.min(4, 2 + below(3), lectures)} ${students}`;
  });
  const curricula = Array.from({ length: Math.ceil(courses / 2.5) }, (_, at) => {
    const own = new Set(Array.from({ length: 3 + below(3) }, () => names[below(courses)]!));
    return `q${at} ${own.size} ${[...own].join(' ')}`;
  });
  const blocked = names.flatMap((name) =>
    below(3) > 0
      ? []
      : Array.from(
          new Set([below(30), below(30), below(30)]),
          (slot) => `${name} ${slot % days} ${Math.floor(slot / days)}`,
        ),
  );
  return [
    'Name: made',
    `Courses: ${courses}`,
    `Rooms: ${rooms.length}`,
    `Days: ${days}`,
    `Periods_per_day: ${periods}`,
    `Curricula: ${curricula.length}`,
    `Constraints: ${blocked.length}`,
    '',
    'COURSES:',
    ...rows,
    '',
    'ROOMS:',
    ...rooms.map(({ name, seats }) => `${name} ${seats}`),
    '',
    'CURRICULA:',
    ...curricula,
    '',
    'UNAVAILABILITY_CONSTRAINTS:',
    ...blocked,
    '',
    'END.',
    '',
  ].join('\n');
}
