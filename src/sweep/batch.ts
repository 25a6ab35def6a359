import { priceUnder } from '../compare/yardstick.ts';
import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { countRows, keyOf } from '../expect/expect-rows.ts';
import type { Memory } from '../pipeline/memory.ts';
import { hashOf } from '../pipeline/provenance.ts';
import { idOf, readTables } from '../pipeline/run.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import type { Fields, Scenario, Settings } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import type { SweptResult, SweptValue } from './record.ts';
import { type SweepRecords, sweepRecords } from './store.ts';

/** Runs of one world, to be made one after another; plain data, so that it can be sent to a thread. */
export interface Batch {
  readonly kind: string;
  readonly name: string;
  readonly file: string;
  /** The folder of the sweep. */
  readonly folder: string;
  /** Make runs again that are recorded already. */
  readonly fresh: boolean;
  /** The tables of all its runs, where they were read already: what others may write meanwhile is read once. */
  readonly data?: Data;
  /** Rows that expectations ask about: counted while the schedule is at hand, since a sweep keeps none. */
  readonly rows: readonly Fields[];
  readonly runs: readonly {
    readonly number: number;
    readonly values: readonly SweptValue[];
    readonly settings: Settings;
    /** The scenario as it stands in this world: its policy prices every schedule. */
    readonly yardstick: Settings;
  }[];
}

/** What the runs of all batches of one thread share. */
export interface Shared {
  readonly memory: Memory;
  readonly kinds: readonly Domain[];
}

/** A run that is done. */
export interface Finished {
  readonly number: number;
  readonly result?: SweptResult;
  readonly problems?: readonly Problem[];
  /** It was recorded before, and not made again. */
  readonly recorded: boolean;
}

/**
 * Makes the runs of a batch, and records each as soon as it is done. A run is a function of its own settings and tables
 * alone: what is the same as in its neighbour (tables, world, candidates) is not made again, and the search itself does
 * not start from the neighbour. Measured on 57 runs of the sample week, each beside the one before it: a
 * start from the neighbour's schedule or columns saves a tenth of the solver's time, one from those of its columns that
 * nearly pay a quarter, which is a sixth of a run; and where branching decides (10 of the 57), it ended in another
 * schedule of the same net score in 2 to 3 of the 10. The order of the runs would show in the results.
 */
export async function runBatch(batch: Batch, shared: Shared, done: (finished: Finished) => void): Promise<void> {
  const records = sweepRecords(batch.folder);
  for (const { number, values, settings, yardstick } of batch.runs) {
    const failedAs = hashOf(values).slice(0, 16);
    const scenario = scenarioOf(batch, settings);
    try {
      done({ number, ...(await finish({ scenario, yardstick, batch, shared, records })) });
      records.mend(failedAs);
    } catch (error) {
      const problems = problemsIn(error);
      records.fail(failedAs, problems);
      done({ number, problems, recorded: false });
    }
  }
}

/** A run of a batch, and where it is recorded. */
interface Task {
  readonly scenario: Scenario;
  readonly yardstick: Settings;
  readonly batch: Batch;
  readonly shared: Shared;
  readonly records: SweepRecords;
}

async function finish({ scenario, yardstick, batch, shared: { memory, kinds }, records }: Task) {
  const { fresh, rows } = batch;
  const domain = domainOf(scenario.kind, kinds);
  const data = batch.data ?? (await memory.data(scenario)) ?? (await readTables(scenario, domain));
  const before = fresh ? undefined : records.read(await idOf(scenario, domain, data));
  const under = hashOf(yardstick);
  if (before && counts(before, rows) && before.priced.under === under) return { result: before, recorded: true };
  const run = await runScenario(scenario, { kinds, data, ...memory.sharing() });
  const { objective, why } = priceUnder({ run, domain, settings: yardstick, data }, run);
  const priced = { under, net: why === null ? (objective?.net_score ?? null) : null, why };
  const result = resultOf({ run, domain, rows, priced });
  records.write(result);
  return { result, recorded: false };
}

/** Whether a record has counted these rows. An expectation that was written later asks about others. */
function counts({ rows }: SweptResult, asked: readonly Fields[]): boolean {
  const known = new Set(rows.map(({ fields }) => keyOf(fields)));
  return asked.every((fields) => known.has(keyOf(fields)));
}

/** The scenario of one run of a batch. */
export const scenarioOf = ({ kind, name, file }: Batch, settings: Settings): Scenario => ({
  kind,
  name,
  file,
  settings,
  expect: {},
  overrides: [],
  text: '',
  place: () => ({ file }),
});

/** A run, the rows that are counted in its schedule, and its price under the yardstick. */
interface Kept extends Pick<SweptResult, 'priced'> {
  readonly run: Run;
  readonly domain: Domain;
  readonly rows: readonly Fields[];
}

/** What a sweep keeps of a run, with how often these rows are in its schedule. */
function resultOf({ run, domain, rows, priced }: Kept): SweptResult {
  const schedule = run.tables[domain.schedule.table];
  const failed = run.audit.levels.filter((level) => !level.passed);
  return {
    id: run.id,
    status: run.status,
    objective: Object.fromEntries(Object.entries(run.objective).filter(([, value]) => Number.isFinite(value))),
    metrics: run.metrics,
    candidates: run.candidates,
    audited: run.audit.passed,
    schedule: run.provenance.schedule,
    priced,
    notes: [...failed.map((level) => `audit failed: ${level.name}: ${level.text}`), ...run.notes],
    rows: rows.map((fields) => countRows(schedule, fields)),
  };
}

/** A fault of one run must not cost the others theirs. */
export function problemsIn(error: unknown): readonly Problem[] {
  if (error instanceof Refusal) return error.problems;
  return [{ message: `could not be run: ${error instanceof Error ? error.message : String(error)}` }];
}
