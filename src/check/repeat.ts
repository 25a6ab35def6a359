import { domainOf } from '../domains/find.ts';
import { renderReport } from '../domains/report.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import type { RunRecord } from '../runs/record.ts';
import type { Run } from '../runs/run.ts';
import { storedScenario } from '../scenario/stored.ts';
import { type Verification, verifyRun as verify } from './verify.ts';

/**
 * Runs a stored run again and compares every hash, number and file.
 *
 * @throws Refusal where the folder holds no run, or the scenario or its data can no longer be read.
 * @example
 * const saved = await saveRun(run, html, folder);
 * (await verifyRun(saved)).passed // true
 */
export const verifyRun = (folder: string): Promise<Verification> =>
  verify(folder, repeat, (run, interactive) => renderReport(run, { interactive }));

/** Runs the resolved settings that a record holds, checked again as if they had just been written. */
const repeat = (record: RunRecord): Promise<Run> =>
  runScenario(storedScenario(record, domainOf(record.kind)), {
    ties: record.ranges !== undefined,
    ...(record.tables.price_list && { prices: record.tables.price_list.rows }),
    ...(record.tables.left_out && { explain: record.tables.left_out.rows }),
  });
