import type { Tile } from '../../../report/page.ts';
import { metricTiles, wantedOf } from '../../../report/run/tiles.ts';
import type { Run } from '../../../runs/run.ts';
import { count, dollars, percent } from '../../../text/format.ts';
import { overspentText } from '../audit/overspent.ts';
import { loanMetrics } from '../metrics.ts';
import { ruleOf } from './settings.ts';

/** The numbers of the first screen. A number that has no meaning in this run (a mean of nothing) has no tile. */
export function tilesOf(run: Run): readonly Tile[] {
  return [
    ...metricTiles(loanMetrics, run, ['assignments', 'partners_assigned', 'utilization', 'budget_planned']),
    penaltyTile(run),
    ...metricTiles(loanMetrics, run, ['cap_overages', 'gini_eligible', 'top_5_share']),
  ];
}

function penaltyTile({ objective }: Run): Tile {
  const raw = objective.raw_score ?? 0;
  const taken = objective.total_penalties ?? 0;
  const note = taken === 0 || raw === 0 ? 'points; none was paid' : `points, ${percent(taken / raw)} of the raw score`;
  return { label: 'Penalties', value: count(taken), note };
}

/**
 * Money beyond a budget, unless the scenario itself says how much of it is expected: then its expectation judges it.
 */
export function cautionsOf(run: Run): readonly string[] {
  if (ruleOf(run, 'budgets') === undefined || (run.metrics.budget_over ?? 0) <= 0) return [];
  if (wantedOf(run, 'budget_over', String) !== undefined) return [];
  const fleets = overspentText(run, 3);
  return [`${dollars((run.metrics.budget_over ?? 0) * 100)} over budget`, fleets];
}
