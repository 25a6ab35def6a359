import { type Entry, table } from '../entry.ts';

/** Charts of the report of a loans run. */
export const LOANS: readonly Entry[] = [
  {
    chart: 'lorenz',
    where: 'Report of a loans run, “Who gets how much”',
    asks: 'How evenly are the loans shared, among those who get one and among all who could?',
    cases: [
      {
        caption: 'Lorenz curve: how the loans are shared',
        data: {
          rows: table(
            'curve order population share',
            ['partners served', 0, 0, 0],
            ['partners served', 1, 0.75, 0.5],
            ['partners served', 2, 0.95, 0.82],
            ['partners served', 3, 1, 1],
            ['all eligible partners', 0, 0, 0],
            ['all eligible partners', 1, 0.6, 0],
            ['all eligible partners', 2, 0.9, 0.5],
            ['all eligible partners', 3, 1, 1],
            ['perfect equality', 0, 0, 0],
            ['perfect equality', 1, 1, 1],
          ),
        },
      },
    ],
  },
  {
    chart: 'partners',
    where: 'Report of a loans run, “Who gets how much”',
    asks: 'How many partners get no loan, one, two, more?',
    cases: [
      {
        caption: 'How many partners get how many loans',
        data: {
          rows: table(
            'loans partners kind',
            ['none', 104, 'none'],
            ['1', 37, 'some'],
            ['2', 6, 'some'],
            ['3', 0, 'some'],
            ['4', 2, 'some'],
          ),
        },
      },
      {
        name: 'one',
        caption: 'How many partners get how many loans',
        data: { rows: table('loans partners kind', ['none', 0, 'none'], ['1', 1, 'some']) },
      },
    ],
  },
  {
    chart: 'capacity',
    where: 'Report of a loans run, “Capacity by day”',
    asks: 'On which days are the slots used up, and which days are closed?',
    cases: [
      {
        caption: 'Loans starting (blue), slots taken before (grey) and slots (outline) of each day',
        data: {
          rows: table(
            'label slots existing filled end said note',
            ['Mon 22 Sep', 15, 2, 15, 15, '13 of 15', ''],
            ['Tue 23 Sep', 15, 0, 9, 15, '9 of 15', ''],
            ['Wed 24 Sep', 0, 0, 0, 0, 'closed', 'Company holiday'],
            ['Thu 25 Sep', 8, 3, 8, 8, '5 of 8', 'Travel day: São Paulo & Málaga crews return by the early flight'],
            ['Fri 26 Sep', 4, 5, 5, 5, '0 of 4', ''],
            ['Sat 27 Sep', 10, 0, 1, 10, '1 of 10', 'Saturday delivery after the holiday'],
            ['Sun 28 Sep', 0, 0, 0, 0, 'closed', ''],
          ),
        },
      },
      {
        name: 'closed',
        caption: 'Loans starting (blue) and slots (outline) of each day',
        data: {
          rows: table(
            'label slots existing filled end said note',
            ['Mon 22 Dec', 0, 0, 0, 0, 'closed', 'Christmas week'],
            ['Tue 23 Dec', 0, 0, 0, 0, 'closed', 'Christmas week'],
          ),
        },
      },
    ],
  },
  {
    chart: 'caps',
    where: 'Report of a loans run, “Yearly caps”',
    asks: 'Which partners go over the cap of a make, and by how much?',
    cases: [
      {
        caption: 'Loans of 12 months before (grey) and of this week (blue, orange above the cap)',
        data: {
          rows: table(
            'label before after limit said end',
            ['José Ángel Muñoz, Volkswagen', 6, 8, 6, '8 of 6', 8],
            ['Zoë Šimůnková-Fitzgerald of the Pacific Motoring Press, Mercedes-Benz', 11, 13, 12, '13 of 12', 13],
            ['Ana Ito, Volvo', 9, 10, 6, '10 of 6', 10],
            ['Li Na, Škoda', 0, 1, 0, '1 of 0', 1],
          ),
        },
      },
    ],
  },
  {
    chart: 'budgets',
    where: 'Report of a loans run, “Budgets by fleet and quarter”',
    asks: 'What does each fleet spend this week, and what is left of its budget?',
    cases: [
      {
        caption: 'Spent before (grey), planned this week (blue, orange over budget) and the budget (mark), in dollars',
        data: {
          rows: table(
            'label before after limit end said',
            ['Volkswagen of America Q3', 61_500, 68_500, 70_000, 70_000, '$1,500 left'],
            ['Citroën & DS Automobiles Heritage Fleet Q3', 20_000, 27_400, 24_000, 27_400, '$3,400 over'],
            ['Volvo Q3', 33_000, 36_000, 30_000, 36_000, '$6,000 over'],
            ['Škoda Q3', 0, 2_000, 40_000, 40_000, '$38,000 left'],
            ['Seat Q4', 0, 3_000, 0, 3_000, '$3,000 over'],
            ['Cupra Q3', -1_500, 500, 12_000, 12_000, '$11,500 left'],
          ),
        },
      },
      {
        name: 'none-over',
        caption: 'Spent before (grey), planned this week (blue, orange over budget) and the budget (mark), in dollars',
        data: {
          rows: table('label before after limit end said', ['Škoda Q3', 12_000, 15_000, 15_000, 15_000, '$0 left']),
        },
      },
    ],
  },
];
