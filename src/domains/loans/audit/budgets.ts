import { total } from '../../../audit/measures.ts';
import { sumOf } from '../../../audit/numbers.ts';
import { over } from '../../../audit/points.ts';
import { compare, groupBy } from '../../../audit/rows.ts';
import { quarterOf } from '../../../tables/dates.ts';
import type { BudgetRow } from '../tables.ts';
import type { Facts, Loan } from './facts.ts';
import { fleetOf } from './fleet.ts';

export type BudgetStatus = 'over' | 'within' | 'unused' | 'nothing left' | 'no budget';

/** What stands where an office would, for money of the whole company. */
export const ALL_OFFICES = 'all offices';

/**
 * The money of a fleet of an office in a quarter before anything is planned, in cents; without an office, of the whole
 * company, and without a fleet, of all its fleets. An amount of null: no budget row, and none needed.
 */
export interface Purse {
  readonly office: string | null;
  readonly fleet: string | null;
  readonly year: number;
  readonly quarter: string;
  readonly amount: number | null;
  readonly spent: number | null;
  readonly remaining: number | null;
}

/** A purse with what the loans take from it, in cents. */
export interface Bucket extends Purse {
  readonly planned: number;
  readonly over: number;
  /** Millionths of a point. */
  readonly penalty: number;
  readonly status: BudgetStatus;
}

/**
 * The buckets of the week's quarter or quarters and every bucket with planned spend, worst first. Nothing where the rule
 * is `false`.
 */
export function bucketsOf(facts: Facts): readonly Bucket[] {
  const { granted, purse } = pursesOf(facts);
  const spending = groupBy(facts.loans, purse);
  const own = [...new Set([...granted, ...spending.keys()])].flatMap((one) =>
    one === undefined ? [] : [bucketOf(facts, one, spending.get(one) ?? [])],
  );
  const shared = companyPurses(facts).map(([one, takes]) => bucketOf(facts, one, facts.loans.filter(takes)));
  return [...own, ...shared].sort(
    (a, b) => b.penalty - a.penalty || b.planned - a.planned || compare(keyOf(a), keyOf(b)),
  );
}

/** "TOYOTA Q3 2025"; of several offices with its office, and of the whole company as such. */
export function purseText({ offices }: Facts, purse: Pick<Purse, 'office' | 'fleet' | 'year' | 'quarter'>): string {
  const { office, fleet, year, quarter } = purse;
  const money = [...(fleet === null ? [] : [fleet]), quarter, year].join(' ');
  if (office === null) return fleet === null ? `${ALL_OFFICES}, ${money}` : `${money}, ${ALL_OFFICES}`;
  return offices.length > 1 ? `${money}, ${office}` : money;
}

/** The company's own money, and which loans take it. */
function companyPurses(facts: Facts): readonly (readonly [Purse, (loan: Loan) => boolean])[] {
  if (facts.settings.rules.budgets === false) return [];
  const quarters = facts.week.map((day) => quarterOf(day));
  const rows = facts.tables.company_budgets.rows
    .map((row) => ({ ...row, office: null, fleet: row.fleet === null ? null : fleetOf(row.fleet) }))
    .filter((row) => quarters.some(({ year, quarter }) => row.year === year && row.quarter === quarter));
  return [...groupBy(rows, keyOf).values()].map((own) => {
    const { office, fleet, year, quarter } = own[0]!;
    const money = { amount: amountOf(own), spent: spentOf(own), remaining: remainingOf(facts, own) };
    const takes = ({ day, vehicle }: Loan) => {
      // First the week: what stands in a given schedule need not be a day, and then it has no quarter.
      if (!facts.week.includes(day)) return false;
      const at = quarterOf(day);
      if (at.year !== year || at.quarter !== quarter) return false;
      return fleet === null || fleet === fleetOf(vehicle?.make ?? null);
    };
    return [{ office, fleet, year, quarter, ...money }, takes];
  });
}

/**
 * Whose money each loan takes, the same object for all loans of a fleet and quarter, and the purses that budget rows
 * fill. Rows that name one fleet in two spellings fill one purse. None outside the week, and none where the rule is
 * `false`.
 */
export function pursesOf(facts: Facts): {
  readonly granted: readonly Purse[];
  readonly purse: (loan: Loan) => Purse | undefined;
} {
  if (facts.settings.rules.budgets === false) return { granted: [], purse: () => undefined };
  const rows = groupBy(budgetRows(facts), (row) => keyOf({ ...row, fleet: fleetOf(row.fleet) }));
  const week = new Set(facts.week);
  const purses = new Map<string, Purse>();
  const open = (office: string, fleet: string, { year, quarter }: Quarter): Purse => {
    const key = keyOf({ office, fleet, year, quarter });
    const own = rows.get(key);
    const known = purses.get(key) ?? {
      office,
      fleet,
      year,
      quarter,
      amount: amountOf(own),
      spent: own === undefined ? null : spentOf(own),
      remaining: remainingOf(facts, own),
    };
    purses.set(key, known);
    return known;
  };
  return {
    granted: [...rows.values()].map(([row]) => open(row!.office, fleetOf(row!.fleet), row!)),
    purse: ({ day, vehicle }) =>
      week.has(day)
        ? open(vehicle?.office ?? facts.offices[0]!, fleetOf(vehicle?.make ?? null), quarterOf(day))
        : undefined,
  };
}

/** What a loan is taken to cost, in cents, by its make as spelled; null where the rule is `false`. */
export function costOf(facts: Facts, { vehicle }: Loan): number | null {
  const rule = facts.settings.rules.budgets;
  if (rule === false) return null;
  const named = vehicle !== undefined && Object.hasOwn(rule.cost, vehicle.make) ? rule.cost[vehicle.make] : undefined;
  return Math.round((named ?? rule.default_cost) * 100);
}

/** Rows of the offices for the quarters that the days belong to. */
function budgetRows(facts: Facts): readonly BudgetRow[] {
  const quarters = facts.week.map((day) => quarterOf(day));
  return facts.tables.budgets.rows.filter(
    (row) =>
      facts.offices.includes(row.office) &&
      quarters.some(({ year, quarter }) => row.year === year && row.quarter === quarter),
  );
}

interface Quarter {
  readonly year: number;
  readonly quarter: string;
}

function keyOf({ office, fleet, year, quarter }: Pick<Purse, 'office' | 'fleet' | 'year' | 'quarter'>): string {
  return JSON.stringify([office, fleet, year, quarter]);
}

function bucketOf(facts: Facts, purse: Purse, loans: readonly Loan[]): Bucket {
  const planned = sumOf(loans, (loan) => costOf(facts, loan) ?? 0);
  const excess = over(planned, purse.remaining);
  return {
    ...purse,
    planned,
    over: excess,
    penalty: excess * pricePerCent(facts),
    status: statusOf(purse.remaining, planned, excess),
  };
}

/** What a row of either table of budgets grants. */
type Granted = Pick<BudgetRow, 'budget_amount' | 'amount_used'>;

function amountOf(rows: readonly Granted[] = []): number | null {
  const amounts = rows.flatMap((row) => row.budget_amount ?? []);
  return amounts.length === 0 ? null : total(amounts);
}

function spentOf(rows: readonly Granted[]): number {
  return sumOf(rows, (row) => row.amount_used ?? 0);
}

function remainingOf(facts: Facts, rows: readonly Granted[] | undefined): number | null {
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
