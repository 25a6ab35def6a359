import type { Members } from '../../kernel/model.ts';
import { addDays, quarterOf } from '../../tables/dates.ts';
import type { Candidates } from './candidates.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';
import type { World } from './world.ts';

/** Budgets of the week's quarters, and what each candidate takes from which. */
export interface Money {
  readonly buckets: readonly Bucket[];
  /** Objective units in a point that price a cent exactly. */
  readonly unit: number;
  /** Cost of a loan of a make, in cents. */
  readonly cost: (make: string) => number;
  /** The bucket of each candidate, and its cost in cents. */
  readonly spending: (candidates: Candidates) => Members;
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

/** Dollars with two decimals at the most, as a whole number of cents. */
const cents = (dollars: number): number => Math.round(dollars * 100);

/** What a loan of a make costs, in cents; nothing where the rule is off. */
export function costOfMake({ rules: { budgets: rule } }: LoansSettings, make: string): number {
  return rule === false ? 0 : cents(Object.hasOwn(rule.cost, make) ? rule.cost[make]! : rule.default_cost);
}

/** Works out buckets and costs. A fleet's rows of one quarter are added up. */
export function moneyOf(settings: LoansSettings, tables: LoansTables, world: World): Money {
  const rule = settings.rules.budgets;
  const on = rule !== false && rule.mode !== 'off';
  const quarters = [quarterOf(settings.week), quarterOf(addDays(settings.week, 6))];
  const sums = new Map<string, { fleet: string; year: number; quarter: string; amount: number; used: number }>();
  const open = (fleet: string, year: number, quarter: string) => {
    const key = JSON.stringify([fleet, year, quarter]);
    const sum = sums.get(key) ?? { fleet, year, quarter, amount: 0, used: 0 };
    sums.set(key, sum);
    return sum;
  };
  for (const row of on ? tables.budgets.rows : []) {
    if (row.office !== settings.office) continue;
    if (!quarters.some(({ year, quarter }) => year === row.year && quarter === row.quarter)) continue;
    const sum = open(fleetOf(row.fleet), row.year, row.quarter);
    sum.amount += row.budget_amount ?? 0;
    sum.used += row.amount_used ?? 0;
  }
  if (on && rule.missing === 'enforce')
    for (const { make } of world.vehicles) for (const { year, quarter } of quarters) open(fleetOf(make), year, quarter);
  const buckets = [...sums.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { fleet, year, quarter, amount, used }]) => ({
      fleet,
      year,
      quarter,
      remaining: Math.max(0, amount - used),
    }));
  const cost = (make: string) => costOfMake(settings, make);
  return { buckets, unit: unitOf(settings), cost, spending: spendingOf(world, buckets, cost) };
}

/** A cent over costs points_per_dollar / 100 points; the unit makes that a whole number. */
function unitOf(settings: LoansSettings): number {
  const rule = settings.rules.budgets;
  if (rule === false || rule.mode !== 'soft') return 1;
  const hundredths = Math.round(rule.points_per_dollar * 100);
  return [1, 10, 100, 1000, 10_000].find((unit) => (hundredths * unit) % 10_000 === 0)!;
}

function spendingOf(world: World, buckets: readonly Bucket[], cost: (make: string) => number) {
  const index = new Map(buckets.map(({ fleet, year, quarter }, at) => [JSON.stringify([fleet, year, quarter]), at]));
  const quarters = world.days.map((day) => quarterOf(day.date));
  const bucketOf = world.vehicles.map(({ make }) =>
    quarters.map(({ year, quarter }) => index.get(JSON.stringify([fleetOf(make), year, quarter])) ?? -1),
  );
  const costOf = world.vehicles.map(({ make }) => cost(make));
  return (candidates: Candidates) => {
    const group = new Int32Array(candidates.count);
    const use = new Float64Array(candidates.count);
    for (let j = 0; j < candidates.count; j++) {
      const vehicle = candidates.vehicle[j]!;
      group[j] = bucketOf[vehicle]![candidates.day[j]!]!;
      use[j] = costOf[vehicle]!;
    }
    return { group, use };
  };
}
