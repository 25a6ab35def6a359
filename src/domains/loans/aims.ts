import { gini, hhi, largest, mean, topShare, total } from '../../audit/measures.ts';
import type { Aim } from '../../pipeline/aims.ts';
import { addDays, WEEKDAYS } from '../../tables/dates.ts';
import { rounded } from './audit/metrics.ts';
import type { Candidates } from './candidates.ts';
import type { Known } from './known.ts';
import { slotsOn } from './slots.ts';

/** How the metrics of a week of loans follow from the chosen candidates. */
export function aimsOf(known: Known, candidates: Candidates): readonly Aim[] {
  return [
    ...capacityAims(known, candidates),
    spreadAim(known, candidates),
    ...capAims(known, candidates),
    ...moneyAims(known, candidates),
  ];
}

function capacityAims({ settings, tables }: Known, candidates: Candidates): readonly Aim[] {
  const value = new Float64Array(candidates.count).fill(1);
  const aim = (metric: string, of: (sum: number) => number): Aim => ({ kind: 'sum', metric, value, of });
  const counts = [aim('assignments', (sum) => sum), aim('capacity_used', (sum) => sum)];
  // Slots of days on which no loan may start count as well.
  const slots = total(WEEKDAYS.map((_, offset) => slotsOn(settings, tables)(addDays(settings.week, offset))));
  if (settings.rules.capacity === false || slots === 0) return counts;
  return [...counts, aim('utilization', (sum) => rounded(sum / slots, 4))];
}

function spreadAim({ world }: Known, candidates: Candidates): Aim {
  const eligible = new Set(world.approvals.map((approval) => approval.partner)).size;
  const all = (counts: readonly number[]) => [...counts, ...new Array<number>(eligible - counts.length).fill(0)];
  return {
    kind: 'spread',
    groups: world.partners.length,
    group: candidates.partner,
    metrics: {
      partners_assigned: (counts) => counts.length,
      partners_with_multiple: (counts) => counts.filter((count) => count > 1).length,
      max_concentration: largest,
      avg_assignments: (counts) => rounded(mean(counts), 6),
      gini: (counts) => rounded(gini(counts), 6),
      gini_eligible: (counts) => rounded(gini(all(counts)), 6),
      hhi: (counts) => rounded(hhi(counts), 6),
      top_1_share: (counts) => rounded(topShare(counts, 1), 6),
      top_5_share: (counts) => rounded(topShare(counts, 5), 6),
    },
  };
}

/** Caps are counted whether or not the rule charges for them, as the auditor does where it is on. */
function capAims({ settings, caps, world }: Known, candidates: Candidates): readonly Aim[] {
  const rule = settings.rules.tier_caps;
  if (rule === false) return [];
  const { remaining } = caps;
  const groups = {
    kind: 'groups',
    groups: world.approvals.length,
    group: candidates.approval,
    of: (sum: number) => sum,
  } as const;
  return [
    { ...groups, metric: 'cap_overages', adds: (pair, loans) => (loans > remaining[pair]! ? 1 : 0) },
    { ...groups, metric: 'cap_overage_loans', adds: (pair, loans) => Math.max(0, loans - remaining[pair]!) },
  ];
}

function moneyAims({ settings, money, world }: Known, candidates: Candidates): readonly Aim[] {
  const rule = settings.rules.budgets;
  if (rule === false) return [];
  const dollars = (cents: number) => cents / 100;
  const value = Float64Array.from(candidates.vehicle, (vehicle) => money.cost(world.vehicles[vehicle]!.make));
  const planned: Aim = { kind: 'sum', metric: 'budget_planned', value, of: dollars };
  const spending = money.spending(candidates);
  if (rule.mode === 'off' || 'start' in spending || !spending.use) return [planned];
  const { group, use } = spending;
  const { buckets } = money;
  const adds = (bucket: number, cents: number) => Math.max(0, cents - buckets[bucket]!.remaining);
  return [planned, { kind: 'groups', metric: 'budget_over', groups: buckets.length, group, use, adds, of: dollars }];
}
