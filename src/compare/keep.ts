import type { Domain } from '../domain.ts';
import { renderReport } from '../domains/report.ts';
import type { Run } from '../runs/run.ts';
import { saveRun } from '../runs/store.ts';
import { isSaved } from './store.ts';

/**
 * Writes the folders of runs. The report of a run that lies there already, the same in all but its timings, is not
 * drawn again.
 *
 * @throws Refusal where the disk is full, read-only or otherwise closed to us.
 * @example
 * await keepRuns([run], folder);
 * (await loadRun(runFolder(run, folder))).id === run.id // true
 */
export async function keepRuns(runs: readonly Run[], root = 'runs', kinds: readonly Domain[] = []): Promise<void> {
  for (const run of runs) if (!isSaved(run, root)) await saveRun(run, await renderReport(run, { kinds }), root);
}
