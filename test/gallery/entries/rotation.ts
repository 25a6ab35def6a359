import { type Entry, table } from '../entry.ts';

const hour = (hours: number, minutes = 0) => 3600 * hours + 60 * minutes;

/** Charts of the report of a rotation run. */
export const ROTATION: readonly Entry[] = [
  {
    chart: 'rotation-timeline',
    where: 'Report of a rotation run, “The log”',
    asks: 'What airs in each break, in which order, and how full is it?',
    cases: [
      {
        caption: 'The log, break by break: its spots in their order, each as long as it runs',
        data: {
          breaks: table('label seconds', ['20:14', 120], ['20:44', 120], ['21:40', 90]),
          rows: table(
            'slot from to tier said',
            ['20:14', 0, 30, 'guaranteed', 'Halden Motors'],
            ['20:14', 30, 60, 'remnant', 'Wagtail'],
            ['20:44', 0, 15, 'priority', 'Tidemark Light'],
            ['21:40', 0, 60, 'guaranteed', 'Ostrel'],
            ['21:40', 60, 90, 'priority', 'Brackwater Ale'],
          ),
        },
      },
    ],
  },
  {
    chart: 'rotation-prime',
    where: 'Report of a rotation run, “Prime time and fill”',
    asks: 'When are the breaks of prime time, and which of them are not full?',
    cases: [
      {
        caption: 'Breaks of prime time by day and hour, and how full they are',
        data: {
          days: table(
            'label from to',
            ['Mon 22 Sep', hour(19), hour(24, 30)],
            ['Tue 23 Sep', hour(19), hour(24, 30)],
            ['Wed 24 Sep', hour(19), hour(24, 30)],
          ),
          breaks: table(
            'day start end fill',
            ['Mon 22 Sep', hour(19, 15), hour(19, 18), 'full'],
            ['Mon 22 Sep', hour(20, 0), hour(20, 4), 'over half'],
            ['Mon 22 Sep', hour(21, 40), hour(21, 46), 'under half'],
            ['Mon 22 Sep', hour(23, 55), hour(24, 1), 'empty'],
            ['Tue 23 Sep', hour(19, 0), hour(19, 6), 'full'],
            ['Tue 23 Sep', hour(22, 30), hour(22, 31), 'full'],
            ['Wed 24 Sep', hour(24, 24), hour(24, 30), 'empty'],
          ),
        },
      },
      {
        name: 'one-break',
        caption: 'Breaks of prime time by day and hour, and how full they are',
        data: {
          days: table('label from to', ['Thu 25 Sep', hour(20), hour(22)]),
          breaks: table('day start end fill', ['Thu 25 Sep', hour(20, 10), hour(20, 13), 'full']),
        },
      },
    ],
  },
  {
    chart: 'rotation-displaced',
    where: 'Report of a rotation run, “What aired, what is owed, where it went”',
    asks: 'What aired, and where are the spots now that did not air as they were published?',
    cases: [
      {
        caption: 'Spots that aired until now, and displaced spots by where they are now',
        data: {
          rows: table(
            'label spots group said',
            ['aired as planned', 14, 'aired', '14'],
            ['aired late', 2, 'aired', '2'],
            ['aired short', 1, 'owed', '1 ($2,700 owed)'],
            ['in its break, later', 6, 'to come this evening', '6'],
            ['made good on a later day', 5, 'made good', '5'],
            ['no place', 2, 'owed', '2 ($9,100 owed)'],
          ),
        },
      },
    ],
  },
  {
    chart: 'rotation-outcomes',
    where: 'Report of a rotation run, “Placed, moved and left out”',
    asks: 'How many spots of each tier are where they wished to be, moved, or left out?',
    cases: [
      {
        caption: 'Spots as wished (blue), moved (light blue) and left out (orange)',
        data: {
          rows: table(
            'label all placed kept said',
            ['Guaranteed', 640, 640, 611, '29 moved, 0 left out'],
            ['Priority', 520, 498, 430, '68 moved, 22 left out'],
            ['Remnant', 340, 122, 0, '122 moved, 218 left out'],
          ),
        },
      },
      {
        name: 'one',
        caption: 'Spots as wished (blue), moved (light blue) and left out (orange)',
        data: { rows: table('label all placed kept said', ['Remnant', 1, 0, 0, '0 moved, 1 left out']) },
      },
    ],
  },
  {
    chart: 'rotation-tiers',
    where: 'Report of a rotation run, “Tiers and revenue”',
    asks: 'How much of the money booked in each tier is on air?',
    cases: [
      {
        caption: 'Value placed (blue) of the value booked (grey), in dollars',
        data: {
          rows: table(
            'label placed booked said',
            ['Guaranteed', 812_400, 812_400, '$812,400, 640 of 640'],
            ['Priority', 291_050, 310_000, '$291,050, 498 of 520'],
            ['Remnant', 0, 45_500, '$0, 0 of 340'],
          ),
        },
      },
    ],
  },
  {
    chart: 'rotation-margins',
    where: 'Report of a rotation run, “Caps and separations”',
    asks: 'Which rules are kept with nothing to spare?',
    cases: [
      {
        caption: 'Tightest distances in minutes, end to start (blue), and what is asked for (mark)',
        data: {
          rows: table(
            'label limit actual broken end said',
            ['Café Größenwahn, own', 30, 22.5, 1, 30, 'broken'],
            ['Coca-Cola / Pepsi, competitors', 15, 15, 0, 15, 'just kept'],
            [
              'Ministério da Saúde: campanha nacional de vacinação, same creative',
              60,
              71.25,
              0,
              71.25,
              '11.25 min to spare',
            ],
            ['Fox & Sons, own', 30, 0, 1, 30, 'broken'],
          ),
        },
      },
      {
        name: 'caps',
        caption: 'Tightest caps: spots (blue) and the most allowed (mark)',
        data: {
          rows: table(
            'label limit actual broken end said',
            ['Café Größenwahn, a day', 6, 6, 0, 6, 'just kept'],
            ['Fox & Sons, rolling', 2, 1, 0, 2, '1 left'],
          ),
        },
      },
    ],
  },
];
