import { nearest } from '../../../../problems/nearest.ts';
import { plural } from '../../../../text/format.ts';
import type { CourseSettings } from '../../scenario.ts';
import type { Request } from './shape.ts';

/** Where something stands in a request. */
export type Path = readonly PropertyKey[];

/** What is wrong at a place of a request whose single values are each fine. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
  readonly maybe: string;
}

/** A request, the week that it is held against, and on which lines it stands. */
export interface Look {
  readonly request: Request;
  readonly settings: Pick<CourseSettings, 'week' | 'patterns'>;
  readonly lineOf: (path: Path) => number;
}

/** A name, and where it stands. */
interface Named {
  readonly name: string;
  readonly path: Path;
}

/** A course in the list of a curriculum. */
interface Listing extends Named {
  readonly curriculum: number;
  readonly periods: number;
}

/** What is wrong with curricula and blocks: all that the earlier system let pass, or answered with a fault of its own. */
export function faultsIn(look: Look): readonly Fault[] {
  const { curricula, constraints } = look.request;
  const listings = curricula.flatMap(({ courses }, curriculum) =>
    courses.map(({ course_id: name, n_periods: periods }, at): Listing => {
      const path = ['curricula', curriculum, 'courses', at, 'course_id'];
      return { name, curriculum, periods, path };
    }),
  );
  return [
    ...curriculaTwice(look),
    ...curricula.flatMap((_, at) => coursesTwice(at, listings, look)),
    ...listings.flatMap((one) => disagreement(one, listings, look)),
    ...listings.flatMap((one) => withoutPatterns(one, look)),
    ...unknownCourses(new Set(listings.map(({ name }) => name)), look),
    ...constraints.flatMap(({ intervals }, at) =>
      intervals.flatMap((interval, which) => reversed(interval, ['constraints', at, 'intervals', which])),
    ),
  ];
}

/** Names that stand again, each with where it stood first. */
export function repeated<T extends Named>(all: readonly T[]): readonly { readonly one: T; readonly before: T }[] {
  const first = new Map<string, T>();
  return all.flatMap((one) => {
    const before = first.get(one.name);
    if (before === undefined) first.set(one.name, one);
    return before === undefined ? [] : [{ one, before }];
  });
}

function curriculaTwice({ request, lineOf }: Look): readonly Fault[] {
  const named = request.curricula.map(({ curriculum_id: name }, at) => ({
    name,
    path: ['curricula', at, 'curriculum_id'],
  }));
  return repeated(named).map(({ one: { name, path }, before }) => ({
    path,
    message: `the curriculum ${name} is there already, on line ${lineOf(before.path)}`,
    maybe: 'Maybe put its courses into one list, or give it a name of its own.',
  }));
}

function coursesTwice(at: number, listings: readonly Listing[], { request, lineOf }: Look): readonly Fault[] {
  const { curriculum_id } = request.curricula[at]!;
  return repeated(listings.filter(({ curriculum }) => curriculum === at)).map(({ one: { name, path }, before }) => ({
    path,
    message: `${curriculum_id} lists the course ${name} twice, before on line ${lineOf(before.path)}`,
    maybe: 'Maybe delete one of them.',
  }));
}

const lengthOf = (path: Path): Path => [...path.slice(0, -1), 'n_periods'];

/** A course that another curriculum gives another length. */
function disagreement(one: Listing, all: readonly Listing[], { lineOf }: Look): readonly Fault[] {
  const first = all.find(({ name }) => name === one.name)!;
  if (first.periods === one.periods || first.curriculum === one.curriculum) return [];
  const [here, there] = [plural(one.periods, 'period'), lineOf(lengthOf(first.path))];
  const message = `${one.name} has ${here} here, and ${first.periods} on line ${there}`;
  const maybe = 'Maybe give it the same length in every curriculum: they take it together.';
  return [{ path: lengthOf(one.path), message, maybe }];
}

function withoutPatterns({ name, periods, path }: Listing, { settings: { patterns } }: Look): readonly Fault[] {
  if (Object.hasOwn(patterns, String(periods))) return [];
  const known = Object.keys(patterns);
  const message = `${name} has ${plural(periods, 'period')}, and there are patterns of ${known.join(', ')}`;
  const lengths = [...known, String(periods)].sort((a, b) => Number(a) - Number(b)).map((each) => `${each}: …`);
  const maybe = `Maybe say in the scenario how such a course may meet: patterns: {${lengths.join(', ')}}.`;
  return [{ path: lengthOf(path), message, maybe }];
}

/** Courses that are blocked or locked, and that nobody takes. */
function unknownCourses(known: ReadonlySet<string>, { request }: Look): readonly Fault[] {
  const asked = (['constraints', 'course_locks'] as const).flatMap((key) =>
    request[key].map(({ course_id: name }, at) => ({ name, path: [key, at, 'course_id'] })),
  );
  return asked
    .filter(({ name }) => !known.has(name))
    .map(({ name, path }) => {
      const close = nearest(name, [...known]);
      const maybe =
        close === undefined ? 'Maybe add it to a curriculum, or leave it out.' : `Maybe you meant "${close}".`;
      return { path, message: `no curriculum has the course ${name}`, maybe };
    });
}

type Interval = Request['constraints'][number]['intervals'][number];

function reversed({ start, end }: Interval, path: Path): readonly Fault[] {
  if (start <= end) return [];
  const message = `the interval ends before it begins: from ${start} to ${end}`;
  const maybe = `Maybe {"start": ${end}, "end": ${start}} is meant: both periods are blocked, and those between.`;
  return [{ path, message, maybe }];
}
