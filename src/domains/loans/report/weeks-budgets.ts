import { chapter, numberOf, type Subject } from '../../../report/chapter.ts';
import { dollars, percent, plural } from '../../../text/format.ts';
import { budgetName } from './about.ts';
import { offText } from './settings.ts';

/** How each fleet's money of the quarter is spent, week after week. */
export const weeksBudgets = chapter({
  id: 'budgets',
  title: 'Budgets as they fill',
  table: 'budgets',
  off: offText('budgets', 'Budgets are off in this scenario.'),
  lead: leadOf,
  about: () => (row) => [`budget:${budgetName(row)}`],
  blocks: [
    {
      chart: 'weeks-budgets',
      caption: 'Percent of the money left before the first week that is spent by the end of each week; orange: over',
      table: 'spending',
      rows: (rows) => rows.filter((row) => typeof row.share === 'number'),
      datum: (row) => ({
        fleet: budgetName(row),
        week: row.week,
        share: row.share,
        said: Math.round(numberOf(row, 'share') * 100),
      }),
      sets: (rows) => ({ names: [...new Set(rows.map(budgetName))].map((label) => ({ label })) }),
      title: (row) => `${budgetName(row)}, week ${row.week}`,
      facts: (row) => [['Spent by its end, of the money left at first', percent(numberOf(row, 'share'))]],
      about: () => (row) => [`budget:${budgetName(row)}`, `week:${row.week}`],
      brush: 'y',
    },
    {
      caption: 'Budgets over all weeks',
      columns: [
        'fleet',
        'quarter',
        'budget_amount',
        'amount_used',
        'planned',
        'remaining_after',
        'over_budget',
        'status',
      ],
      limit: 16,
    },
  ],
});

function leadOf({ run, rows }: Subject): string {
  const { budget_planned: planned, budget_over: excess } = run.metrics;
  const spent = `${dollars((planned ?? 0) * 100)} spent on loans in these weeks.`;
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0);
  const [first] = over;
  if (first === undefined) return `${spent} No fleet goes over its budget.`;
  const most = `${budgetName(first)} the most, by ${dollars(numberOf(first, 'over_budget'))}`;
  const share = planned ? ` (${percent((excess ?? 0) / planned)})` : '';
  return `${spent} ${plural(over.length, 'budget')} exceeded, ${most}; ${dollars((excess ?? 0) * 100)} over in all${share}.`;
}
