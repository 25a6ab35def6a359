import { gini, hhi, largest, mean, topShare, total } from '../../../audit/measures.ts';
import { availableOn } from './days.ts';
import type { Facts } from './facts.ts';
import type { Share } from './partners.ts';
import type { Sums } from './totals.ts';
import type { Worth } from './worth.ts';

/** All that the metrics are taken from. */
export interface Ledger extends Sums {
  readonly shares: readonly Share[];
  /** Of each loan, in the order of the facts. */
  readonly worths: readonly Worth[];
}

/**
 * The named numbers of an audit. Shares are fractions; `budget_…` are dollars; Gini, HHI and top shares are over the
 * partners served, except `gini_eligible`, in which every eligible partner counts. Null: has no meaning here.
 */
export function metricsOf(facts: Facts, ledger: Ledger): Readonly<Record<string, number | null>> {
  const all = ledger.shares.map((share) => share.assigned);
  const served = all.filter((count) => count > 0);
  return {
    assignments: facts.loans.length,
    partners_assigned: served.length,
    partners_eligible: new Set(facts.eligible.map((row) => row.person_id)).size,
    partners_with_multiple: served.filter((count) => count > 1).length,
    max_concentration: largest(served),
    avg_assignments: rounded(mean(served), 6),
    gini: rounded(gini(served), 6),
    gini_eligible: rounded(gini(all), 6),
    hhi: rounded(hhi(served), 6),
    top_1_share: rounded(topShare(served, 1), 6),
    top_5_share: rounded(topShare(served, 5), 6),
    cap_overages: ledger.caps.filter((cap) => cap.delta > 0).length,
    cap_overage_loans: total(ledger.caps.map((cap) => cap.delta)),
    ...budgetMetrics(facts, ledger),
    ...capacityMetrics(ledger),
    ...meanMetrics(facts, ledger),
  };
}

function budgetMetrics({ settings }: Facts, { buckets }: Ledger) {
  if (settings.rules.budgets === false) return { budget_planned: null, budget_over: null };
  return {
    budget_planned: total(buckets.map((bucket) => bucket.planned)) / 100,
    budget_over: total(buckets.map((bucket) => bucket.over)) / 100,
  };
}

/** Slots are those open to new loans; without the capacity rule there is no number of them. */
function capacityMetrics({ days }: Ledger) {
  const used = total(days.map((day) => day.starts));
  const slots = days.map(availableOn);
  if (slots.includes(null)) return { capacity_slots: null, capacity_used: used, utilization: null };
  const open = total(slots.map((each) => each ?? 0));
  return { capacity_slots: open, capacity_used: used, utilization: open === 0 ? 0 : rounded(used / open, 4) };
}

function meanMetrics({ settings, loans }: Facts, { worths }: Ledger) {
  if (loans.length === 0) return { geo_match_share: null, avg_pub_rate: null };
  const near = worths.filter((worth) => worth.geo > 0).length;
  return {
    geo_match_share: settings.rules.locality === false ? null : rounded(near / loans.length, 6),
    avg_pub_rate: rounded(mean(worths.map((worth) => worth.pubRate)), 3),
  };
}

/** Rounded half up to so many decimals. */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
