import type { Run } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';
import { fullText } from './comparison-format.ts';
import { datesIn } from './dates.ts';
import { count, plural } from './format.ts';
import type { Page, Section } from './page.ts';
import { words } from './standard.ts';

/**
 * What a tile says about a metric that is not the same in every best schedule; nothing where it is, or where nobody
 * asked.
 */
export function rangeNote({ ranges }: Pick<Run, 'ranges'>, metric: string, say: (value: number) => string): string {
  const range = ranges?.[metric];
  if (range === undefined || range.least === range.most) return '';
  return `; ${range.exact ? '' : 'at the most '}${say(range.least)} to ${say(range.most)} at the same net score`;
}

/** How far each metric can move while the net score stays the best. */
export function rangesSection(
  run: Run,
  { noun, metrics: names }: Pick<Page, 'noun' | 'metrics'> = {},
): Section | undefined {
  const { ranges, backbone, metrics } = run;
  if (ranges === undefined || backbone === undefined) return undefined;
  const all = Object.entries(ranges);
  const open = all.filter(([, { least, most }]) => least !== most);
  const shared = backbone.exact ? ` ${alwaysText(backbone.always, backbone.chosen, noun)}` : '';
  const lead =
    open.length === 0
      ? `Nothing that is measured here: all ${count(all.length)} metrics are the same in every schedule of this net score.${shared}`
      : `${plural(open.length, 'metric')} can move without a point lost; the seed of the scenario decides among such schedules.${shared}`;
  const rows = open.map(([name, { least, most, exact }]): Cell[] => [
    names?.[name]?.label ?? words(name),
    ...[metrics[name] ?? null, least, most].map(
      (value): Cell => (value === null ? null : fullText(value, names?.[name] ?? {})),
    ),
    exact ? 'reached' : 'not beyond',
  ]);
  const columns = [
    { name: 'metric', type: 'text', label: 'Metric' },
    { name: 'value', type: 'number', label: 'In this schedule' },
    { name: 'least', type: 'number', label: 'Smallest possible' },
    { name: 'most', type: 'number', label: 'Largest possible' },
    { name: 'ends', type: 'text', label: 'The ends are' },
  ] as const;
  const table = { type: 'table', caption: 'Ranges at the same net score', table: { columns, rows } } as const;
  return { id: 'ties', title: 'What ties leave open', lead, blocks: rows.length > 0 ? [table] : [] };
}

function alwaysText(
  always: number,
  chosen: number,
  [one, several]: NonNullable<Page['noun']> = ['row of the schedule', 'rows of the schedule'],
): string {
  const of = `the ${plural(chosen, one, several)}`;
  if (always === chosen) return `Every one of ${of} is in all of them.`;
  return always === 0
    ? `None of ${of} is in all of them.`
    : `${count(always)} of ${of} ${always === 1 ? 'is' : 'are'} in all of them.`;
}

/** What loosening each of the dearest limits would bring, found by solving again. */
export function priceListSection(run: Run): Section | undefined {
  const table = run.tables.price_list;
  if (table === undefined) return undefined;
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const best = table.rows[0];
  if (best === undefined)
    return {
      id: 'price-list',
      title: 'Price list of policy',
      lead: 'No limit binds: one more of any of them would bring nothing.',
      blocks: [],
    };
  // Where more than the score is gained, it stands in words: what comes first at the front.
  const gain = at('gains') < 0 ? 'gain' : 'gains';
  const most = gain === 'gains' ? best[at(gain)] || 'nothing' : plural(Number(best[at(gain)]), 'point');
  const lead = `${plural(table.rows.length, 'limit')} loosened one at a time, each solved again: ${datesIn(String(best[at('change')]))} would bring the most, ${most}.`;
  return {
    id: 'price-list',
    title: 'Price list of policy',
    lead,
    blocks: [
      {
        type: 'table',
        caption:
          'What each change would bring, exactly, and how many rows it adds and drops (price_list.csv names them)',
        table: {
          columns: [
            ...['change', gain].map((name) => table.columns[at(name)]!),
            { name: 'added', type: 'integer', label: 'Added to the schedule' },
            { name: 'dropped', type: 'integer', label: 'Dropped from it' },
          ],
          rows: table.rows.map((row) => [
            capital(row[at('change')]!),
            row[at(gain)] || (gain === 'gains' ? 'nothing' : 0),
            rowsIn(row[at('added')]!),
            rowsIn(row[at('dropped')]!),
          ]),
        },
        limit: 10,
        file: 'price_list.csv',
      },
    ],
  };
}

const capital = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.charAt(0).toUpperCase() + datesIn(cell).slice(1) : cell;

/** How many rows a cell lists: their keys mean little to a reader, and the file has them. */
function rowsIn(cell: Cell): number {
  return typeof cell !== 'string' || cell === '' ? 0 : cell.split('; ').length;
}
