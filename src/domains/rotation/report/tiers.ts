import {
  count,
  dollars,
  factsOf,
  type Mark,
  numberOf,
  percent,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { type SpotsOf, spotsBy } from './about.ts';

const NAMES: Readonly<Record<string, string>> = { guaranteed: 'Guaranteed', priority: 'Priority', remnant: 'Remnant' };

/** What each tier brings in, of what was booked. */
export function tiersSection(run: Run): Section {
  const table = run.tables.tiers;
  const all = recordsOf(table);
  const spots = spotsBy(run, 'tier');
  const rows = all.filter((row) => numberOf(row, 'spots') > 0);
  const drawn = rows.filter((row) => numberOf(row, 'value_total') > 0);
  return {
    id: 'tiers',
    title: 'Tiers and revenue',
    lead: leadOf(run, rows),
    blocks: [
      ...(drawn.length === 0
        ? []
        : [
            {
              type: 'chart' as const,
              chart: 'rotation-tiers',
              caption: 'Value placed (blue) of the value booked (grey), in dollars',
              data: { rows: drawn.map(datum) },
              marks: { rows: drawn.map((row) => markOf(row, table!, all.indexOf(row), spots)) },
            },
          ]),
      ...(table === undefined ? [] : [{ type: 'table' as const, caption: 'Tiers', table, about: all.map(spots) }]),
      ...advertisersOf(run),
    ],
  };
}

function advertisersOf(run: Run) {
  const table = run.tables.advertisers;
  if (table === undefined || table.rows.length === 0) return [];
  return [
    {
      type: 'table' as const,
      caption: 'Advertisers',
      table,
      limit: 8,
      file: 'advertisers.csv',
      about: recordsOf(table).map(spotsBy(run, 'advertiser')),
    },
  ];
}

function leadOf(run: Run, rows: readonly TableRecord[]): string {
  const sum = (name: string) => rows.reduce((all, row) => all + numberOf(row, name), 0);
  const [placed, booked] = [sum('value_placed'), sum('value_total')];
  const share = booked === 0 ? '' : ` (${percent(placed / booked)})`;
  return `${dollars(placed)} of ${dollars(booked)} booked${share} is on air. ${orderOf(run)}`;
}

/** Only what was proven is said: the order of the tiers by the solver, the exchange by the audit. */
function orderOf(run: Run): string {
  const inverted = recordsOf(run.tables.violations).filter((row) => textOf(row, 'rule') === 'tier').length;
  if (inverted > 0)
    return `${count(inverted)} of the spots left out could have a place that none but lower tiers need: the tiers are not in order.`;
  const proven =
    run.status === 'optimal' ? 'Each tier got all the value that it could before the next was asked. ' : '';
  return `${proven}No spot is left out where taking away lower tiers would have made room.`;
}

function markOf(row: TableRecord, table: ResultTable, at: number, spots: SpotsOf): Mark {
  const names = ['spots', 'placed', 'moved', 'unplaced', 'value_placed', 'value_total'];
  return {
    title: NAMES[textOf(row, 'tier')] ?? textOf(row, 'tier'),
    facts: factsOf(table, at, names),
    about: spots(row),
  };
}

function datum(row: TableRecord) {
  const [placed, booked] = [numberOf(row, 'value_placed'), numberOf(row, 'value_total')];
  return {
    label: NAMES[textOf(row, 'tier')] ?? textOf(row, 'tier'),
    placed: placed / 100,
    booked: booked / 100,
    said: `${dollars(placed)}, ${count(numberOf(row, 'placed'))} of ${plural(numberOf(row, 'spots'), 'spot')}`,
  };
}
