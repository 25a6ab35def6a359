import { addMonths } from '../../../tables/dates.ts';
import type { LoansTables } from '../tables.ts';
import type { World } from '../world.ts';
import { rankOf, rankRulesOf } from './ranks.ts';

/** What each approval (partner and make) may still have under its cap. */
export interface Caps {
  /** Loans left under the cap; infinite where there is none. */
  readonly remaining: Float64Array;
  /** 1 where the rules table gives a cap of zero, or a row without one. */
  readonly forbidden: Uint8Array;
}

const DEFAULT_CAPS: Readonly<Record<string, number>> = { 'A+': Infinity, A: 100, B: 50 };
const OTHER_CAP = 10;

/** Caps by rank, less the loans of so many months before the week. */
export function capsOf(months: number, { scope, tables, partners, approvals }: World): Caps {
  const rules = rankRulesOf(tables.rules.rows);
  const used = usedBefore(scope.week, months, tables);
  const forbidden = new Uint8Array(approvals.length);
  const remaining = Float64Array.from(approvals, ({ partner, make, rank }, index) => {
    const tier = rankOf(rank) || 'C';
    const row = rules.ofRank(make, tier);
    const written = row && (row.loan_cap_per_year ?? 0);
    if (written === 0) forbidden[index] = 1;
    const cap = written ?? DEFAULT_CAPS[tier] ?? OTHER_CAP;
    return Math.max(0, cap - (used.get(JSON.stringify([partners[partner]!.person_id, make])) ?? 0));
  });
  return { remaining, forbidden };
}

/** Loans by (partner, make) that ended in the window; a loan that ends on the Monday or later does not count yet. */
function usedBefore(week: string, months: number, tables: LoansTables): ReadonlyMap<string, number> {
  const from = addMonths(week, -months);
  const used = new Map<string, number>();
  for (const row of tables.loan_history.rows) {
    const counted = row.end_date ?? row.start_date;
    if (counted === null || counted < from || counted >= week) continue;
    const key = JSON.stringify([row.person_id, row.make]);
    used.set(key, (used.get(key) ?? 0) + 1);
  }
  for (const { person_id, make, end_date } of tables.planned?.rows ?? []) {
    const key = JSON.stringify([person_id, make]);
    if (end_date >= week) used.set(key, (used.get(key) ?? 0) + 1);
  }
  return used;
}
