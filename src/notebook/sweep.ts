import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BreakpointOptions,
  planSweep,
  type ResultTable,
  runSweep,
  type Scenario,
  type Sweep,
  sweepDocument,
  sweepFindings,
  sweepTable,
} from '../index.ts';
import { type Shown, shown } from './show.ts';

/** Settings by their dotted path, each with its values: a list, or `{from, to, step}`. */
export interface SweepLists {
  readonly [path: string]: readonly unknown[] | { readonly from: number; readonly to: number; readonly step: number };
}

/** How a sweep is made. */
export interface SweepWorkers {
  /** What policy does not decide: every policy is run in each of these worlds. */
  readonly worlds?: SweepLists;
  /** Threads; 1 where nothing is said. */
  readonly workers?: number;
  /** Where finished runs are recorded, so that they are not made again; otherwise nowhere. */
  readonly folder?: string;
}

/**
 * The runs of a sweep.
 *
 * @example
 * const swept = await evening.sweep({ 'rules.separation': [900, 1800] });
 * swept.runs.map(({ values, result }) => [values[0], result?.metrics.moved]) // [[900, 6], [1800, 3]]
 * swept.rows('runs').length // 2
 */
export interface NotebookSweep extends Sweep, Shown {
  readonly tables: { readonly runs: ResultTable };
}

/** Makes every run of a grid over a scenario. */
export async function sweepOf(
  { file, name }: Scenario,
  options: Pick<BreakpointOptions, 'variant' | 'with' | 'kinds'>,
  grid: SweepLists,
  { worlds = {}, workers = 1, folder }: SweepWorkers = {},
): Promise<NotebookSweep> {
  const plan = planSweep(file, { ...options, with: [...(options.with ?? []), { sweep: { grid, worlds } }] });
  const own = folder ?? mkdtempSync(join(tmpdir(), 'evenhand-sweep-'));
  try {
    const sweep = await runSweep(plan, { folder: own, workers, again: `${name}: sweep(${JSON.stringify(grid)})` });
    const parts = () => sweepDocument(sweep, sweepFindings(sweep));
    const key = `sweep-${sweep.runs[0]?.result?.id.slice(0, 6) ?? 'none'}-${sweep.runs.length}`;
    return shown({ ...sweep, tables: { runs: sweepTable(sweep) } }, { parts, key });
  } finally {
    if (folder === undefined) rmSync(own, { recursive: true, force: true });
  }
}
