import { chapter, numberOf, type Subject } from '../../../../report/chapter.ts';
import { dollars, percent, plural } from '../../../../text/format.ts';
import { overspentText } from '../../audit/overspent.ts';
import { budgetName } from '../about.ts';
import { budgetColumns, budgetTone, exact, withNames } from '../budgets.ts';
import { offText } from '../settings.ts';

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
      caption: 'Budgets over all weeks: budget less spent before less planned is what is left',
      rows: withNames,
      columns: budgetColumns(exact('over_budget', 'Over in these weeks')),
      limit: 16,
      tone: budgetTone,
    },
  ],
});

function leadOf({ run, rows }: Subject): string {
  const { budget_planned: planned, budget_over: excess } = run.metrics;
  const spent = `${dollars((planned ?? 0) * 100)} spent on loans in these weeks.`;
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0);
  if (over.length === 0) return `${spent} No fleet goes over its budget.`;
  const share = planned ? ` (${percent((excess ?? 0) / planned)})` : '';
  return `${spent} ${plural(over.length, 'budget')} exceeded: ${overspentText(run, 4)}; ${dollars((excess ?? 0) * 100)} over in all${share}.`;
}
