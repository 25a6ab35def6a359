import { type Entry, table } from '../entry.ts';

const BEST = 'no policy is better in both';
const BEATEN = 'another policy is better';

/** Charts of a sweep. */
export const SWEEP: readonly Entry[] = [
  {
    chart: 'sweep-effect',
    where: 'Report of a sweep, “By fairness penalty”, for numbers',
    asks: 'How does a measure follow a setting, and how far does everything else move it?',
    cases: [
      {
        caption: 'Net score, by fairness penalty',
        titles: { x: 'Fairness penalty', y: 'points' },
        data: {
          rows: table(
            'x min median max',
            [0, 48_200, 54_300, 58_100],
            [200, 41_000, 50_560, 55_900],
            [400, 22_700, 46_010, 55_000],
            [1000, -3_100, 39_400, 54_800],
          ),
        },
      },
      {
        name: 'two-values',
        caption: 'Share of loans near home, by distance',
        titles: { x: 'Distance', y: 'percent' },
        data: { rows: table('x min median max', [0, 29, 29, 29], [1, 100, 100, 100]) },
      },
    ],
  },
  {
    chart: 'sweep-choices',
    where: 'Report of a sweep, “By fairness mode”, for choices',
    asks: 'Which choice of a setting is better, and is that so whatever the rest is?',
    cases: [
      {
        caption: 'Net score, by fairness mode',
        titles: { x: 'Fairness mode', y: 'points' },
        data: {
          rows: table(
            'choice min median max',
            ['stepped', 41_000, 50_560, 55_900],
            ['linear', 44_100, 51_200, 53_300],
            ['off', -2_000, 0, 1_500],
            ['neighbourhood of Zürich first', 30_250, 30_250, 30_250],
          ),
        },
      },
    ],
  },
  {
    chart: 'sweep-frontier',
    where: 'Report of a sweep, “Score against fairness”',
    asks: 'Which policies are on the frontier, and what does each of them give?',
    cases: [
      {
        caption: 'Partners reached, against net score',
        titles: { x: 'Partners reached', y: 'Net score (points)' },
        data: {
          rows: table(
            'fairness score kind label wideAlign wideDx wideDy narrowAlign narrowDx narrowDy',
            [31, 60_840, BEATEN, '', '', 0, 0, '', 0, 0],
            [35.5, 61_935, BEATEN, '', '', 0, 0, '', 0, 0],
            [48, 58_729, BEATEN, '', '', 0, 0, '', 0, 0],
            [40, 62_023, BEST, 'penalty 200, stepped', 'center', 0, -14, 'center', 0, -14],
            [47.5, 61_482, BEST, 'penalty 300, stepped', 'left', 9, -7, 'right', -9, 9],
            [57.5, 59_681, BEST, 'penalty 450, stepped and 1 more', 'right', -9, 9, 'right', -9, -7],
          ),
        },
      },
      {
        name: 'all-best',
        caption: 'Gini, against raw score',
        titles: { x: 'Gini', y: 'Raw score (points)' },
        data: {
          rows: table(
            'fairness score kind label wideAlign wideDx wideDy narrowAlign narrowDx narrowDy',
            [0.12, 56_200, BEST, 'rank 0.5, pub 2 and 1 more', 'left', 9, -7, '', 0, 0],
            [0.12, 56_200, BEST, '', '', 0, 0, '', 0, 0],
          ),
        },
      },
    ],
  },
  {
    chart: 'sweep-heat',
    where: 'Report of a sweep, “Two settings at once”',
    asks: 'What do two settings do together?',
    cases: [
      {
        caption: 'Net score (points)',
        titles: { x: 'Cap penalty', y: 'Fairness penalty' },
        data: {
          rows: table(
            'row column value said',
            ['0', '0', 59_460, '59,460'],
            ['0', '400', 58_020, '58,020'],
            ['0', '800', 57_300, '57,300'],
            ['200', '0', 50_560, '50,560'],
            ['200', '400', 50_000, '50,000'],
            ['1,000', '0', -1_250, '−1,250'],
            ['1,000', '400', 0, '0'],
            ['1,000', '800', 900, '900'],
          ),
        },
      },
      {
        name: 'words',
        caption: 'Gini',
        titles: { x: 'Locality by', y: 'Fairness mode' },
        data: {
          rows: ['stepped', 'linear', 'off: no rule at all'].flatMap((row, at) =>
            ['within the office of São Paulo', 'distance', 'off'].map((column) => ({
              ...{ row, column, value: at / 8, said: (at / 8).toFixed(3) },
            })),
          ),
        },
      },
    ],
  },
  {
    chart: 'sweep-spread',
    where: 'Report of a sweep, “Over the worlds”',
    asks: 'How does each policy fare when the data is not quite what was planned with?',
    cases: [
      {
        caption: 'Net score, over the worlds',
        titles: { x: 'Net score (points)' },
        data: {
          rows: table(
            'label min median max',
            ['penalty 0, stepped', 54_100, 57_020, 58_300],
            ['penalty 200, stepped, Größe très élevée', 47_000, 50_560, 51_100],
            ['penalty 1,000, linear', 39_900, 39_900, 39_900],
            ['policy 4', -3_100, 0, 12_000],
          ),
        },
      },
    ],
  },
];
