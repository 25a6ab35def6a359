import { COLOURS } from '../../../src/compare/report/colours.ts';
import { type Entry, table } from '../entry.ts';

const [A, B, C, D] = COLOURS;

const COUNTS: readonly (readonly [string, readonly (number | null)[]])[] = [
  ['Zoë Šimůnková-Fitzgerald of the Pacific Motoring Press', [4, 1, 0, null]],
  ['José Ángel Muñoz', [3, 2, 1, null]],
  ['Ana Ito', [0, 1, 1, null]],
];

/** Charts of a comparison of runs. */
export const COMPARISON: readonly Entry[] = [
  {
    chart: 'comparison-bars',
    where: 'Report of a comparison, “Headline metrics”',
    asks: 'How does each scenario do in one measure, against the baseline?',
    cases: [
      {
        caption: 'Net score, points (more is better)',
        data: {
          rows: table(
            'label value end base said colour',
            ['A  la-week', 50_560, 50_560, 50_560, '50,560', A],
            ['B  no fairn…', 59_460, 59_460, 50_560, '59,460 (+8,900)', B],
            ['C  Größe 25…', -1_250, 50_560, 50_560, '−1,250 (−51,810)', C],
            ['D  impossib…', 0, 50_560, 50_560, 'no schedule', D],
          ),
        },
      },
      {
        name: 'zero',
        caption: 'Budget over (less is better)',
        data: {
          rows: table(
            'label value end base said colour',
            ['A  la-week', 0, 0, null, '$0', A],
            ['B  tight', 0, 0, null, '$0', B],
          ),
        },
      },
    ],
  },
  {
    chart: 'comparison-entities',
    where: 'Report of a comparison, “By partner, side by side”',
    asks: 'Who gets more in one schedule than in another?',
    cases: [
      {
        caption: 'Rows of each schedule by partner: every partner whose number differs',
        data: {
          rows: COUNTS.flatMap(([who, counts]) =>
            counts.map((value, order) => ({
              ...{ who, mark: 'ABCD'[order]!, order, value: value ?? 0 },
              ...{ said: value === null ? '' : String(value), colour: COLOURS[order]! },
            })),
          ),
          names: COUNTS.map(([label]) => ({ label })),
        },
      },
    ],
  },
  {
    chart: 'comparison-frontier',
    where: 'Report of a comparison, “Score against fairness”',
    asks: 'Which scenarios are a choice, and which are beaten in both?',
    cases: [
      {
        caption: 'Gini, against raw score',
        titles: { x: 'Gini', y: 'Raw score (points)' },
        data: {
          rows: table(
            'x y mark colour kind',
            [0.29, 59_460, 'A', A, 'choice'],
            [0.12, 56_200, 'B', B, 'choice'],
            [0.12, 55_100, 'C', C, 'beaten'],
            [0, 41_000, 'D', D, 'choice'],
          ),
          line: table(
            'x y mark colour kind',
            [0, 41_000, 'D', D, 'choice'],
            [0.12, 56_200, 'B', B, 'choice'],
            [0.29, 59_460, 'A', A, 'choice'],
          ),
        },
      },
      {
        name: 'none-beaten',
        caption: 'Gini, against net score',
        titles: { x: 'Gini', y: 'Net score (points)' },
        data: {
          rows: table('x y mark colour kind', [0.29, 59_460, 'A', A, 'choice'], [0.1, -800, 'B', B, 'choice']),
          line: table('x y mark colour kind', [0.1, -800, 'B', B, 'choice'], [0.29, 59_460, 'A', A, 'choice']),
        },
      },
    ],
  },
  {
    chart: 'comparison-penalties',
    where: 'Report of a comparison, “Penalties”',
    asks: 'What does each policy charge for what its schedule does?',
    cases: [
      {
        caption: 'Penalties, points',
        data: {
          rows: table(
            'who kind order value',
            ['A  la-week', 'Cap penalty', 0, 2_400],
            ['A  la-week', 'Fairness penalty', 1, 6_400],
            ['A  la-week', 'Budget penalty', 2, 10_200],
            ['B  Größenordnung des Abzugs: 250', 'Cap penalty', 0, 800],
            ['B  Größenordnung des Abzugs: 250', 'Fairness penalty', 1, 0],
            ['B  Größenordnung des Abzugs: 250', 'Budget penalty', 2, 21_000],
            ['C  no rules at all', 'Cap penalty', 0, 0],
            ['C  no rules at all', 'Fairness penalty', 1, 0],
            ['C  no rules at all', 'Budget penalty', 2, 0],
          ),
          names: table('label', ['A  la-week'], ['B  Größenordnung des Abzugs: 250'], ['C  no rules at all']),
        },
      },
    ],
  },
];
