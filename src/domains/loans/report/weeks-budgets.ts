import {
  type Block,
  type Datum,
  dollars,
  type Mark,
  numberOf,
  percent,
  pick,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import { settingsOf } from './settings.ts';

const SHOWN = [
  'fleet',
  'quarter',
  'budget_amount',
  'amount_used',
  'planned',
  'remaining_after',
  'over_budget',
  'status',
];

/** How each fleet's money of the quarter is spent, week after week. */
export function weeksBudgets(run: Run): Section {
  const section = { id: 'budgets', title: 'Budgets as they fill' };
  const rule = settingsOf(run).rules.budgets;
  if (rule === false || rule.mode === 'off')
    return { ...section, lead: 'Budgets are off in this scenario.', blocks: [] };
  const rows: readonly Datum[] = recordsOf(run.tables.spending)
    .filter((row) => typeof row.share === 'number')
    .map((row) => ({
      fleet: nameOf(row),
      week: numberOf(row, 'week'),
      share: numberOf(row, 'share'),
      said: Math.round(numberOf(row, 'share') * 100),
    }));
  const blocks: Block[] = [];
  if (rows.length > 0)
    blocks.push({
      type: 'chart',
      chart: 'weeks-budgets',
      caption: 'Percent of the money left before the first week that is spent by the end of each week; orange: over',
      data: { rows, names: [...new Set(rows.map((row) => row.fleet ?? null))].map((label) => ({ label })) },
      marks: { rows: rows.map(markOf) },
      brush: 'y',
    });
  const table = run.tables.budgets;
  if (table !== undefined && table.rows.length > 0)
    blocks.push({
      type: 'table',
      caption: 'Budgets over all weeks',
      table: pick(table, SHOWN),
      limit: 16,
      file: 'budgets.csv',
      about: recordsOf(table).map((row) => [`budget:${nameOf(row)}`]),
    });
  return { ...section, lead: leadOf(run), blocks };
}

const nameOf = (row: TableRecord): string => `${textOf(row, 'fleet')} ${textOf(row, 'quarter')}`;

function markOf({ fleet = '', week = null, share }: Datum): Mark {
  const spent = percent(Number(share));
  return {
    title: `${fleet}, week ${week}`,
    facts: [['Spent by its end, of the money left at first', spent]],
    about: [`budget:${fleet}`, `week:${week}`],
  };
}

function leadOf({ metrics, tables }: Run): string {
  const rows = recordsOf(tables.budgets);
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0);
  const first = over[0];
  const spent = `${dollars((metrics.budget_planned ?? 0) * 100)} spent on loans in these weeks.`;
  if (first === undefined) return `${spent} No fleet goes over its budget.`;
  const most = `${textOf(first, 'fleet')} ${textOf(first, 'quarter')} the most, by ${dollars(numberOf(first, 'over_budget'))}`;
  const share =
    (metrics.budget_planned ?? 0) > 0
      ? ` (${percent((metrics.budget_over ?? 0) / (metrics.budget_planned ?? 1))})`
      : '';
  return `${spent} ${plural(over.length, 'budget')} exceeded, ${most}; ${dollars((metrics.budget_over ?? 0) * 100)} over in all${share}.`;
}
