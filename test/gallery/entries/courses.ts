import { type Entry, table } from '../entry.ts';

const hour = (hours: number, minutes = 0) => 60 * hours + minutes;

/** Charts of the report of a timetable. */
export const COURSES: readonly Entry[] = [
  {
    chart: 'courses-week',
    where: 'Report of a timetable, “The week of each curriculum”',
    asks: 'When does a curriculum meet, what does it share with others, where is it free, and which days cost points?',
    cases: [
      {
        caption: 'se2: 4 courses',
        data: {
          days: table(
            'day from to penalty',
            ['Mon', hour(8, 30), hour(16), 0],
            ['Tue', hour(8, 30), hour(16), 3],
            ['Wed', hour(8, 30), hour(16), 0],
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
  {
    chart: 'courses-small',
    where: 'Report of a timetable, “The week of each instructor” and “The week of each room”',
    asks: 'When is somebody, or a room, taken?',
    cases: [
      {
        caption: 'A. Costa: 4.5 hours, 1 clash',
        data: {
          days: table('day from to penalty', ['Mon', hour(8), hour(14), 0], ['Tue', hour(8), hour(14), 0]),
          rows: table(
            'day from to middle course taken lane lanes',
            ['Mon', hour(8), hour(10), hour(9), 'CIVL100', 'course', 0, 1],
            ['Tue', hour(10), hour(12), hour(11), 'CIVL120', 'clash', 0, 2],
            ['Tue', hour(11, 30), hour(12), hour(11, 45), 'CIVL300L', 'clash', 1, 2],
          ),
        },
      },
    ],
  },
  {
    chart: 'courses-rooms',
    where: 'Report of a timetable, “Rooms in use by hour”',
    asks: 'When are the rooms full, and when do they stand empty?',
    cases: [
      {
        caption: 'Share of the rooms in use at some time of the hour (%)',
        data: {
          rows: table(
            'column row value said',
            ['Mon', '8:00', 13, '13'],
            ['Mon', '9:00', 100, '100'],
            ['Tue', '8:00', 0, '0'],
            ['Tue', '9:00', 45, '45'],
          ),
        },
      },
    ],
  },
];
