import { numbers } from '../../../../bench/instances.ts';
import type { Keys } from '../weeks.ts';
import { randomPrices } from './random.ts';

const DAYS = ['mon', 'tue', 'wed'] as const;
const PERIODS = 6;

/** Draws a whole number below another. */
type Below = (n: number) => number;

/**
 * A random week of 12 to 14 courses in curricula that overlap. A timetable is drawn first; then each course keeps its
 * place in it, and some get a little room beside it, so that all timetables can still be tried.
 */
export function largerWeek(seed: number): Keys {
  const below = numbers(seed * 104_729 + 11);
  const oneIn = (n: number) => below(n) === 0;
  const names = Array.from({ length: 12 + below(3) }, (_, index) => `C${index}`);
  const size = 4 + below(2);
  const curricula = Object.fromEntries(
    Array.from({ length: Math.ceil(names.length / (size - 1)) }, (_, k) => [
      `k${k}`,
      { courses: names.slice(k * (size - 1), k * (size - 1) + size) },
    ]),
  );
  const teachers = new Map(names.map((name) => [name, oneIn(3) ? ['X', 'Y', 'Z'][below(3)]! : undefined]));
  const drawn = drawTimetable(names, below, (name) => [
    ...Object.entries(curricula).flatMap(([own, { courses }]) => (courses.includes(name) ? [own] : [])),
    teachers.get(name) ?? name,
  ]);
  // Who can also meet an hour later, and who on another day.
  const places = drawn.map((place) => ({ ...place, later: oneIn(3), other: oneIn(3) }));
  const patterns = Object.fromEntries(
    places.map(({ name, days, length, other }) => {
      const also = DAYS.filter((day) => other && days.length === 1 && !days.includes(day)).slice(0, 1);
      return [name, [days, ...also.map((day) => [day])].map((each) => each.map((day) => `${day}:${length}`))];
    }),
  );
  const unavailable = places.map(({ name, start, length, later }) => {
    const end = Math.min(PERIODS, start + length + Number(later));
    const outside = [...(start > 0 ? [[0, start - 1]] : []), ...(end < PERIODS ? [[end, PERIODS - 1]] : [])];
    return { course: name, periods: outside };
  });
  return {
    week: { days: DAYS, periods: PERIODS, first: '08:00', minutes: 30 },
    ...{ patterns, curricula },
    courses: places.map(({ name, days, length }) => ({
      ...{ course: name, periods: days.length * length, pattern: name },
      ...(teachers.get(name) === undefined ? {} : { instructors: [teachers.get(name)] }),
    })),
    unavailable: unavailable.filter(({ periods }) => periods.length > 0),
    ...randomPrices(PERIODS, below),
  };
}

/** A timetable without a clash, course by course; what finds no place in 100 attempts clashes. */
function drawTimetable(names: readonly string[], below: Below, busyWith: (name: string) => readonly string[]) {
  const taken = new Set<string>();
  return names.map((name) => {
    const length = 1 + Number(below(3) === 0);
    const draw = () => {
      const days = below(4) === 0 ? ['mon', 'wed'] : [DAYS[below(DAYS.length)]!];
      const start = below(PERIODS - length + 1);
      const slots = days.flatMap((day) =>
        Array.from({ length }, (_, at) => busyWith(name).map((who) => `${who} ${day} ${start + at}`)).flat(),
      );
      return { name, days, length, start, slots };
    };
    let place = draw();
    for (let attempt = 0; attempt < 100 && place.slots.some((slot) => taken.has(slot)); attempt++) place = draw();
    for (const slot of place.slots) taken.add(slot);
    return place;
  });
}
