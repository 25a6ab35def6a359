import { YARDSTICK } from '../compare/yardstick.ts';
import { domainOf } from '../domains/find.ts';
import { checkExpectations } from '../expect/expect.ts';
import { rowsAsked } from '../expect/expect-rows.ts';
import type { Batch, Finished } from './batch.ts';
import type { PlannedRun, SweepPlan } from './plan.ts';
import { runBatches } from './pool.ts';
import type { Sweep, SweptRun } from './record.ts';
import { prepareSweepFolder } from './store.ts';

/**
 * How to make the runs of a sweep.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * let done = 0;
 * await runSweep(plan, { folder, watch: () => { done += 1; } });
 * done // 2
 */
export interface SweepOptions {
  /** The folder of the sweep: runs recorded there are not made again. */
  readonly folder: string;
  /** Threads; 1: none but this. */
  readonly workers?: number;
  /** Make runs again that are recorded already. */
  readonly fresh?: boolean;
  /** The command that makes the sweep again, for its report. */
  readonly again?: string;
  /** Modules from which threads can load the kinds of the plan. */
  readonly modules?: readonly string[] | undefined;
  /** Told of each run as it is done. */
  readonly watch?: (finished: Finished) => void;
}

/**
 * Makes every run of a plan that is not recorded yet, and returns them all. The result is a function of the plan and
 * the tables alone: not of the number of threads, nor of how often the sweep was stopped on the way.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const { runs } = await runSweep(plan, { folder });
 * runs.map(({ result }) => result?.metrics.value) // [73300, 67300]
 */
export async function runSweep(plan: SweepPlan, options: SweepOptions): Promise<Sweep> {
  const { folder, workers = 1, fresh = false, modules = [], watch = () => {} } = options;
  prepareSweepFolder(folder);
  const finished = new Map<number, Finished>();
  const done = (one: Finished) => {
    finished.set(one.number, one);
    watch(one);
  };
  for (const { number, problems } of plan.runs) if (problems) done({ number, problems, recorded: false });
  await runBatches(batchesOf(plan, folder, fresh, workers), { workers, kinds: plan.kinds, modules, done });
  const { scenario, parameters, policies, worlds } = plan;
  return {
    kind: scenario.kind,
    name: scenario.name,
    title: scenario.settings.title,
    again: options.again ?? `evenhand sweep ${scenario.file}`,
    parameters,
    policies,
    worlds,
    runs: inOneCurrency(plan.runs.map((run) => sweptRun(run, finished.get(run.number), scenario.expect))),
    texts: domainOf(scenario.kind, plan.kinds).metrics ?? {},
  };
}

/**
 * Where policies count points in several currencies, the net score of each run under the policy of the scenario as it
 * stands beside its own; nothing where the two are the same for every run.
 */
function inOneCurrency(runs: readonly SweptRun[]): readonly SweptRun[] {
  const own = ({ result }: SweptRun) => result?.objective.net_score;
  if (runs.every((run) => own(run) === undefined || own(run) === run.result!.priced.net)) return runs;
  return runs.map((run) => {
    const net = run.result?.priced.net ?? null;
    if (run.result === undefined || net === null) return run;
    return { ...run, result: { ...run.result, objective: { ...run.result.objective, [YARDSTICK]: net } } };
  });
}

function sweptRun({ number, policy, world, values }: PlannedRun, done: Finished | undefined, expect: Expect) {
  const { result, problems } = done ?? {};
  return {
    number,
    policy,
    world,
    values,
    ...(result && { result }),
    ...(problems && { problems }),
    expectations: result ? checkExpectations(result, expect) : [],
  };
}

type Expect = Readonly<Record<string, unknown>>;

/** Most batches a thread gets from one world: few enough to share tables, enough for all threads to end together. */
const SHARES = 4;

/** The runs in order, cut where a world ends and where another thread may take over. */
function batchesOf({ scenario, runs, policies }: SweepPlan, folder: string, fresh: boolean, workers: number): Batch[] {
  const size = Math.max(1, Math.min(policies, Math.ceil(runs.length / (workers * SHARES))));
  const { kind, name, file } = scenario;
  const rows = rowsAsked(scenario.expect);
  const batches: Batch[] = [];
  let before: PlannedRun | undefined;
  let open: Batch['runs'][number][] = [];
  for (const run of runs) {
    if (run.world !== before?.world || open.length >= size) {
      open = [];
      batches.push({ kind, name, file, folder, fresh, rows, runs: open });
    }
    before = run;
    const { number, values, settings, yardstick } = run;
    if (settings && yardstick) open.push({ number, values, settings, yardstick });
  }
  return batches.filter((batch) => batch.runs.length > 0);
}
