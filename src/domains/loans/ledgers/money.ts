import type { Members } from '../../../kernel/model.ts';
import type { Candidates } from '../../../policy/candidates.ts';
import { addDays, quarterOf } from '../../../tables/dates.ts';
import type { VehicleRow } from '../tables.ts';
import type { LoanAxis, World } from '../world.ts';

/** The parameters of the rule `budgets` that costs and buckets rest on. */
export interface BudgetsRule {
  readonly missing: 'allow' | 'enforce';
  /** Dollars of a loan, by make. */
  readonly cost: Readonly<Record<string, number>>;
  readonly default_cost: number;
}

/** Budgets of the week's quarters, and what each candidate takes from which. */
export interface Money {
  readonly buckets: readonly Bucket[];
  /** The bucket of each candidate, and its cost in cents. */
  readonly spending: (
    all: Candidates<LoanAxis>,
  ) => Members & { readonly group: Int32Array; readonly use: Float64Array };
}

/** Money of a fleet of an office in a quarter, in cents; or of a fleet of the whole company, or of all its fleets. */
export interface Bucket {
  readonly office: string | null;
  readonly fleet: string | null;
  readonly year: number;
  readonly quarter: string;
  readonly remaining: number;
}

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['VW', 'VOLKSWAGEN'],
  ['CHEVY', 'CHEVROLET'],
  ['INFINITI', 'INFINITY'],
  ['MERCEDES', 'MERCEDES-BENZ'],
  ['MERCEDES BENZ', 'MERCEDES-BENZ'],
  ['ROLLS ROYCE', 'ROLLS-ROYCE'],
  ['LAND ROVER', 'LANDROVER'],
  ['ALFA ROMEO', 'ALFAROMEO'],
]);

/**
 * One name for a fleet, whether from a budget or a make.
 *
 * @example
 * fleetOf('Land Rover') // 'LANDROVER'
 * fleetOf('Mercedes-Benz') // 'MERCEDES-BENZ'
 * fleetOf('Chevy') // 'CHEVROLET'
 */
export function fleetOf(name: string | null): string {
  if (name === null || name.trim() === '') return 'UNKNOWN';
  const upper = name.trim().toUpperCase();
  const alias = ALIASES.get(upper);
  if (alias !== undefined) return alias;
  return upper.includes('MERCEDES') || upper.includes('ROLLS') ? upper : upper.replace(/[-_ ]/g, '');
}

/** What a loan of a make costs, in cents: dollars have two decimals at the most. */
export function costOfMake({ cost, default_cost }: Pick<BudgetsRule, 'cost' | 'default_cost'>, make: string): number {
  return Math.round((Object.hasOwn(cost, make) ? cost[make]! : default_cost) * 100);
}

/** The budgets of each office and its fleets. A fleet's rows of one quarter are added up. */
export function moneyOf(rule: BudgetsRule, world: World): Money {
  const { tables, vehicles, offices } = world;
  const rows = tables.budgets.rows
    .filter((row) => offices.includes(row.office))
    .map((row) => ({ ...row, fleet: fleetOf(row.fleet) }));
  const missing =
    rule.missing === 'enforce' ? vehicles.map(({ office, make }) => ({ office, fleet: fleetOf(make) })) : [];
  return moneyFrom(rule, world, rows, missing, ({ office, make }) => ({ office, fleet: fleetOf(make) }));
}

/** The budgets of the whole company: one by fleet, and one for all fleets together. */
export function companyMoneyOf(rule: BudgetsRule, world: World): readonly Money[] {
  const rows = world.tables.company_budgets.rows.map((row) => ({ ...row, office: null }));
  const ofFleets = rows.flatMap((row) => (row.fleet === null ? [] : [{ ...row, fleet: fleetOf(row.fleet) }]));
  const ofAll = rows.filter((row) => row.fleet === null);
  return [
    moneyFrom(rule, world, ofFleets, [], ({ make }) => ({ office: null, fleet: fleetOf(make) })),
    moneyFrom(rule, world, ofAll, [], () => ({ office: null, fleet: null })),
  ].filter(({ buckets }) => buckets.length > 0);
}

/** Who pays, of which there is one bucket each quarter. */
type Payer = Pick<Bucket, 'office' | 'fleet'>;

interface Grant extends Payer {
  readonly year: number;
  readonly quarter: string;
  readonly budget_amount: number | null;
  readonly amount_used: number | null;
}

/** Works out buckets and costs. Rows of one payer and quarter are added up; a payer that is missing has nothing. */
function moneyFrom(
  rule: BudgetsRule,
  { scope, vehicles, days }: World,
  rows: readonly Grant[],
  missing: readonly Payer[],
  payerOf: (vehicle: VehicleRow) => Payer,
): Money {
  const quarters = [quarterOf(scope.week), quarterOf(addDays(scope.week, 6))];
  const sums = new Map<string, Payer & { year: number; quarter: string; amount: number; used: number }>();
  const keyOf = ({ office, fleet }: Payer, year: number, quarter: string) =>
    JSON.stringify([office, fleet, year, quarter]);
  const open = ({ office, fleet }: Payer, year: number, quarter: string) => {
    const key = keyOf({ office, fleet }, year, quarter);
    const sum = sums.get(key) ?? { office, fleet, year, quarter, amount: 0, used: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const row of rows) {
    if (!quarters.some(({ year, quarter }) => year === row.year && quarter === row.quarter)) continue;
    const sum = open(row, row.year, row.quarter);
    sum.amount += row.budget_amount ?? 0;
    sum.used += row.amount_used ?? 0;
  }
  for (const payer of missing) for (const { year, quarter } of quarters) open(payer, year, quarter);
  const sorted = [...sums.entries()].sort(([a], [b]) => (a < b ? -1 : 1));
  const buckets = sorted.map(([, { amount, used, ...sum }]) => ({ ...sum, remaining: Math.max(0, amount - used) }));
  const at = new Map(sorted.map(([key], index) => [key, index]));
  const starts = days.map((day) => quarterOf(day.date));
  const bucketOf = vehicles.map((vehicle) =>
    starts.map(({ year, quarter }) => at.get(keyOf(payerOf(vehicle), year, quarter)) ?? -1),
  );
  const costOf = vehicles.map(({ make }) => costOfMake(rule, make));
  return {
    buckets,
    spending: (all) => {
      const group = new Int32Array(all.count);
      const use = new Float64Array(all.count);
      for (let j = 0; j < all.count; j++) {
        const vehicle = all.vin[j]!;
        group[j] = bucketOf[vehicle]![all.start_day[j]!]!;
        use[j] = costOf[vehicle]!;
      }
      return { group, use };
    },
  };
}
