import { cells, domainOf, type Run } from '../index.ts';
import { type Shown, shown } from './show.ts';

/**
 * A run that can show itself.
 *
 * @example
 * const evening = await scenario('scenarios/rotation/prime-evening.yaml');
 * const run = await evening.run();
 * run.metrics.placed // 12
 * run.rows('unplaced').map(({ spot, reason }) => `${spot}: ${reason}`) // ['d3: rolling_cap']
 */
export interface NotebookRun extends Run, Shown {}

/** A run as a notebook has it. */
export function shownRun(run: Run): NotebookRun {
  const { page, horizon } = domainOf(run.kind);
  const parts = () => cells.run(run, run.weeks && horizon ? horizon.page(run) : page(run));
  return shown(run, { parts, key: run.id.slice(0, 8) });
}
