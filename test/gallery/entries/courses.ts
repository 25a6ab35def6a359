import { type Entry, table } from '../entry.ts';

const hour = (hours: number, minutes = 0) => 60 * hours + minutes;

/** Charts of the report of a timetable. */
export const COURSES: readonly Entry[] = [
  {
    chart: 'courses-week',
    where: 'Report of a timetable, “The week of each curriculum”',
    asks: 'When does a curriculum meet, what does it share with others, and where is it free?',
    cases: [
      {
        caption: 'se2: 4 courses',
        data: {
          days: table(
            'day from to',
            ['Mon', hour(8, 30), hour(16)],
            ['Tue', hour(8, 30), hour(16)],
            ['Wed', hour(8, 30), hour(16)],
          ),
          rows: table(
            'day from to middle course taken lane lanes',
            ['Mon', hour(8, 30), hour(10), hour(9, 15), 'MATH1090', 'shared course', 0, 1],
            ['Wed', hour(8, 30), hour(10), hour(9, 15), 'MATH1090', 'shared course', 0, 1],
            ['Tue', hour(13), hour(16), hour(14, 30), 'EECS2011', 'own course', 0, 1],
            ['Mon', hour(11), hour(12), hour(11, 30), 'ENG2003', 'clash', 0, 2],
            ['Mon', hour(11, 30), hour(12, 30), hour(12), 'LAB2', 'clash', 1, 2],
          ),
        },
      },
    ],
  },
];
