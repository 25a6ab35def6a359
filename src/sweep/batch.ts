import { domainOf, runScenario } from '../evenhand.ts';
import { hashOf } from '../pipeline/provenance.ts';
import { idOf, readTables } from '../pipeline/run.ts';
import { type Problem, Refusal } from '../problem.ts';
import type { Run } from '../runs/run.ts';
import type { SweptResult, SweptValue } from '../runs/sweep.ts';
import { type SweepRecords, sweepRecords } from '../runs/sweep-store.ts';
import type { Scenario, Settings } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';

/** Runs of one world, to be made one after another; plain data, so that it can be sent to a thread. */
export interface Batch {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  /** The folder of the sweep. */
  readonly folder: string;
  /** Make runs again that are recorded already. */
  readonly fresh: boolean;
  readonly runs: readonly {
    readonly number: number;
    readonly values: readonly SweptValue[];
    readonly settings: Settings;
  }[];
}

/** A run that is done. */
export interface Finished {
  readonly number: number;
  readonly result?: SweptResult;
  readonly problems?: readonly Problem[];
  /** It was recorded before, and not made again. */
  readonly recorded: boolean;
}

/** The tables that were read last: all runs of a world share them. */
export interface Memory {
  readonly tables: (scenario: Scenario) => Data;
}

/** A memory that holds the tables of one world, since the runs of a world come together. */
export function memoryOf(): Memory {
  let known: { readonly key: string; readonly data: Data } | undefined;
  return {
    tables: (scenario) => {
      const key = tablesKey(scenario);
      if (known?.key !== key) known = { key, data: readTables(scenario, domainOf(scenario.kind)) };
      return known.data;
    },
  };
}

/** Where the tables come from; all settings, where more of them than `data` say what a table may hold. */
function tablesKey({ kind, settings }: Scenario): string {
  const domain = domainOf(kind);
  const alone = domain.tablesFor === undefined && !('inline' in settings.data);
  return JSON.stringify([kind, alone ? settings.data : settings]);
}

/**
 * Makes the runs of a batch, and records each as soon as it is done. A run is a function of its own settings and
 * tables alone: it does not start from the schedule of its neighbour, since among equal optima that could lead it to
 * another one, and the order of the runs would show in the results.
 */
export async function runBatch(batch: Batch, memory: Memory, done: (finished: Finished) => void): Promise<void> {
  const records = sweepRecords(batch.folder);
  for (const { number, values, settings } of batch.runs) {
    const failedAs = hashOf(values).slice(0, 16);
    const scenario = scenarioOf(batch, settings);
    try {
      done({ number, ...(await finish(scenario, batch, memory, records)) });
      records.mend(failedAs);
    } catch (error) {
      const problems = problemsIn(error);
      records.fail(failedAs, problems);
      done({ number, problems, recorded: false });
    }
  }
}

async function finish(scenario: Scenario, { fresh }: Batch, memory: Memory, records: SweepRecords) {
  const domain = domainOf(scenario.kind);
  const data = memory.tables(scenario);
  const before = fresh ? undefined : records.read(await idOf(scenario, domain, data));
  if (before) return { result: before, recorded: true };
  const result = resultOf(await runScenario(scenario, { data }));
  records.write(result);
  return { result, recorded: false };
}

const scenarioOf = ({ kind, name, file }: Batch, settings: Settings): Scenario => ({
  kind,
  name,
  file,
  settings,
  expect: {},
  overrides: [],
  text: '',
  place: () => ({ file }),
});

/** What a sweep keeps of a run. */
export function resultOf(run: Run): SweptResult {
  const failed = run.audit.levels.filter((level) => !level.passed);
  return {
    id: run.id,
    status: run.status,
    objective: Object.fromEntries(Object.entries(run.objective).filter(([, value]) => Number.isFinite(value))),
    metrics: run.metrics,
    candidates: run.candidates,
    audited: run.audit.passed,
    notes: [...failed.map((level) => `audit failed: ${level.name}: ${level.text}`), ...run.notes],
  };
}

/** A fault of one run must not cost the others theirs. */
export function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  return [{ message: `could not be run: ${error instanceof Error ? error.message : String(error)}` }];
}
