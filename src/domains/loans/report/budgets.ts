import {
  type Block,
  dollars,
  factsOf,
  type Mark,
  numberOf,
  pick,
  plural,
  recordsOf,
  type Section,
  type TableRecord,
  textOf,
} from '../../../report/page.ts';
import type { Run } from '../../../runs/run.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { type LoansOf, loansBy } from './about.ts';
import { settingsOf } from './settings.ts';

/** Money by fleet and quarter: spent before, planned now, and what the budget allows. */
export function budgetsSection(run: Run): Section {
  const section = { id: 'budgets', title: 'Budgets by fleet and quarter' };
  const rule = settingsOf(run).rules.budgets;
  if (rule === false || rule.mode === 'off')
    return { ...section, lead: 'Budgets are off in this scenario.', blocks: [] };
  const table = run.tables.budgets;
  const rows = recordsOf(table);
  const drawn = rows.filter((row) => row.budget_amount !== null && numberOf(row, 'planned') > 0);
  const loans = loansBy(run, ['office', 'fleet', 'year', 'quarter']);
  const blocks: Block[] = [];
  if (drawn.length > 0) {
    blocks.push({
      type: 'chart',
      chart: 'budgets',
      caption: 'Spent before (grey), planned this week (blue, orange over budget) and the budget (mark), in dollars',
      data: { rows: drawn.slice(0, 16).map(datum) },
      marks: { rows: drawn.slice(0, 16).map((row) => markOf(row, table!, rows.indexOf(row), loans)) },
    });
  }
  if (table !== undefined && rows.length > 0) {
    const columns = [
      'fleet',
      'quarter',
      'budget_amount',
      'amount_used',
      'planned',
      'remaining_after',
      'over_budget',
      'penalty',
      'status',
    ];
    blocks.push({
      type: 'table',
      caption: 'Budgets',
      table: pick(table, columns),
      limit: 16,
      file: 'budgets.csv',
      about: rows.map(loans),
    });
  }
  return { ...section, lead: leadOf(run, rows), blocks };
}

function leadOf({ metrics }: Run, rows: readonly TableRecord[]): string {
  const planned = `${dollars((metrics.budget_planned ?? 0) * 100)} planned this week.`;
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0);
  const free = rows.filter((row) => row.budget_amount === null && numberOf(row, 'planned') > 0);
  const parts = [planned];
  if (over.length === 0) parts.push('No fleet goes over its budget.');
  else
    parts.push(
      `${plural(over.length, 'fleet')} over budget: ${over.map((row) => `${textOf(row, 'fleet')} by ${dollars(numberOf(row, 'over_budget'))}`).join(', ')}.`,
    );
  if (free.length > 0)
    parts.push(
      `${plural(free.length, 'fleet')} without a budget: ${free.map((row) => textOf(row, 'fleet')).join(', ')}.`,
    );
  return parts.join(' ');
}

function markOf(row: TableRecord, table: ResultTable, at: number, loans: LoansOf): Mark {
  const names = ['budget_amount', 'amount_used', 'planned', 'remaining_after', 'over_budget', 'penalty points'];
  return {
    title: `${textOf(row, 'fleet')} ${textOf(row, 'quarter')}`,
    facts: factsOf(table, at, names),
    about: loans(row),
  };
}

function datum(row: TableRecord) {
  const before = numberOf(row, 'amount_used') / 100;
  const after = before + numberOf(row, 'planned') / 100;
  const limit = numberOf(row, 'budget_amount') / 100;
  const over = numberOf(row, 'over_budget');
  return {
    label: `${textOf(row, 'fleet')} ${textOf(row, 'quarter')}`,
    before,
    after,
    limit,
    end: Math.max(after, limit),
    said: over > 0 ? `${dollars(over)} over` : `${dollars((limit - after) * 100)} left`,
  };
}
