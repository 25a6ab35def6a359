import type { JsonRequest } from '../../../../domain.ts';
import { type Problem, Refusal } from '../../../../problems/problem.ts';
import { problemsOf } from '../../../../scenario/shape/issues.ts';
import { plainFor } from '../../../../scenario/shape/value.ts';
import { isMap, placeOf, type Tree } from '../../../../scenario/yaml/tree.ts';
import type { Week } from '../../../../tables/cells/week.ts';
import type { RawTable } from '../../../../tables/table.ts';
import type { CourseSettings } from '../../scenario.ts';
import { faultsIn } from './faults.ts';
import { lockFaults } from './lock-faults.ts';
import { type Request, requestShape } from './shape.ts';

/**
 * Reads a request of an earlier scheduler: curricula with their courses, blocked intervals (both ends included), locked
 * lectures, and how many timetables are wanted. Days count from the first of the week, periods from the first of a day.
 *
 * @throws Refusal with every fault, each at its line and column.
 */
export function readRequest(written: Tree, settings: CourseSettings): JsonRequest {
  const schema = requestShape(settings.week);
  if (!isMap(written)) throw new Refusal([{ message: NO_REQUEST, place: written.at, maybe: FIRST }]);
  const parsed = schema.safeParse(plainFor(written, [schema]));
  if (!parsed.success)
    throw new Refusal(problemsOf(parsed.error.issues, schema, written).map((one) => withWayOut(one, settings.week)));
  const place = (path: readonly PropertyKey[]) => placeOf(written, path);
  const lineOf = (path: readonly PropertyKey[]) => place(path).line ?? 0;
  const look = { request: parsed.data, settings, lineOf };
  const found = [...faultsIn(look), ...lockFaults(look)];
  const faults = found.map(({ path, ...fault }) => ({ ...fault, place: place(path) }));
  const inOrder = faults.toSorted(
    (a, b) => (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0),
  );
  if (inOrder.length > 0) throw new Refusal(inOrder);
  const { n_solutions } = parsed.data;
  return {
    tables: tablesOf(parsed.data, settings, { file: written.at.file, lineOf }),
    schedules: { count: n_solutions, at: place(['n_solutions']) },
  };
}

const NO_REQUEST = 'a request is an object, and this is none';
const FIRST = 'Maybe begin with {"n_solutions": 1, "curricula": […]}.';

/** How days and periods are counted is what most mistakes in numbers come from. */
function withWayOut(problem: Problem, { days, periods, first }: Week): Problem {
  const key = String(problem.path?.at(-1));
  if (problem.maybe !== undefined) return problem;
  if (key === 'day')
    return { ...problem, maybe: `Maybe count from 0: ${days[0]} is 0, ${days.at(-1)} is ${days.length - 1}.` };
  if (key !== 'start' && key !== 'end') return problem;
  return {
    ...problem,
    maybe: `Maybe count from 0: the period at ${first} is 0, the last one of a day ${periods - 1}.`,
  };
}

interface From {
  readonly file: string;
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

interface PlacedRow {
  readonly cells: readonly string[];
  readonly path: readonly PropertyKey[];
}

/** The request as the tables of the kind, each row with its line. */
function tablesOf(request: Request, { week }: CourseSettings, { file, lineOf }: From): readonly RawTable[] {
  const table = (name: string, header: readonly string[], rows: readonly PlacedRow[]): RawTable => ({
    ...{ name, file, header },
    rows: rows.map(({ cells }) => cells),
    lines: rows.map(({ path }) => lineOf(path)),
  });
  const listings = request.curricula.flatMap(({ curriculum_id, courses }, at) =>
    courses.map((course, which) => ({ ...course, curriculum_id, path: ['curricula', at, 'courses', which] })),
  );
  const first = new Map(listings.toReversed().map((listing) => [listing.course_id, listing]));
  return [
    table(
      'courses',
      ['course', 'periods'],
      [...first.values()].map(({ course_id, n_periods, path }) => ({ cells: [course_id, String(n_periods)], path })),
    ),
    table(
      'curricula',
      ['curriculum', 'course'],
      listings.map(({ curriculum_id, course_id, path }) => ({ cells: [curriculum_id, course_id], path })),
    ),
    table(
      'unavailable',
      ['course', 'day', 'periods'],
      request.constraints.map(({ course_id, day, intervals }, at) => ({
        cells: [course_id, week.days[day]!, intervals.map(({ start, end }) => `${start}-${end}`).join(';')],
        path: ['constraints', at],
      })),
    ),
    table(
      'locks',
      ['course', 'day', 'start', 'periods'],
      request.course_locks.flatMap(({ course_id, locks }, at) =>
        locks.map(({ day, start, duration }, which) => ({
          cells: [course_id, week.days[day]!, String(start), String(duration)],
          path: ['course_locks', at, 'locks', which],
        })),
      ),
    ),
  ];
}
