import { chapter, numberOf, numbersOf, type Subject, type TableRecord, textOf } from '../../../report/chapter.ts';
import { dollars, plural } from '../../../text/format.ts';
import { budgetName, loansOfBudget } from './about.ts';
import { offText } from './settings.ts';

const MONEY = ['budget_amount', 'amount_used', 'planned', 'remaining_after', 'over_budget'] as const;

/** Money by fleet and quarter: spent before, planned now, and what the budget allows. */
export const budgets = chapter({
  id: 'budgets',
  title: 'Budgets by fleet and quarter',
  table: 'budgets',
  off: offText('budgets', 'Budgets are off in this scenario.'),
  lead: leadOf,
  about: loansOfBudget,
  blocks: [
    {
      chart: 'budgets',
      caption: 'Spent before (grey), planned this week (blue, orange over budget) and the budget (mark), in dollars',
      rows: (rows) => rows.filter((row) => hasBudget(row) && numberOf(row, 'planned') > 0).slice(0, 16),
      datum: bar,
      facts: [...MONEY, 'penalty points'],
    },
    {
      caption: 'Budgets',
      columns: ['fleet', 'quarter', ...MONEY, 'penalty', 'status'],
      limit: 16,
    },
  ],
});

const hasBudget = (row: TableRecord): boolean => row.budget_amount !== null;

function bar(row: TableRecord) {
  const { amount_used: before, planned, budget_amount: limit, over_budget: over } = numbersOf(row, ...MONEY);
  const after = before + planned;
  return {
    label: budgetName(row),
    before: before / 100,
    after: after / 100,
    limit: limit / 100,
    end: Math.max(after, limit) / 100,
    said: over > 0 ? `${dollars(over)} over` : `${dollars(limit - after)} left`,
  };
}

function leadOf({ run, rows }: Subject): string {
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0);
  const free = rows.filter((row) => !hasBudget(row) && numberOf(row, 'planned') > 0);
  const excess = over.map((row) => `${textOf(row, 'fleet')} by ${dollars(numberOf(row, 'over_budget'))}`).join(', ');
  const names = free.map((row) => textOf(row, 'fleet')).join(', ');
  const planned = `${dollars((run.metrics.budget_planned ?? 0) * 100)} planned this week.`;
  const first =
    over.length > 0 ? `${plural(over.length, 'fleet')} over budget: ${excess}.` : 'No fleet goes over its budget.';
  const second = free.length > 0 ? ` ${plural(free.length, 'fleet')} without a budget: ${names}.` : '';
  return `${planned} ${first}${second}`;
}
