import { integer, optional, orElse, weekdayCell } from '../../tables/cells/cells.ts';
import { nonNegativeInteger, wholeBetween } from '../../tables/cells/numbers.ts';
import { choice, flag, wordList } from '../../tables/cells/words.ts';
import { type RowOf, type Table, table } from '../../tables/table.ts';
import { COURSE, CURRICULUM, id, maybeId, ROOM, ranges, time, weeks } from './tables/cells.ts';

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
    min_days: {
      schema: orElse(wholeBetween(1, 7), 1),
      description: 'On how many days its meetings should be at least; empty: 1',
    },
    weeks: {
      schema: optional(weeks),
      description:
        'In which weeks of the term: odd, even, 1-6; empty: in all. The last week that is named ends a term without dates. Weeks are of one kind for some courses where the same of them can be held; those in which none can are left out',
    },
    instructors: { schema: wordList, description: 'Who teaches it, with semicolons between' },
    students: { schema: orElse(nonNegativeInteger, 0), description: 'How many seats it needs' },
    features: { schema: wordList, description: 'What its room must have, with semicolons between' },
    roomless: { schema: orElse(flag, false), description: 'yes where it needs no room' },
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
  description: 'When a course, the people of a curriculum, an instructor or a room cannot be had.',
  required: false,
  key: ['course', 'curriculum', 'instructor', 'room', 'day', 'periods', 'from', 'to', 'weeks'],
  rows: 'restrict',
  refers: {
    course: COURSE,
    curriculum: CURRICULUM,
    instructor: { to: ['courses.instructors'], unknown: 'told', near: true },
    room: ROOM,
  },
  names: { course: 'course', curriculum: 'curriculum', instructor: 'instructor', room: 'room' },
  columns: {
    course: maybeId('Whose time it is: a course'),
    curriculum: maybeId('Or a curriculum'),
    instructor: maybeId('Or an instructor'),
    room: maybeId('Or a room, or a group of rooms; a room of a group is not named alone'),
    day: { schema: optional(weekdayCell), description: 'The day; empty: every day' },
    periods: { schema: orElse(ranges, []), description: 'First and last periods, both included; empty: the whole day' },
    from: { schema: optional(time), description: 'Or from a time on' },
    to: { schema: optional(time), description: 'Until a time' },
    weeks: { schema: optional(weeks), description: 'In which weeks of the term: odd, even, 1-6; empty: in all' },
  },
  row: ({ course, curriculum, instructor, room, periods, from, to }) => {
    const whose = [course, curriculum, instructor, room].filter((name) => name !== null);
    if (whose.length !== 1) return { column: 'course', reason: 'needs one of course, curriculum, instructor and room' };
    if (periods.length > 0 && (from !== null || to !== null))
      return { column: 'periods', reason: 'says the time twice: give periods, or from and to' };
    return undefined;
  },
});

const locks = table({
  name: 'locks',
  description: 'Meetings that stand: the course meets at these times. What it has beside them is as free as any.',
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

const rooms = table({
  name: 'rooms',
  description: 'Where courses meet. Without any, no course needs a room.',
  required: false,
  key: ['room'],
  rows: 'restrict',
  names: { room: 'room', group: 'room' },
  columns: {
    room: id('Name of the room'),
    seats: { schema: nonNegativeInteger, description: 'How many people it seats', required: true },
    features: { schema: wordList, description: 'What it has: projector; lab' },
    building: maybeId('Where it is'),
    group: maybeId('Rooms of one group are alike: courses are placed by group, and rooms named afterwards'),
  },
});

const instructors = table({
  name: 'instructors',
  description: 'How much instructors teach at the most. Who is not listed has no such limit.',
  required: false,
  key: ['instructor'],
  rows: 'restrict',
  refers: { instructor: { to: ['courses.instructors'], unknown: 'told', near: true } },
  names: { instructor: 'instructor' },
  columns: {
    instructor: id('Name of the instructor'),
    days: { schema: optional(wholeBetween(0, 7)), description: 'On how many days of a week at the most' },
    periods: { schema: optional(nonNegativeInteger), description: 'Periods of a week at the most' },
    day_periods: { schema: optional(nonNegativeInteger), description: 'Periods of a day at the most' },
    gaps: { schema: optional(nonNegativeInteger), description: 'Free periods between meetings of a day at the most' },
  },
});

const points = { schema: orElse(integer, 0), description: 'Points that it costs; less than 0 for what is liked' };

const allowedTimes = table({
  name: 'allowed_times',
  description:
    'A course with rows here is held at one of these times, and at no other. Where each of its rows has a pattern, these are its patterns.',
  required: false,
  key: ['course', 'pattern', 'start'],
  rows: 'restrict',
  refers: { course: COURSE },
  names: { course: 'course' },
  columns: {
    course: id('The course'),
    pattern: maybeId('Days and periods, such as tue:3+thu:3; empty: any of its patterns'),
    start: { schema: optional(time), description: 'When it begins; empty: at any time' },
    points,
  },
});

const allowedRooms = table({
  name: 'allowed_rooms',
  description: 'A course with rows here is held in one of these rooms, and in no other.',
  required: false,
  key: ['course', 'room'],
  rows: 'restrict',
  refers: { course: COURSE, room: ROOM },
  names: { course: 'course', room: 'room' },
  columns: {
    course: id('The course'),
    room: id('A room, or a group of rooms; a room of a group is not named alone'),
    points,
  },
});

/** How two linked courses stand to each other: the words of the table, after the competition ITC-2019. */
const RELATIONS = [
  'same_start',
  'same_time',
  'other_time',
  'same_days',
  'other_days',
  'same_weeks',
  'other_weeks',
  'overlap',
  'apart',
  'after',
  'in_a_row',
  'min_gap',
  'work_day',
  'same_room',
  'other_room',
  'together',
] as const;

/** Relations that need a number of minutes. */
const MEASURED: readonly string[] = ['min_gap', 'work_day'];

const links = table({
  name: 'links',
  description: 'Courses that belong together, such as a lecture and its laboratory.',
  required: false,
  key: ['first', 'second', 'relation'],
  rows: 'restrict',
  refers: { first: COURSE, second: COURSE },
  names: { first: 'course', second: 'course' },
  columns: {
    first: id('A course'),
    second: id('Another course'),
    relation: {
      schema: choice(...RELATIONS),
      description:
        'How they stand to each other. By the time of day, where the longest meeting counts: same_start, same_time (the shorter within the longer), other_time. By days and weeks: same_days (those of one are all days of the other), other_days, same_weeks (as days), other_weeks. By hours, in weeks of both: overlap, apart, after (the second meets first when the first has met once; what falls before the term or on a holiday counts as held), in_a_row (on the same days, the second as the first ends), min_gap (so many minutes between them on a day), work_day (from the first begin to the last end on a day at most so many minutes). By room, where the rooms of a group are one: same_room, other_room. together: the same people go to both, and have time for the way',
      required: true,
    },
    minutes: { schema: optional(nonNegativeInteger), description: 'For min_gap and work_day: how many minutes' },
    penalty: { schema: optional(nonNegativeInteger), description: 'Points where it is not so; empty: it must be so' },
  },
  row: ({ first, second, relation, minutes }) => {
    if (first === second) return { column: 'second', reason: 'links a course with itself' };
    const measured = MEASURED.includes(relation);
    if (measured !== (minutes !== null))
      return { column: 'minutes', reason: `${relation} needs ${measured ? 'a number of' : 'no'} minutes` };
    return undefined;
  },
});

const commonStudents = table({
  name: 'common_students',
  description: 'How many students two courses have in common.',
  required: false,
  key: ['first', 'second'],
  rows: 'restrict',
  refers: { first: COURSE, second: COURSE },
  names: { first: 'course', second: 'course' },
  columns: {
    first: id('A course'),
    second: id('Another course'),
    students: { schema: nonNegativeInteger, description: 'So many take both', required: true },
  },
  row: ({ first, second }) =>
    first === second ? { column: 'second', reason: 'names the same course twice' } : undefined,
});

const travel = table({
  name: 'travel',
  description: 'How long the way from one building to another is, in either direction.',
  required: false,
  key: ['from', 'to'],
  rows: 'restrict',
  refers: {
    from: { to: ['rooms.building'], unknown: 'refused' },
    to: { to: ['rooms.building'], unknown: 'refused' },
  },
  names: { from: 'building', to: 'building' },
  columns: {
    from: id('A building'),
    to: id('Another building'),
    minutes: { schema: nonNegativeInteger, description: 'How many minutes it takes', required: true },
  },
  row: ({ from, to }) => (from === to ? { column: 'to', reason: 'names the same building twice' } : undefined),
});

/** The tables of the domain. */
export const courseTables = {
  courses,
  curricula,
  unavailable,
  locks,
  rooms,
  instructors,
  allowed_times: allowedTimes,
  allowed_rooms: allowedRooms,
  links,
  common_students: commonStudents,
  travel,
};

export type CourseRow = RowOf<typeof courses>;
export type UnavailableRow = RowOf<typeof unavailable>;
export type LockRow = RowOf<typeof locks>;
export type RoomRow = RowOf<typeof rooms>;
export type InstructorRow = RowOf<typeof instructors>;
export type LinkRow = RowOf<typeof links>;

/** The tables, validated. */
export interface CourseTables {
  readonly courses: Table<CourseRow>;
  readonly curricula: Table<RowOf<typeof curricula>>;
  readonly unavailable: Table<UnavailableRow>;
  readonly locks: Table<LockRow>;
  readonly rooms: Table<RoomRow>;
  readonly instructors: Table<InstructorRow>;
  readonly allowed_times: Table<RowOf<typeof allowedTimes>>;
  readonly allowed_rooms: Table<RowOf<typeof allowedRooms>>;
  readonly links: Table<LinkRow>;
  readonly common_students: Table<RowOf<typeof commonStudents>>;
  readonly travel: Table<RowOf<typeof travel>>;
}
