import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { renderReport } from '../domains/report.ts';
import { auditAgain } from '../given/audit.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import type { RunRecord } from '../runs/record.ts';
import type { Run } from '../runs/run.ts';
import { storedScenario } from '../runs/stored.ts';
import { type Verification, verifyRun as verify } from './verify.ts';

/**
 * Runs a stored run again and compares every hash, number and file.
 *
 * @throws Refusal where the folder holds no run, or the scenario or its data can no longer be read.
 * @example
 * const saved = await saveRun(run, html, folder);
 * (await verifyRun(saved)).passed // true
 */
export const verifyRun = (folder: string, kinds: readonly Domain[] = []): Promise<Verification> =>
  verify(
    folder,
    (record) => repeat(record, kinds),
    (run, interactive) => renderReport(run, { interactive, kinds }),
  );

/**
 * Runs the resolved settings that a record holds, checked again as if they had just been written. Of a schedule that
 * was given, the rows that were read are audited again.
 */
function repeat(record: RunRecord, kinds: readonly Domain[]): Promise<Run> {
  const scenario = storedScenario(record, domainOf(record.kind, kinds));
  if (record.given !== undefined)
    return auditAgain(scenario, record.given, { kinds, solve: record.given.best !== null });
  return runScenario(scenario, {
    kinds,
    week: record.inWeek,
    ties: record.ranges !== undefined,
    ...(record.tables.price_list && { prices: record.tables.price_list.rows }),
    ...(record.tables.left_out && { explain: record.tables.left_out.rows }),
  });
}
