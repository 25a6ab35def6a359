import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  planSweep,
  plural,
  runSweep,
  type Sweep,
  type SweepPlan,
  saveSweep,
  sweepFolder,
  sweepJson,
  sweepReport,
  sweepTable,
  tableText,
  visible,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { quoted } from '../options.ts';
import { shortPath } from '../paths.ts';
import { sweepProgress } from '../terminal/sweep-progress.ts';
import { sweepSummary } from '../terminal/sweep-summary.ts';
import { aligned } from '../terminal/text.ts';

/** The options of `evenhand sweep`. */
export interface SweepCommand extends KindOptions {
  readonly variant?: string;
  readonly set?: readonly string[];
  readonly out: string;
  readonly workers?: number;
  readonly dryRun?: true;
  readonly fresh?: true;
  readonly json?: true;
  readonly csv?: true;
  readonly interactive?: true;
}

/** Makes the runs of the sweep, or lists them, and shows what they found. */
export async function sweep(file: string, options: SweepCommand, io: Io): Promise<ExitCode> {
  const { variant, set = [] } = options;
  const plan = planSweep(file, { variant, set, kinds: await kindsOf(options) });
  if (options.dryRun) {
    io.out(options.json ? planJson(plan) : planText(plan));
    return plan.runs.some(({ problems }) => problems) ? EXIT.failed : EXIT.done;
  }
  const folder = sweepFolder(plan.scenario.name, options.out);
  const told = options.json !== true && options.csv !== true;
  const progress = await sweepProgress(plan.runs.length, io.watched && told);
  const done = await progress.during(() =>
    runSweep(plan, {
      folder,
      modules: options.kind ?? [],
      workers: options.workers ?? availableParallelism(),
      fresh: options.fresh === true,
      again: againText(file, options),
      watch: progress.watch,
    }),
  );
  const draw = options.interactive && (() => sweepReport(done, { interactive: true }));
  const interactive = await saveWithInteractive(folder, io, () => saveSweep(done, folder), draw);
  if (options.json) io.out(sweepJson(done));
  else if (options.csv) io.out(tableText(sweepTable(done), 'csv'));
  else io.out(sweepSummary(done, progress.tally(), shortPath(interactive ?? join(folder, 'report.html'))));
  return sound(done) ? EXIT.done : EXIT.failed;
}

const sound = ({ runs }: Sweep): boolean => runs.every(({ result }) => result?.audited === true || isEmpty(result));

/** A run without a schedule has nothing to audit: that there is none is its finding. */
const isEmpty = (result: Sweep['runs'][number]['result']): boolean =>
  result?.status === 'infeasible' || result?.status === 'unknown';

function againText(file: string, { variant, set = [], kind = [], out }: SweepCommand): string {
  const words = [
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...set.flatMap((setting) => ['--set', setting]),
    ...kind.flatMap((module) => ['--kind', module]),
    ...(out === 'runs' ? [] : ['--out', out]),
  ];
  return ['evenhand sweep', ...[file, ...words].map(quoted)].join(' ');
}

function planText(plan: SweepPlan): string {
  const { parameters, runs, policies, worlds } = plan;
  const where = worlds > 1 ? ` in ${plural(worlds, 'world')}` : '';
  const head = `${plural(runs.length, 'run')}: ${plural(policies, 'policy', 'policies')}${where}`;
  const rows = runs.map(({ number, values, problems }) => [
    String(number),
    ...values.map((value) => visible(typeof value === 'string' ? value : JSON.stringify(value))),
    problems ? `cannot be run: ${visible(problems.map(({ message }) => message).join('; '))}` : '',
  ]);
  const title = ['run', ...parameters.map(({ path }) => visible(path)), ''];
  return `${[head, ...aligned([title, ...rows], [0])].join('\n')}\n`;
}

function planJson({ parameters, runs }: SweepPlan): string {
  const all = runs.map(({ number, policy, world, values, problems }) => ({
    number,
    policy,
    world,
    parameters: Object.fromEntries(parameters.map(({ path }, index) => [path, values[index]])),
    ...(problems && { problems: problems.map(({ message }) => message) }),
  }));
  return `${JSON.stringify({ parameters, runs: all }, null, 2)}\n`;
}
