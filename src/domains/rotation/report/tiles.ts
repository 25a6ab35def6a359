import type { Tile } from '../../../report/page.ts';
import { metricTiles } from '../../../report/run/tiles.ts';
import type { Run } from '../../../runs/run.ts';
import { logMetrics } from '../metrics.ts';

/** The numbers of the first screen. */
export function tilesOf(run: Run): readonly Tile[] {
  return metricTiles(logMetrics, run, [
    'placed',
    'guaranteed_placed',
    'value',
    'alert',
    'fill',
    'changes',
    'obligations_open',
    'smallest_separation_margin',
  ]);
}
