import { type Entry, table } from '../entry.ts';

const WEEKS = Array.from({ length: 13 }, (_, at) => at + 1);

/** A value for each week, in a row of thirteen. */
const perWeek = (values: readonly number[]) => table('week value', ...values.map((value, at) => [at + 1, value]));

/** Values of several kinds for each week, week by week. */
function perKind(kinds: Readonly<Record<string, readonly number[]>>) {
  const all = Object.entries(kinds);
  const weeks = all[0]?.[1] ?? [];
  return table(
    'week kind value',
    ...weeks.flatMap((_, at) => all.map(([kind, values]) => [at + 1, kind, values[at]!])),
  );
}

const fleet = (name: string, percents: readonly number[]) =>
  percents.map((said, at) => ({ fleet: name, week: at + 1, share: said / 100, said }));

const FLEETS = [
  'Volkswagen of America Q4',
  'Citroën & DS Automobiles Heritage Fleet Q4',
  'Volvo Q3',
  'Škoda Q4',
] as const;

/** Charts of the report of many weeks. */
export const MANY_WEEKS: readonly Entry[] = [
  {
    chart: 'weeks-line',
    where: 'Report of many weeks, “Week after week” and “Who is reached, and who never”',
    asks: 'How does one number move from week to week?',
    cases: [
      {
        caption: 'Net score of each week, in points',
        data: {
          rows: perWeek([
            61_240, 54_930, 48_410, 47_020, 39_900, 41_350, 40_115, 33_870, 36_200, 21_005, 8_400, 0, -2_150,
          ]),
        },
      },
      {
        name: 'one-week',
        caption: 'Gini of the week, over all eligible partners',
        data: { rows: perWeek([0.687]) },
      },
    ],
  },
  {
    chart: 'weeks-before-after',
    where: 'Report of weeks that are over, “As it was, and by policy”',
    asks: 'Which way does policy move a figure, month by month?',
    cases: [
      {
        caption: 'Loans over the yearly cap of their partner and make',
        data: {
          rows: ['2025-07', '2025-08', '2025-09'].flatMap((month, at) => [
            { month, who: 'as it was', value: [9, 13, 12][at]! },
            { month, who: 'by policy', value: [0, 1, 0][at]! },
          ]),
        },
      },
    ],
  },
  {
    chart: 'weeks-reach',
    where: 'Report of many weeks, “Who is reached, and who never”',
    asks: 'How many partners of a week had never been reached before?',
    cases: [
      {
        caption: 'Partners of each week: reached for the first time, or again',
        data: {
          rows: perKind({
            'for the first time': [45, 19, 11, 9, 4, 3, 0, 2, 0, 1, 0, 1, 0],
            again: [0, 22, 28, 33, 39, 36, 0, 35, 38, 40, 37, 2, 41],
          }),
        },
      },
    ],
  },
  {
    chart: 'weeks-caps',
    where: 'Report of many weeks, “Caps as they fill”',
    asks: 'How many caps are full, or exceeded, as the weeks go on?',
    cases: [
      {
        caption: 'Pairs of partner and make whose cap is full, or exceeded, at the end of each week',
        data: {
          rows: perKind({
            'just full': [0, 3, 8, 14, 21, 29, 33, 41, 47, 52, 60, 66, 71],
            exceeded: [0, 0, 1, 1, 2, 4, 5, 8, 9, 13, 15, 15, 19],
          }),
        },
      },
      {
        name: 'none',
        caption: 'Pairs of partner and make whose cap is full, or exceeded, at the end of each week',
        data: {
          rows: perKind({ 'just full': [0, 0, 0, 0], exceeded: [0, 0, 0, 0] }),
        },
      },
    ],
  },
  {
    chart: 'weeks-budgets',
    where: 'Report of many weeks, “Budgets as they fill”',
    asks: 'When is the money of each fleet spent, and where is it overspent?',
    cases: [
      {
        caption: 'Percent of the money left before the first week that is spent by the end of each week; orange: over',
        data: {
          rows: [
            ...fleet(
              FLEETS[0],
              WEEKS.map((week) => 7 * week),
            ),
            ...fleet(
              FLEETS[1],
              WEEKS.map((week) => 2 * week * week),
            ),
            ...fleet(FLEETS[2], [40, 96]),
            ...fleet(FLEETS[3], [0, 0, 0, 4, 4, 4, 11, 11, 100, 100, 100, 101, 1280]),
          ],
          names: FLEETS.map((label) => ({ label })),
        },
      },
    ],
  },
];
