import { quarterOf } from '../../../tables/dates.ts';
import type { BudgetRow } from '../tables.ts';
import { compare, type Facts, groupBy, type Loan } from './facts.ts';
import { fleetOf } from './fleet.ts';

export type BudgetStatus = 'over' | 'within' | 'unused' | 'nothing left' | 'no budget';

/** The money of a fleet in a quarter, in cents. Null: no budget row, and none needed. */
export interface Bucket {
  readonly fleet: string;
  readonly year: number;
  readonly quarter: string;
  readonly amount: number | null;
  readonly spent: number | null;
  readonly remaining: number | null;
  readonly planned: number;
  readonly over: number;
  /** Millionths of a point. */
  readonly penalty: number;
  readonly status: BudgetStatus;
}

/**
 * The buckets of the week's quarter or quarters and every bucket with planned spend, worst first. Rows that name one
 * fleet in two spellings are one bucket. Nothing where the rule is `false`.
 */
export function bucketsOf(facts: Facts): readonly Bucket[] {
  if (facts.settings.rules.budgets === false) return [];
  const granted = groupBy(budgetRows(facts), (row) => keyOf(fleetOf(row.fleet), row));
  const spending = groupBy(
    facts.loans.filter((loan) => facts.week.includes(loan.day)),
    (loan) => keyOf(fleetOf(loan.vehicle?.make ?? null), quarterOf(loan.day)),
  );
  return [...new Set([...granted.keys(), ...spending.keys()])]
    .map((key) => bucketOf(facts, key, granted.get(key), spending.get(key) ?? []))
    .sort((a, b) => b.penalty - a.penalty || b.planned - a.planned || compare(keyOf(a.fleet, a), keyOf(b.fleet, b)));
}

/** What a loan is taken to cost, in cents, by its make as spelled; null where the rule is `false`. */
export function costOf(facts: Facts, { vehicle }: Loan): number | null {
  const rule = facts.settings.rules.budgets;
  if (rule === false) return null;
  const named = vehicle !== undefined && Object.hasOwn(rule.cost, vehicle.make) ? rule.cost[vehicle.make] : undefined;
  return Math.round((named ?? rule.default_cost) * 100);
}

/** Rows of the office for the quarters that the days belong to. */
function budgetRows(facts: Facts): readonly BudgetRow[] {
  const quarters = facts.week.map((day) => quarterOf(day));
  return facts.tables.budgets.rows.filter(
    (row) =>
      row.office === facts.settings.office &&
      quarters.some(({ year, quarter }) => row.year === year && row.quarter === quarter),
  );
}

function keyOf(fleet: string, { year, quarter }: { readonly year: number; readonly quarter: string }): string {
  return JSON.stringify([fleet, year, quarter]);
}

function bucketOf(facts: Facts, key: string, rows: readonly BudgetRow[] | undefined, loans: readonly Loan[]): Bucket {
  const [fleet, year, quarter] = JSON.parse(key) as [string, number, string];
  const planned = loans.reduce((sum, loan) => sum + (costOf(facts, loan) ?? 0), 0);
  const money = { amount: amountOf(rows), spent: rows === undefined ? null : spentOf(rows) };
  const remaining = remainingOf(facts, rows);
  const over = remaining === null ? 0 : Math.max(0, planned - remaining);
  const penalty = over * pricePerCent(facts);
  return {
    fleet,
    year,
    quarter,
    ...money,
    remaining,
    planned,
    over,
    penalty,
    status: statusOf(remaining, planned, over),
  };
}

function amountOf(rows: readonly BudgetRow[] = []): number | null {
  const amounts = rows.flatMap((row) => row.budget_amount ?? []);
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
}

function spentOf(rows: readonly BudgetRow[]): number {
  return rows.reduce((sum, row) => sum + (row.amount_used ?? 0), 0);
}

function remainingOf(facts: Facts, rows: readonly BudgetRow[] | undefined): number | null {
  if (rows !== undefined) return Math.max(0, (amountOf(rows) ?? 0) - spentOf(rows));
  const rule = facts.settings.rules.budgets;
  return rule !== false && rule.missing === 'enforce' ? 0 : null;
}

/** Millionths of a point for a cent over: points a dollar have two decimals at the most, so this is a whole number. */
function pricePerCent(facts: Facts): number {
  const rule = facts.settings.rules.budgets;
  return rule !== false && rule.mode === 'soft' ? Math.round(rule.points_per_dollar * 10_000) : 0;
}

function statusOf(remaining: number | null, planned: number, over: number): BudgetStatus {
  if (over > 0) return 'over';
  if (planned === 0) return remaining === 0 ? 'nothing left' : 'unused';
  return remaining === null ? 'no budget' : 'within';
}
