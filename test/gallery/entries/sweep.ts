import { type Entry, table } from '../entry.ts';

const BEST = 'no policy is better in both';
const BEATEN = 'another policy is better';

/** Charts of a sweep. */
export const SWEEP: readonly Entry[] = [
  {
    chart: 'sweep-effect',
    where: 'Report of a sweep, “What a setting moves”, for numbers',
    asks: 'How does a measure follow a setting, and how far does everything else move it?',
    cases: [
      {
        caption: 'Net score (points)',
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
        caption: 'Share of loans near home (percent)',
        data: { rows: table('x min median max', [0, 29, 29, 29], [1, 100, 100, 100]) },
      },
    ],
  },
  {
    chart: 'sweep-choices',
    where: 'Report of a sweep, “What a setting moves”, for choices',
    asks: 'Which choice of a setting is better, and is that so whatever the rest is?',
    cases: [
      {
        caption: 'Net score (points)',
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
    asks: 'Which policies are on the frontier?',
    cases: [
      {
        caption: 'Raw score (points), against Gini',
        data: {
          rows: table(
            'fairness score kind',
            [0.21, 52_300, BEATEN],
            [0.3, 55_000, BEATEN],
            [0.17, 50_020, BEATEN],
            [0, 41_000, BEST],
            [0.12, 56_200, BEST],
            [0.19, 58_100, BEST],
            [0.29, 59_460, BEST],
          ),
        },
      },
      {
        name: 'all-best',
        caption: 'Raw score (points), against Gini',
        data: { rows: table('fairness score kind', [0.12, 56_200, BEST], [0.12, 56_200, BEST]) },
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
        caption: 'Net score (points)',
        data: {
          rows: table(
            'label min median max',
            ['penalty 0, mode stepped', 54_100, 57_020, 58_300],
            ['penalty 200, mode stepped, Größe très élevée', 47_000, 50_560, 51_100],
            ['penalty 1,000, mode linear', 39_900, 39_900, 39_900],
            ['policy 4: 12, hard, [sat, sun]', -3_100, 0, 12_000],
          ),
        },
      },
    ],
  },
];
