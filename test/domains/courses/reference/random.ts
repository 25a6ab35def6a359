import { numbers } from '../../../../bench/instances.ts';
import type { Keys } from '../weeks.ts';

const DAYS = ['mon', 'tue', 'wed'] as const;

/** A random week of two or three days, up to six periods each, with two or three courses. */
export function randomWeek(seed: number): Keys {
  const below = numbers(seed * 7919 + 3);
  const oneIn = (n: number) => below(n) === 0;
  const days = DAYS.slice(0, 2 + below(2));
  const periods = 4 + below(3);
  const names = ['A', 'B', 'C'].slice(0, 2 + Number(oneIn(4)));
  const day = () => days[below(days.length)]!;
  // Of the seven patterns of 2 to 4 periods in all, some.
  const lengths = [2, 3, 4].filter(() => below(3) > 0);
  const patternsOf = (total: number) => {
    const two = days.flatMap((a, at) =>
      days.slice(at + 1).flatMap((b) => (total % 2 === 0 ? [[`${a}:${total / 2}`, `${b}:${total / 2}`]] : [])),
    );
    const uneven = total === 3 ? [[`${days[0]}:2`, `${days[1]}:1`]] : [];
    const all = [...days.map((each) => [`${each}:${total}`]), ...two, ...uneven];
    const some = all.filter(() => below(3) > 0);
    return some.length > 0 ? some : [all[0]!];
  };
  const totals = lengths.length > 0 ? lengths : [2];
  const patterns = Object.fromEntries(totals.map((total) => [total, patternsOf(total)]));
  const instructors = ['X', 'Y'];
  const courses = names.map((course) => {
    const teachers = instructors.filter(() => oneIn(3));
    const own = teachers.length > 0 ? { instructors: teachers } : {};
    if (!oneIn(4)) return { course, periods: totals[below(totals.length)]!, ...own };
    const length = 1 + below(2);
    return { course, periods: 2 * length, meetings: 2, ...(oneIn(2) ? { same_day: 2 } : {}), ...own };
  });
  const curricula = Object.fromEntries(
    ['k1', 'k2']
      .slice(0, 1 + below(2))
      .map((curriculum) => [curriculum, { courses: names.filter(() => below(4) > 0) }] as const)
      .filter(([, { courses: own }]) => own.length > 0),
  );
  const range = () => {
    const from = below(periods);
    return [from, Math.min(periods - 1, from + below(2))];
  };
  const people = courses.flatMap(({ instructors: own }) => (own as readonly string[] | undefined) ?? []);
  const block = () => {
    const which = below(3);
    const whose =
      which === 1 && Object.keys(curricula).length > 0
        ? { curriculum: Object.keys(curricula)[0] }
        : which === 2 && people.length > 0
          ? { instructor: people[0] }
          : { course: names[below(names.length)] };
    const form = below(4);
    const when =
      form === 0
        ? { from: '09:15' }
        : form === 1
          ? { to: '09:45', from: '09:10' }
          : form === 2
            ? {}
            : { periods: [range()] };
    return { ...whose, ...(form !== 2 && oneIn(4) ? {} : { day: day() }), ...when };
  };
  const unavailable = Array.from({ length: oneIn(2) ? 0 : 1 + below(2) }, block);
  const locks = oneIn(4) ? lockOf(names[0]!, courses[0]!, { patterns, days, periods, below }) : [];
  return {
    week: { days, periods, first: '08:00', minutes: 30 },
    patterns,
    courses,
    ...(Object.keys(curricula).length > 0 && { curricula }),
    ...(unavailable.length > 0 && { unavailable }),
    ...(locks.length > 0 && { locks }),
    ...randomPrices(periods, below),
  };
}

/** What a week charges for: each rule of it is there in half of the weeks. */
export function randomPrices(periods: number, below: (n: number) => number): Keys {
  const oneIn = (n: number) => below(n) === 0;
  const rule = (own: Keys) => (oneIn(2) ? own : false);
  const [early, late] = [below(3), 2 + below(periods)];
  return {
    weights: { start: { early, late, early_cost: below(3), late_cost: below(3) } },
    rules: {
      placed: { penalty: oneIn(2) ? false : 1 + below(9) },
      day_total: rule({
        ...{ min: below(5), max: 1 + below(5), under: below(4), over: below(4) },
        empty_ok: oneIn(2),
      }),
      span: rule({ max: below(7), cost: 1 + below(3) }),
      run: rule({ max: 1 + below(5), cost: 1 + below(3) }),
      three_in_a_row: rule({ max: below(2), cost: 1 + below(4) }),
      lunch: rule({
        ...{ from: ['08:30', '08:45'][below(2)], to: ['10:30', '10:00', '11:00'][below(3)] },
        ...{ minutes: [30, 45, 60][below(3)], cost: 1 + below(4) },
      }),
    },
  };
}

interface Scope {
  readonly patterns: Readonly<Record<string, readonly (readonly string[])[]>>;
  readonly days: readonly string[];
  readonly periods: number;
  readonly below: (n: number) => number;
}

/** A lock of a course in one of its patterns; of a course of free meetings, of one of them. */
function lockOf(
  course: string,
  { periods: total, meetings }: { readonly periods: number; readonly meetings?: number },
  { patterns, days, periods, below }: Scope,
): readonly Keys[] {
  const free = `${days[below(days.length)]}:${total / (meetings ?? 1)}`;
  const own = meetings === undefined ? patterns[total]![below(patterns[total]!.length)]! : [free];
  const parts = own.map((part) => part.split(':'));
  const room = periods - Math.max(...parts.map(([, length]) => Number(length)));
  const start = below(room + 1);
  return [{ course, at: parts.map(([day, length]) => ({ day, start, len: Number(length) })) }];
}
