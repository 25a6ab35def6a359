import { lengthsOf, maskOf } from '../../../../tables/cells/week.ts';
import { WEEKDAYS } from '../../../../tables/dates.ts';
import type { ScheduleRows } from '../../../../tables/imports/format.ts';
import { plural } from '../../../../text/format.ts';
import { childrenOf, readingOf, type Texts } from '../reading.ts';
import { clockAt, SLOTS, weeksText } from './times.ts';

/** When a course may be held: a row of the table allowed_times. */
interface AllowedTime {
  readonly course: string;
  readonly pattern: string | null;
  readonly start: string | null;
}

/**
 * A solution of the competition ITC-2019, as rows of a schedule. It does not say how long classes are: this the times
 * say that each class may have.
 *
 * @throws Refusal with the lines of classes that are in no such time.
 */
export function solutionRows2019(text: string, file: string, times: readonly AllowedTime[]): ScheduleRows {
  const reading = readingOf(text, file, 'solution');
  const { root, attribute, whole, wrong } = reading;
  const patterns = new Map(times.map((time) => [keyOf(time), time.pattern]));
  const known = new Set(times.map(({ course }) => course));
  const rows: Texts[] = [];
  const lines: number[] = [];
  const seen = new Set<string>();
  const classes = childrenOf(root, 'class');
  for (const at of classes) {
    const course = attribute(at, 'id');
    if (!known.has(course)) wrong(at, `there is no class ${course}`);
    if (seen.has(course)) wrong(at, `class ${course} is there twice`);
    seen.add(course);
    const bits = (name: string) => [...attribute(at, name)].flatMap((bit, index) => (bit === '1' ? [index] : []));
    const days = bits('days').flatMap((day) => WEEKDAYS[day] ?? []);
    const count = at.attributes.get('weeks')?.length ?? 0;
    const weeks = bits('weeks').map((week) => week + 1);
    const start = clockAt(whole(at, 'start', 0, SLOTS - 1));
    const mask = weeks.length === count ? undefined : weeksText(weeks);
    const pattern = patterns.get(JSON.stringify([course, days, start, mask ?? '']));
    if (pattern !== undefined && pattern !== null) {
      rows.push({ course, pattern, start, room: at.attributes.get('room') ?? '' });
      lines.push(at.line);
    } else if (known.has(course))
      wrong(
        at,
        `class ${course} may not be held then, and nothing says how long it would be: ${days.join(', ')} at ${start}, ${mask === undefined ? 'all weeks' : `weeks ${mask}`}`,
        'Maybe the solution is of another problem.',
      );
  }
  reading.finish();
  const students = classes.flatMap((at) => childrenOf(at, 'student')).length;
  const notes =
    students === 0
      ? []
      : [`${plural(students, 'place')} of students in classes ${students === 1 ? 'is' : 'are'} not read`];
  return { rows, lines, notes };
}

/** Course, days, start and weeks of a time, for looking up its pattern. */
const keyOf = ({ course, pattern, start }: AllowedTime): string => {
  const days = lengthsOf(pattern ?? '')?.map(({ day }) => day) ?? [];
  return JSON.stringify([course, days, start, maskOf(pattern ?? '') ?? '']);
};
