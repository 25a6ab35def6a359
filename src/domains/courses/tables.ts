import { bad, type CellSchema, cell } from '../../tables/cells/cell.ts';
import { identifier, optional, orElse, weekdayCell } from '../../tables/cells/cells.ts';
import { NAME } from '../../tables/cells/editor.ts';
import { wholeBetween } from '../../tables/cells/numbers.ts';
import { listedWords, wordList } from '../../tables/cells/words.ts';
import { type RowOf, type Table, table } from '../../tables/table.ts';

const id = (description: string) => ({ schema: identifier, description, required: true }) as const;
const maybeId = (description: string) => ({ schema: optional(identifier), description }) as const;

/** A period by its number from 0, or by the time at which it begins. */
const time: CellSchema<string> = cell(
  'period from 0, or a time such as 13:30',
  (text) =>
    /^(\d{1,3}|([01]?\d|2[0-4]):[0-5]\d)$/.test(text)
      ? text.replace(/^(\d):/, '0$1:')
      : bad('is no period and no time'),
  { editor: NAME },
);

/** First and last periods, both included: "0-4;6-9". */
const ranges: CellSchema<readonly (readonly [first: number, last: number])[]> = cell(
  'first and last periods, such as 0-4;6-9',
  (text) => {
    const found = listedWords(text).map((word) => /^(\d+)(?:-(\d+))?$/.exec(word));
    if (found.some((one) => one === null)) return bad('is no list of periods (write 0-4;6-9)');
    const spans = found.map((one) => [Number(one![1]), Number(one![2] ?? one![1])] as const);
    const reversed = spans.find(([first, last]) => first > last);
    return reversed ? bad(`ends before it begins: ${reversed.join('-')}`) : spans;
  },
  { editor: NAME },
);

const COURSE = { to: ['courses.course'], unknown: 'refused' } as const;
const CURRICULUM = { to: ['curricula.curriculum'], unknown: 'refused' } as const;

const courses = table({
  name: 'courses',
  description: 'What is taught: courses, or their sections.',
  required: true,
  key: ['course'],
  rows: 'restrict',
  names: { course: 'course', instructors: 'instructor' },
  columns: {
    course: id('Name of the course or section'),
    periods: { schema: wholeBetween(1, 500), description: 'Periods a week', required: true },
    pattern: maybeId('Which of the patterns it may have; empty: those under the number of its periods'),
    meetings: {
      schema: optional(wholeBetween(1, 100)),
      description: 'So many meetings of equal length on days that nobody lists; empty: as a pattern says',
    },
    same_day: {
      schema: orElse(wholeBetween(1, 100), 1),
      description: 'How many of its meetings may be on one day; empty: 1',
    },
    instructors: { schema: wordList, description: 'Who teaches it, with semicolons between' },
  },
});

const curricula = table({
  name: 'curricula',
  description: 'Which courses the same people take: no two of them at once.',
  required: false,
  key: ['curriculum', 'course'],
  rows: 'restrict',
  refers: { course: COURSE },
  names: { curriculum: 'curriculum', course: 'course' },
  columns: { curriculum: id('Name of the curriculum'), course: id('A course of it') },
});

const unavailable = table({
  name: 'unavailable',
  description: 'When a course, the people of a curriculum or an instructor cannot be had.',
  required: false,
  key: ['course', 'curriculum', 'instructor', 'day', 'periods', 'from', 'to'],
  rows: 'restrict',
  refers: {
    course: COURSE,
    curriculum: CURRICULUM,
    instructor: { to: ['courses.instructors'], unknown: 'told', near: true },
  },
  names: { course: 'course', curriculum: 'curriculum', instructor: 'instructor' },
  columns: {
    course: maybeId('Whose time it is: a course'),
    curriculum: maybeId('Or a curriculum'),
    instructor: maybeId('Or an instructor'),
    day: { schema: optional(weekdayCell), description: 'The day; empty: every day' },
    periods: { schema: orElse(ranges, []), description: 'First and last periods, both included; empty: the whole day' },
    from: { schema: optional(time), description: 'Or from a time on' },
    to: { schema: optional(time), description: 'Until a time' },
  },
  row: ({ course, curriculum, instructor, periods, from, to }) => {
    const whose = [course, curriculum, instructor].filter((name) => name !== null);
    if (whose.length !== 1) return { column: 'course', reason: 'needs one of course, curriculum and instructor' };
    if (periods.length > 0 && (from !== null || to !== null))
      return { column: 'periods', reason: 'says the time twice: give periods, or from and to' };
    return undefined;
  },
});

const locks = table({
  name: 'locks',
  description: 'Meetings that stand: the course meets at these times, and at no other.',
  required: false,
  key: ['course', 'day', 'start'],
  rows: 'restrict',
  refers: { course: COURSE },
  names: { course: 'course' },
  columns: {
    course: id('The course'),
    day: { schema: weekdayCell, description: 'The day', required: true },
    start: { schema: time, description: 'Its first period, as a number from 0 or as a time', required: true },
    periods: { schema: wholeBetween(1, 288), description: 'How many periods it takes', required: true },
  },
});

/** The tables of the domain. */
export const courseTables = { courses, curricula, unavailable, locks };

export type CourseRow = RowOf<typeof courses>;
export type UnavailableRow = RowOf<typeof unavailable>;
export type LockRow = RowOf<typeof locks>;

/** The tables, validated. */
export interface CourseTables {
  readonly courses: Table<CourseRow>;
  readonly curricula: Table<RowOf<typeof curricula>>;
  readonly unavailable: Table<UnavailableRow>;
  readonly locks: Table<LockRow>;
}
