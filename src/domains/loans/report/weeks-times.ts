import {
  type Block,
  count,
  factsOf,
  longDate,
  type Mark,
  numberOf,
  pick,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultTable } from '../../../tables/result.ts';

/** Metrics that are drawn over time. */
const DRAWN: readonly (readonly [metric: string, caption: string])[] = [
  ['net_score', 'Net score of each week, in points'],
  ['total_penalties', 'Penalties of each week, in points'],
  ['partners_assigned', 'Partners who get a car in the week'],
  ['gini_eligible', 'Gini of the week, over all eligible partners'],
];

const SHOWN = [
  ...['from', 'week', 'status', 'assignments', 'partners_assigned', 'net_score', 'total_penalties'],
  'budget_over',
];

/** The weeks beside each other: what each nets, and how its metrics move. */
export function weeksTimes(run: Run): Section {
  const table = run.tables.weeks;
  const all = recordsOf(table);
  const rows = all.filter((row) => row.net_score !== null && row.net_score !== undefined);
  const charts = DRAWN.map(
    ([metric, caption]): Block => ({
      type: 'chart',
      chart: 'weeks-line',
      caption,
      data: { rows: rows.map((row) => ({ week: numberOf(row, 'week'), value: numberOf(row, metric) })) },
      marks: { rows: rows.map((row) => markOf(row, table!, all.indexOf(row))) },
    }),
  );
  const shown: readonly Block[] =
    table === undefined
      ? []
      : [
          {
            type: 'table',
            caption: 'The weeks, one by one',
            table: pick(table, SHOWN),
            limit: 13,
            file: 'weeks.csv',
            about: all.map(weekOf),
          },
        ];
  return {
    id: 'weeks',
    title: 'Week after week',
    lead: leadOf(rows),
    blocks: [...(rows.length > 0 ? inPairs(charts) : []), ...shown],
  };
}

const weekOf = (row: TableRecord): readonly string[] => [`week:${textOf(row, 'week')}`];

function markOf(row: TableRecord, table: ResultTable, at: number): Mark {
  const names = ['assignments', 'partners_assigned', 'net_score points', 'total_penalties points', 'budget_over'];
  const title = `Week ${textOf(row, 'week')}, from ${longDate(textOf(row, 'from'))}`;
  return { title, facts: factsOf(table, at, names), about: weekOf(row) };
}

/** Charts of half a page stand two by two; the text between begins a new line. */
function inPairs(charts: readonly Block[]): readonly Block[] {
  const between: Block = { type: 'text', text: 'How many partners each week serves, and how evenly:' };
  return [...charts.slice(0, 2), between, ...charts.slice(2)];
}

function leadOf(rows: readonly TableRecord[]): string {
  const best = extreme(rows, (a, b) => a > b);
  const worst = extreme(rows, (a, b) => a < b);
  if (best === undefined || worst === undefined) return 'The first week has no schedule.';
  const said = (row: TableRecord) =>
    `${count(numberOf(row, 'net_score'))} points (week ${textOf(row, 'week')}, from ${longDate(textOf(row, 'from'))})`;
  return `Each week is planned upon what the ones before it decided: their cars are out, their loans count under caps and cooldowns, their money is spent. The weeks net between ${said(worst)} and ${said(best)}.`;
}

function extreme(rows: readonly TableRecord[], better: (a: number, b: number) => boolean): TableRecord | undefined {
  return rows.reduce<TableRecord | undefined>(
    (found, row) =>
      found === undefined || better(numberOf(row, 'net_score'), numberOf(found, 'net_score')) ? row : found,
    undefined,
  );
}
