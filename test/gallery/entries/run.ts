import { type Entry, table } from '../entry.ts';

/** Charts that every kind of run may show, and those of a notebook. */
export const RUN: readonly Entry[] = [
  {
    chart: 'waterfall',
    where: 'Report of a loans run, “Where the score comes from”; a notebook, when it explains a row',
    asks: 'Which terms make the score, and what does each penalty take of it?',
    cases: [
      {
        caption: 'From score terms, less penalties, to the net score (points)',
        data: {
          rows: table(
            'label kind from to end said',
            ['Rank', 'gain', 0, 48_300, 48_300, '+48,300'],
            ['Locality', 'gain', 48_300, 53_900, 53_900, '+5,600'],
            ['Publication rate', 'gain', 53_900, 59_475, 59_475, '+5,575'],
            ['Rounding', 'loss', 59_475, 59_460, 59_475, '−15'],
            ['Raw score', 'total', 0, 59_460, 59_460, '59,460'],
            ['Tier caps', 'loss', 59_460, 57_060, 59_460, '−2,400'],
            ['Fairness', 'loss', 57_060, 50_660, 57_060, '−6,400'],
            ['Budgets', 'loss', 50_660, 50_660, 50_660, '0'],
            ['Changes from the earlier run', 'loss', 50_660, 50_560, 50_660, '−100'],
            ['Net score', 'total', 0, 50_560, 50_560, '50,560'],
          ),
        },
      },
      {
        name: 'below-zero',
        caption: 'Points, from score to what is left',
        data: {
          rows: table(
            'label kind from to end said',
            ['Rank', 'gain', 0, 400, 400, '+400'],
            ['Score', 'total', 0, 400, 400, '400'],
            ['tier_caps: José Ángel Muñoz, Volkswagen Commercial', 'loss', 400, -400, 400, '−800'],
            ['fairness: José Ángel Muñoz', 'loss', -400, -1000, -400, '−600'],
            ['What is left', 'total', 0, -1000, 0, '−1,000'],
          ),
        },
      },
    ],
  },
  {
    chart: 'funnel',
    where: 'Report of every run, “From all pairs to candidates”',
    asks: 'How many possibilities did each filter remove, and how many could still be chosen?',
    cases: [
      {
        caption: 'What is left after each filter',
        data: {
          rows: table(
            'label left removed',
            ['All pairs', 61_776, 0],
            ['Availability', 60_192, 1_584],
            ['Cooldown', 41_265, 18_927],
            ['Approved makes', 12_040, 29_225],
            ['Ranks', 12_040, 0],
            ['Partner limits', 938, 11_102],
          ),
        },
      },
      {
        name: 'nothing-left',
        caption: 'What is left after each filter',
        data: { rows: table('label left removed', ['All pairs', 24, 0], ['Availability', 24, 0], ['Cooldown', 0, 24]) },
      },
    ],
  },
  {
    chart: 'prices',
    where: 'Report of every run, “What one more would bring at the most”; a notebook, of a run’s prices',
    asks: 'Which limit is worth loosening, and what would one unit more bring?',
    cases: [
      {
        caption: 'The dearest limits: points for one unit more, at the most',
        data: {
          rows: table(
            'label price',
            ['Capacity: Mon 22 Sep', 1_136.5],
            ['Vehicles: 1HGCM82633A004352', 950],
            ['Fairness: Zoë Šimůnková-Fitzgerald of the Pacific Motoring Correspondents', 412.25],
            ['Tier caps: Ana Ito, Volvo', 0.67],
            ['Priority: Ólafur Þór', -118],
          ),
        },
      },
      {
        name: 'one',
        caption: 'Points that one step looser brings',
        data: { rows: table('label price', ['One more slot on Tue 23 Sep', 0]) },
      },
    ],
  },
  {
    chart: 'bars',
    where: 'A notebook, of whatever it reckons itself',
    asks: 'How do a few named numbers compare?',
    cases: [
      {
        caption: 'Loans by make, change from the week before',
        data: {
          rows: table(
            'label value',
            ['Škoda', 12],
            ['Citroën', 7.25],
            ['Mercedes-Benz Passenger Cars of North America', 3],
            ['Volvo', 0],
            ['Alfa Romeo', -4],
          ),
        },
      },
      {
        name: 'thousands',
        caption: 'Points by scenario',
        data: { rows: table('label value', ['la-week', 123_456.7], ['tight-budget', 50_567], ['no rules', 0.125]) },
      },
    ],
  },
  {
    chart: 'breakpoints',
    where: 'Report of “breakpoints”, “What the setting does to what people get” and “… to the net score”',
    asks: 'At which values of a setting does the best schedule change, what follows, and where is it today?',
    cases: [
      {
        caption: 'Net score (points), by fairness penalty',
        titles: { x: 'Fairness penalty', y: 'points' },
        data: {
          now: [{ x: 200, words: 'today: 200' }],
          rows: table(
            'x y edge order',
            [0, 54_300, 0, 0],
            [120, 51_900, 0, 1],
            [121, 51_880, 1, 2],
            [400, 48_811, 0, 3],
            [401, 48_800, 1, 4],
            [1000, 48_800, 0, 5],
          ),
        },
      },
      {
        name: 'below-zero',
        caption: 'Points for each 1 more of the fairness penalty',
        titles: { x: 'Fairness penalty', y: 'points' },
        data: {
          now: [{ x: 0, words: '' }],
          rows: table(
            'x y edge order',
            [0, -20, 0, 0],
            [121, -20, 0, 1],
            [121, -11, 0, 2],
            [401, -11, 0, 3],
            [401, 0, 0, 4],
            [1000, 0, 0, 5],
          ),
        },
      },
      {
        name: 'one-step',
        caption: 'Net score (points), by cap penalty',
        titles: { x: 'Cap penalty', y: 'points' },
        data: {
          now: [{ x: 800, words: 'today: 800' }],
          rows: table('x y edge order', [0, 48_800, 0, 0], [800, 48_800, 0, 1]),
        },
      },
    ],
  },
];
