import type { Run } from '../runs/run.ts';
import type { Cell } from '../tables/result.ts';
import { amount, count, plural } from './format.ts';
import type { Section } from './page.ts';
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
export function rangesSection(run: Run): Section | undefined {
  const { ranges, backbone, metrics } = run;
  if (ranges === undefined || backbone === undefined) return undefined;
  const all = Object.entries(ranges);
  const open = all.filter(([, { least, most }]) => least !== most);
  const shared = backbone.exact
    ? ` ${count(backbone.always)} of the ${plural(backbone.chosen, 'assignment')} are in all of them.`
    : '';
  const lead =
    open.length === 0
      ? `Nothing that is measured here: all ${count(all.length)} metrics are the same in every schedule of this net score.${shared}`
      : `${plural(open.length, 'metric')} can move without a point lost; the seed of the scenario decides among such schedules.${shared}`;
  const rows = open.map(([name, { least, most, exact }]): Cell[] => [
    words(name),
    shown(metrics[name] ?? null),
    shown(least),
    shown(most),
    exact ? 'reached' : 'not beyond',
  ]);
  const columns = [
    { name: 'metric', type: 'text', label: 'Metric' },
    { name: 'value', type: 'number', label: 'In this schedule' },
    { name: 'least', type: 'number', label: 'Smallest' },
    { name: 'most', type: 'number', label: 'Largest' },
    { name: 'ends', type: 'text', label: 'The ends are' },
  ] as const;
  const table = { type: 'table', caption: 'Ranges at the same net score', table: { columns, rows } } as const;
  return { id: 'ties', title: 'What ties leave open', lead, blocks: rows.length > 0 ? [table] : [] };
}

const shown = (value: number | null): Cell =>
  value === null ? null : Number.isInteger(value) ? count(value) : amount(value, 3);

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
  const shownColumns = ['change', 'gain', 'added', 'dropped'].map(at);
  const lead = `${plural(table.rows.length, 'limit')} loosened one at a time, each solved again: ${best[at('change')]} would bring the most, ${count(Number(best[at('gain')]))} points.`;
  return {
    id: 'price-list',
    title: 'Price list of policy',
    lead,
    blocks: [
      {
        type: 'table',
        caption: 'What each change would bring, exactly',
        table: {
          columns: shownColumns.map((k) => table.columns[k]!),
          rows: table.rows.map((row) => shownColumns.map((k) => cut(row[k]!))),
        },
        limit: 10,
        file: 'price_list.csv',
      },
    ],
  };
}

/** The rows of a large change are in the file. */
function cut(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const parts = cell.split('; ');
  return parts.length > 3 ? `${parts.slice(0, 3).join('; ')} and ${count(parts.length - 3)} more` : cell;
}
