import { type Entry, table } from '../entry.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const STEPS = ['+10 and more', '+5 to +10', '+2 to +5', '−2 to +2', '−2 to −5', '−5 to −10', '−10 and less'];

/** Charts of what was learnt of outcomes. */
export const LEARN: readonly Entry[] = [
  {
    chart: 'week-heat',
    where: 'Report of learning, “The week, hour by hour”',
    asks: 'Which hours of which weekdays went well, and of how many trials is that known?',
    cases: [
      {
        caption: 'Chance of success in percent · number of posts. Colours: points above or below the base rate',
        data: {
          rows: [8, 9, 12, 18, 23].flatMap((hour, at) =>
            DAYS.map((column, day) => {
              const samples = (at * 7 + day * 3) % 11;
              const step = samples < 3 ? 'tried 0 to 2 times' : STEPS[(at + day) % 7]!;
              const said = samples === 0 ? '–' : `${64 - 4 * ((at + day) % 7)}·${samples}`;
              return { row: `${hour}:00`, column, step, said, sure: samples > 8 ? 1 : 0 };
            }),
          ),
        },
      },
    ],
  },
  {
    chart: 'ranges',
    where: 'Report of learning, “The five best slots” and “The methods against each other”',
    asks: 'How large is each figure, within which interval, and does that leave out what it is held against?',
    cases: [
      {
        caption: 'Chance of success of the five best slots, with the interval that holds it in 80 of 100',
        titles: { x: 'Chance of success (percent)' },
        data: {
          rows: table(
            'label value low high',
            ['Sun 16:00', 71.6, 62, 80.7],
            ['Sat 11:00', 71.3, 62.6, 79.6],
            ['Tue 9:00', 58, 49.1, 66.7],
          ),
          now: [{ x: 54.7, words: 'all posts: 54.7%' }],
        },
      },
    ],
  },
  {
    chart: 'calibration',
    where: 'Report of learning, “Do the chances come true?”',
    asks: 'Of what was foretold with a chance, how much came?',
    cases: [
      {
        caption: 'What came, against what was foretold; on the dashed line they are equal',
        titles: { x: 'Foretold (percent)', y: 'Came (percent)' },
        data: {
          even: [{ x: 40 }, { x: 68 }],
          rows: table(
            'foretold came low high',
            [43.1, 44, 40.6, 47.4],
            [49.5, 49.4, 46, 52.8],
            [55.1, 57.7, 54.3, 61.1],
            [65.5, 64, 60.7, 67.2],
          ),
        },
      },
    ],
  },
  {
    chart: 'adapt-goal',
    where: 'Report of adapting, “The goal, window by window”',
    asks: 'Does the goal rise from window to window, and which versions were at work?',
    cases: [
      {
        caption: 'Share of posts that went well (%), by window',
        titles: { x: 'Window', y: '%' },
        data: {
          rows: table(
            'window value version',
            [1, 52.4, ''],
            [2, 54.1, 'v2'],
            [3, 49.8, 'v3'],
            [4, 53.9, 'v4 = v2'],
            [5, 57.2, ''],
          ),
        },
      },
    ],
  },
];
