import type { Tile } from '../../../report/page.ts';
import { metricTiles } from '../../../report/run/tiles.ts';
import type { Run } from '../../../runs/run.ts';
import { count, percent } from '../../../text/format.ts';
import { loanMetrics } from '../metrics.ts';

/** The numbers of the first screen. A number that has no meaning in this run (a mean of nothing) has no tile. */
export function tilesOf(run: Run): readonly Tile[] {
  return [
    ...metricTiles(loanMetrics, run, ['assignments', 'partners_assigned', 'utilization', 'budget_planned']),
    penaltyTile(run),
    ...metricTiles(loanMetrics, run, ['cap_overages', 'gini', 'top_5_share']),
  ];
}

function penaltyTile({ objective }: Run): Tile {
  const raw = objective.raw_score ?? 0;
  const taken = objective.total_penalties ?? 0;
  const note = taken === 0 || raw === 0 ? 'points; none was paid' : `points, ${percent(taken / raw)} of the raw score`;
  return { label: 'Penalties', value: count(taken), note };
}
