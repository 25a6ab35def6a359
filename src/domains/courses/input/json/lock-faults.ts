import { clockOf } from '../../../../tables/cells/week.ts';
import { type Fault, type Look, type Path, repeated } from './faults.ts';
import type { Request } from './shape.ts';

type Lock = Request['course_locks'][number]['locks'][number];

/** What is wrong with the locks of a request. */
export function lockFaults(look: Look): readonly Fault[] {
  const { request } = look;
  const courses = request.curricula.flatMap((curriculum) => curriculum.courses);
  const periods = new Map(courses.map(({ course_id, n_periods }) => [course_id, n_periods]));
  return [
    ...lockedTwice(look),
    ...lockedAndBlocked(look),
    ...request.course_locks.flatMap(({ course_id: name, locks }, at) => {
      const path = ['course_locks', at, 'locks'];
      const single = [
        ...locks.flatMap((lock, which) => beyondDay(lock, [...path, which], look)),
        ...sameDay(name, locks, path, look),
      ];
      // What is wrong with one lock would only be said twice.
      return single.length > 0 ? single : withoutPattern({ name, locks, path, length: periods.get(name) }, look);
    }),
  ];
}

const named = ({ course_locks }: Request) =>
  course_locks.map(({ course_id: name }, at) => ({ name, path: ['course_locks', at, 'course_id'] }));

const lockedTwice = ({ request, lineOf }: Look): readonly Fault[] =>
  repeated(named(request)).map(({ one: { name, path }, before }) => ({
    path,
    message: `${name} is locked already, on line ${lineOf(before.path)}`,
    maybe: 'Maybe put its locks into one list.',
  }));

/** The earlier system refused it too: of the two, the locks alone say when the course meets. */
const lockedAndBlocked = ({ request, lineOf }: Look): readonly Fault[] =>
  named(request).flatMap(({ name, path }) => {
    const at = request.constraints.findIndex(({ course_id }) => course_id === name);
    if (at < 0) return [];
    const message = `${name} is locked, and has constraints too, on line ${lineOf(['constraints', at, 'course_id'])}`;
    const maybe = 'Maybe leave its constraints out: a locked course meets when its locks say, and at no other time.';
    return [{ path, message, maybe }];
  });

function beyondDay({ start, duration }: Lock, path: Path, { settings: { week } }: Look): readonly Fault[] {
  if (start + duration <= week.periods) return [];
  const end = `${start + duration}, and a day has ${week.periods} periods, until ${clockOf(week, week.periods)}`;
  return [{ path, message: `the lock ends before period ${end}`, maybe: 'Maybe it begins earlier, or is shorter.' }];
}

const sameDay = (name: string, locks: readonly Lock[], path: Path, { lineOf }: Look): readonly Fault[] =>
  repeated(locks.map(({ day }, which) => ({ name: String(day), path: [...path, which, 'day'] }))).map(
    ({ one, before }) => ({
      path: one.path,
      message: `${name} is locked on day ${one.name} already, on line ${lineOf(before.path)}: a course meets once a day`,
      maybe: 'Maybe another day is meant.',
    }),
  );

interface Locks {
  readonly name: string;
  readonly locks: readonly Lock[];
  readonly path: Path;
  /** Periods a week of the course; undefined where nobody knows it. */
  readonly length: number | undefined;
}

/** Locks that no pattern of the course can hold together. */
function withoutPattern({ name, locks, path, length }: Locks, { settings }: Look): readonly Fault[] {
  const own = settings.patterns[String(length)] ?? [];
  if (own.length === 0) return [];
  const maybe = 'Maybe add the pattern to the scenario, or lock the lectures of one pattern.';
  if (new Set(locks.map(({ start }) => start)).size > 1) {
    const message = `the locks of ${name} begin at different periods, and its lectures begin at the same one on all days`;
    return [{ path, message, maybe }];
  }
  const parts = locks.map(({ day, duration }) => `${settings.week.days[day]}:${duration}`);
  if (own.some((pattern) => parts.every((part) => pattern.includes(part)))) return [];
  const texts = own.map((pattern) => pattern.join('+')).join(', ');
  return [{ path, message: `the locks of ${name} (${parts.join(', ')}) fit none of its patterns: ${texts}`, maybe }];
}
