import { pageOf, type Run, runParts } from '../index.ts';
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
  return shown(run, { parts: () => runParts(run, pageOf(run)), key: run.id.slice(0, 8) });
}
