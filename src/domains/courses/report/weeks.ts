import {
  chapter,
  chartBlock,
  groupsBy,
  recordsOf,
  type Subject,
  type TableRecord,
  textOf,
} from '../../../report/chapter.ts';
import type { Run } from '../../../runs/run.ts';
import { plural } from '../../../text/format.ts';

/** More weeks than this would bury the reader: the others stand in the table of meetings. */
const MOST_WEEKS = 24;

/** The week of each curriculum as a grid: its days side by side, from morning to night. */
export const weeks = chapter({
  id: 'weeks',
  title: 'The week of each curriculum',
  table: 'meetings',
  first: true,
  lead: (meetings) => {
    const names = [...coursesOf(meetings.run).keys()];
    if (names.length === 0) return undefined;
    const rest = names.length > MOST_WEEKS ? `; the first ${MOST_WEEKS} are drawn` : '';
    return `${plural(meetings.rows.length, 'meeting')} in the weeks of ${plural(names.length, 'curriculum', 'curricula')}${rest}.`;
  },
  blocks: [
    (meetings) => {
      const all = coursesOf(meetings.run);
      return [...all.keys()].slice(0, MOST_WEEKS).map((name) => weekOf(name, all, meetings));
    },
  ],
});

type Listings = ReadonlyMap<string, ReadonlySet<string>>;

/** The courses of each curriculum. */
const coursesOf = (run: Run): Listings =>
  new Map(
    groupsBy('curriculum', recordsOf(run.tables.listings)).map(
      ({ name, rows }) => [name, new Set(rows.map((row) => textOf(row, 'course')))] as const,
    ),
  );

function weekOf(name: string, all: Listings, { rows, run }: Subject) {
  const own = rows.filter((row) => all.get(name)!.has(textOf(row, 'course')));
  const isShared = (course: string) => [...all.values()].filter((courses) => courses.has(course)).length > 1;
  const busy = recordsOf(run.tables.days).filter((row) => textOf(row, 'curriculum') === name);
  const times = rows.flatMap((row) => [minutes(row, 'from'), minutes(row, 'to')]);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return chartBlock({
    chart: 'courses-week',
    caption: `${name}: ${plural(new Set(own.map((row) => row.course)).size, 'course')}`,
    points: own.map((row) => {
      const [from, to] = [minutes(row, 'from'), minutes(row, 'to')];
      const together = own.filter(
        (other) => other.day === row.day && minutes(other, 'from') < to && minutes(other, 'to') > from,
      );
      const [lane, lanes] = [together.indexOf(row), together.length];
      const taken = lanes > 1 ? 'clash' : isShared(textOf(row, 'course')) ? 'shared course' : 'own course';
      const [day, course] = [textOf(row, 'day'), textOf(row, 'course')];
      return {
        datum: { day, from, to, middle: (from + to) / 2, course, taken, lane, lanes },
        mark: { title: course, facts: [['When', textOf(row, 'text')] as const, ['Taken', taken] as const] },
      };
    }),
    sets: { days: busy.map((row) => ({ day: textOf(row, 'day'), from: first, to: last })) },
  });
}

/** Minutes after midnight of a time such as 13:30. */
function minutes(row: TableRecord, column: string): number {
  const [hours = 0, rest = 0] = textOf(row, column).split(':').map(Number);
  return hours * 60 + rest;
}
