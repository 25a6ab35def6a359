import type { Members } from '../../../kernel/model.ts';
import type { Candidates } from '../../../policy/candidates.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { addDays, quarterOf } from '../../../tables/dates.ts';
import { plainOf } from '../../../tables/names.ts';
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

/** Money of a fleet in a quarter, in cents. */
export interface Bucket {
  readonly fleet: string;
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

/** Refuses a cost whose make is that of a car but for its spelling: the car would have the usual cost. */
function refuseMisspelt({ cost }: BudgetsRule, { tables }: World): void {
  const makes = new Set(tables.vehicles.rows.map(({ make }) => make));
  const folded = new Map([...makes].map((make) => [plainOf(make), make]));
  const problems = Object.keys(cost).flatMap((make): readonly Problem[] => {
    const meant = makes.has(make) ? undefined : folded.get(plainOf(make));
    if (meant === undefined) return [];
    const message = `rules.budgets.cost names ${make}, a make of no vehicle; "${meant}" is one, and only its spelling differs`;
    return [{ path: ['rules', 'budgets', 'cost', make], message, maybe: `Maybe write "${meant}".` }];
  });
  if (problems.length > 0) throw new Refusal(problems);
}

/** Works out buckets and costs. A fleet's rows of one quarter are added up. */
export function moneyOf(rule: BudgetsRule, world: World): Money {
  refuseMisspelt(rule, world);
  const { scope, tables, vehicles, days } = world;
  const quarters = [quarterOf(scope.week), quarterOf(addDays(scope.week, 6))];
  const sums = new Map<string, { fleet: string; year: number; quarter: string; amount: number; used: number }>();
  const open = (fleet: string, year: number, quarter: string) => {
    const key = JSON.stringify([fleet, year, quarter]);
    const sum = sums.get(key) ?? { fleet, year, quarter, amount: 0, used: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const row of tables.budgets.rows) {
    if (row.office !== scope.office) continue;
    if (!quarters.some(({ year, quarter }) => year === row.year && quarter === row.quarter)) continue;
    const sum = open(fleetOf(row.fleet), row.year, row.quarter);
    sum.amount += row.budget_amount ?? 0;
    sum.used += row.amount_used ?? 0;
  }
  if (rule.missing === 'enforce')
    for (const { make } of vehicles) for (const { year, quarter } of quarters) open(fleetOf(make), year, quarter);
  const buckets = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([, { fleet, year, quarter, amount, used }]): Bucket => ({
        fleet,
        year,
        quarter,
        remaining: Math.max(0, amount - used),
      }),
    );
  const at = new Map([...sums.keys()].sort().map((key, index) => [key, index]));
  const starts = days.map((day) => quarterOf(day.date));
  const bucketOf = vehicles.map(({ make }) =>
    starts.map(({ year, quarter }) => at.get(JSON.stringify([fleetOf(make), year, quarter])) ?? -1),
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
