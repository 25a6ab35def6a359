import { chapter, numberOf, numbersOf, type Subject, type TableRecord, textOf } from '../../../report/chapter.ts';
import { dollars, plural } from '../../../text/format.ts';
import { fleetNames, overspentText, unlimitedText } from '../audit/overspent.ts';
import { loansOfBudget } from './about.ts';
import { isSeveral, offText } from './settings.ts';

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
      rows: (rows, subject) =>
        withNames(rows.filter((row) => hasBudget(row) && numberOf(row, 'planned') > 0).slice(0, 16), subject),
      datum: bar,
      facts: [...MONEY, 'penalty points'],
    },
    {
      caption: 'Budgets: budget less spent before less planned is what is left',
      rows: withNames,
      columns: budgetColumns(exact('over_budget', 'Over this week'), 'penalty'),
      limit: 16,
      tone: budgetTone,
    },
  ],
});

const hasBudget = (row: TableRecord): boolean => row.budget_amount !== null;

/** Rows with the fleet as people write its make. */
export function withNames(
  rows: readonly TableRecord[],
  { run }: Subject,
  several = isSeveral(run),
): readonly TableRecord[] {
  const name = fleetNames(run);
  return rows.map((row) => {
    const fleet = name(textOf(row, 'fleet'));
    return { ...row, name: several ? `${fleet}, ${textOf(row, 'office')}` : fleet };
  });
}

/** The columns of a table of budgets: what is left, and what follows from it. */
export function budgetColumns(...more: readonly (string | ReturnType<typeof exact>)[]) {
  return [
    { name: 'name', type: 'text', label: 'Fleet' } as const,
    'quarter',
    exact('budget_amount'),
    exact('amount_used'),
    exact('planned'),
    { name: 'left', type: 'money', label: 'Left', value: leftText } as const,
    ...more,
    { name: 'status', value: statusText },
  ];
}

/** A budget that is overspent stands out. */
export function budgetTone(row: TableRecord) {
  return numberOf(row, 'over_budget') > 0 ? 'fair' : 'plain';
}

/** A column of money with its cents where it has any, so that a row adds up to the cent. */
export function exact(name: string, label?: string) {
  const value = (row: TableRecord) => (typeof row[name] === 'number' ? exactDollars(row[name]) : null);
  return { name, value, ...(label !== undefined && { label }) };
}

function exactDollars(cents: number): string {
  const rest = Math.abs(cents) % 100;
  if (rest === 0) return dollars(cents);
  const whole = dollars(Math.abs(cents) - rest);
  return `${cents < 0 ? '−' : ''}${whole}.${String(rest).padStart(2, '0')}`;
}

/** Budget less spent before less planned, below zero where more is spent than there is. */
function leftText(row: TableRecord): string | null {
  if (!hasBudget(row)) return null;
  const { budget_amount: amount, amount_used: before, planned } = numbersOf(row, ...MONEY);
  return exactDollars(amount - before - planned);
}

/** The status in words. A quarter that was overspent before this week is not this week's doing, and it is said. */
function statusText(row: TableRecord): string {
  const { budget_amount: amount, amount_used: before, over_budget: over } = numbersOf(row, ...MONEY);
  if (over > 0) return `! ${exactDollars(over)} over`;
  if (hasBudget(row) && before > amount) return `overspent before by ${exactDollars(before - amount)}`;
  if (!hasBudget(row) && row.remaining_before !== null) return 'no amount: nothing to spend';
  return textOf(row, 'status');
}

function bar(row: TableRecord) {
  const { amount_used: before, planned, budget_amount: limit, over_budget: over } = numbersOf(row, ...MONEY);
  const after = before + planned;
  return {
    label: `${textOf(row, 'name')} ${textOf(row, 'quarter')}`,
    before: before / 100,
    after: after / 100,
    limit: limit / 100,
    end: Math.max(after, limit) / 100,
    said: over > 0 ? `${dollars(over)} over` : `${dollars(limit - after)} left`,
  };
}

function leadOf({ run, rows }: Subject): string {
  const over = rows.filter((row) => numberOf(row, 'over_budget') > 0).length;
  const planned = `${dollars((run.metrics.budget_planned ?? 0) * 100)} planned this week.`;
  const first =
    over > 0 ? `${plural(over, 'fleet')} over budget: ${overspentText(run, 4)}.` : 'No fleet goes over its budget.';
  const free = unlimitedText(run);
  return [planned, first, ...(free === '' ? [] : [`${free}.`])].join(' ');
}
