import { numbers } from '../../../../bench/instances.ts';
import type { Schedule } from '../../../../src/domain.ts';
import { judge, type Keys, type Opened } from '../weeks.ts';

/** Rules that more rows can still mend. */
const MENDED = new Set(['placed', 'locks', 'min_days', 'teaching']);

/** More combinations than this take too long to try: such a week counts as none. */
const MANY = 5000;

/**
 * The best net score of all schedules without a violation, rooms and weeks of the term included; -Infinity where there
 * is none, undefined where there are too many schedules to try.
 */
export function bestWide(week: Opened): number | undefined {
  const { settings, tables } = week;
  const rooms = ['', ...new Set(tables.rooms.rows.map(({ room, group }) => group ?? room))];
  const starts = Array.from({ length: settings.week.periods }, (_, period) => String(8 + period).padStart(2, '0'));
  const each = tables.courses.rows.map((row): readonly Schedule[] => {
    const times = tables.allowed_times.rows.filter(({ course }) => course === row.course);
    const named =
      row.meetings === null
        ? (settings.patterns[row.pattern ?? row.periods] ?? []).map((parts) => parts.join('+'))
        : settings.week.days.map((day) => `${day}:${row.periods / row.meetings!}`);
    const patterns = times.length > 0 && times.every(({ pattern }) => pattern !== null) ? [] : named;
    const all = [...new Set([...patterns, ...times.flatMap(({ pattern }) => pattern ?? [])])];
    const single = all.flatMap((pattern) =>
      starts.flatMap((hour) => rooms.map((room) => ({ course: row.course, pattern, start: `${hour}:00`, room }))),
    );
    const fine = (schedule: Schedule) => judge(week, schedule).violations.every(({ rule }) => MENDED.has(rule));
    const sets: Schedule[] = [[]];
    for (const one of single.filter((row) => fine([row])))
      sets.push(...sets.filter(({ length }) => length < (row.meetings ?? 1)).map((set) => [...set, one]));
    return sets.filter(fine);
  });
  if (each.reduce((product, { length }) => product * length, 1) > MANY) return undefined;
  let best = -Infinity;
  const extend = (at: number, schedule: Schedule): void => {
    const { violations, objective } = judge(week, schedule);
    const own = each[at];
    if (own === undefined) {
      if (violations.length === 0) best = Math.max(best, objective.net_score!);
      return;
    }
    if (violations.some(({ rule }) => !MENDED.has(rule))) return;
    for (const more of own) extend(at + 1, [...schedule, ...more]);
  };
  extend(0, []);
  return best;
}

const DAYS = ['mon', 'tue'] as const;
const RELATIONS = [
  ...['same_start', 'same_time', 'other_time', 'same_days', 'other_days', 'same_weeks', 'other_weeks', 'overlap'],
  ...['apart', 'after', 'in_a_row', 'min_gap', 'work_day', 'same_room', 'other_room', 'together'],
];

/** A random week of hours with rooms, buildings, weeks of a term, instructors, links and students in common. */
export function wideWeek(seed: number): Keys {
  const below = numbers(seed * 104_729 + 11);
  const oneIn = (n: number) => below(n) === 0;
  const pick = <V>(list: readonly V[]): V => list[below(list.length)]!;
  const periods = 3 + below(2);
  const names = ['A', 'B', 'C'].slice(0, 2 + Number(oneIn(3)));
  const masks = ['odd', 'even', '1-2', '2;4'];
  const weekly = (parts: readonly string[]) => (oneIn(5) ? [...parts, `weeks:${pick(masks)}`] : parts);
  const patterns = {
    1: [['mon:1'], ['tue:1']].map(weekly),
    2: [['mon:2'], ['mon:1', 'tue:1'], ['tue:2']].filter((_, at) => at === 0 || oneIn(2)).map(weekly),
    3: [['mon:2', 'tue:1'], ['tue:3']].map(weekly),
  };
  const courses = names.map((course) => {
    const more = {
      ...(oneIn(3) && { instructors: [pick(['X', 'Y'])] }),
      ...(oneIn(2) && { students: below(30) }),
      ...(oneIn(6) && { features: ['lab'] }),
      ...(oneIn(8) && { roomless: 'yes' }),
      ...(oneIn(3) && { weeks: pick(masks) }),
      ...(oneIn(3) && { min_days: 2 }),
    };
    if (!oneIn(3)) return { course, periods: 1 + below(3), ...more };
    return { course, periods: 2, meetings: 2, same_day: 1 + below(2), ...more };
  });
  const rooms = oneIn(4)
    ? []
    : [
        { room: 'R1', seats: 10 + below(10), building: 'N', ...(oneIn(2) && { features: ['lab'] }) },
        { room: 'R2', seats: 20, building: oneIn(2) ? 'S' : 'N' },
        ...(oneIn(3)
          ? [
              { room: 'R3', seats: 20, building: 'S', group: 'G' },
              { room: 'R4', seats: 20, building: 'S', group: 'G' },
            ]
          : []),
      ];
  const places = [...new Set(rooms.map((each) => ('group' in each ? 'G' : each.room)))];
  const link = () => {
    const relation = pick(RELATIONS);
    const measured = relation === 'min_gap' || relation === 'work_day';
    return {
      ...{ first: names[below(2)], second: names.at(-1) },
      ...{ relation, ...(measured && { minutes: 60 * (1 + below(3)) }), ...(oneIn(2) && { penalty: 1 + below(5) }) },
    };
  };
  const links = Array.from({ length: below(3) }, link).filter(({ first, second }) => first !== second);
  const teachers = [...new Set(courses.flatMap((course) => (course as { instructors?: string[] }).instructors ?? []))];
  const cap = (n: number) => (oneIn(2) ? { [pick(['days', 'periods', 'day_periods', 'gaps'])]: below(n) } : {});
  const buildings = new Set(rooms.map(({ building }) => building));
  const times = (course: { course: string; periods: number; meetings?: number }) => {
    if (course.meetings !== undefined || !oneIn(4)) return [];
    const own = patterns[course.periods as 1 | 2 | 3].map((parts) => parts.join('+'));
    return [
      { course: course.course, pattern: own[0]!, start: '08:00', points: below(4) - 2 },
      { course: course.course, ...(oneIn(2) && { pattern: own.at(-1)! }), start: '09:00', points: below(4) },
    ].filter((row) => row.start === '08:00' || !('pattern' in row) || periods > 3);
  };
  const allowed_times = courses.flatMap((course) => times(course as never));
  const allowed_rooms = names.flatMap((course) =>
    rooms.length > 0 && oneIn(5)
      ? [...new Set([pick(places), pick(places)])].map((room) => ({ course, room, points: below(3) }))
      : [],
  );
  const soft = (value: number) => (oneIn(2) ? value : false);
  const unique = <R>(rows: readonly R[], key: (row: R) => string) => [
    ...new Map(rows.map((row) => [key(row), row])).values(),
  ];
  return {
    week: { days: DAYS, periods, first: '08:00', minutes: 60 },
    patterns,
    courses,
    ...(rooms.length > 0 && { rooms }),
    ...(oneIn(2) && { curricula: { k: { courses: names.filter((_, at) => at < 2 || oneIn(2)) } } }),
    ...(links.length > 0 && { links: unique(links, ({ first, second, relation }) => `${first}${second}${relation}`) }),
    ...(teachers.length > 0 && { instructors: teachers.map((instructor) => ({ instructor, ...cap(4) })) }),
    ...(allowed_times.length > 0 && { allowed_times }),
    ...(allowed_rooms.length > 0 && { allowed_rooms }),
    ...(oneIn(2) && { common_students: [{ first: 'A', second: 'B', students: 1 + below(4) }] }),
    ...(buildings.size === 2 && oneIn(2) && { travel: [{ from: 'S', to: 'N', minutes: pick([30, 60, 90]) }] }),
    ...(places.length > 0 &&
      oneIn(4) && {
        unavailable: [{ room: pick(places), day: 'mon', periods: [[0, 1]], ...(oneIn(2) && { weeks: pick(masks) }) }],
      }),
    rules: {
      placed: { penalty: oneIn(3) ? false : 20 + below(9) },
      seats: oneIn(4) ? false : { penalty: soft(1 + below(2)) },
      min_days: { penalty: soft(3) },
      travel: oneIn(5) ? false : { penalty: soft(2) },
      room_stability: oneIn(2) ? { cost: 1 + below(2) } : false,
      students: oneIn(2) ? { cost: 1 } : false,
      isolated: oneIn(2) ? { cost: 2 } : false,
      day_total: oneIn(3) ? { min: 2, max: 2, empty_ok: oneIn(2) } : false,
    },
  };
}
