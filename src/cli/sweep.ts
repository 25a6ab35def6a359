import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { saveSweep, sweepCsv, sweepFolder, sweepJson, sweepReport } from '../commands.ts';
import { planSweep, plural, runSweep, type Sweep, type SweepPlan, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { saveWithInteractive, withInteractive } from './interactive.ts';
import type { Io } from './io.ts';
import { collect, quoted } from './options.ts';
import { shortPath } from './paths.ts';
import { sweepProgress } from './sweep-progress.ts';
import { sweepSummary } from './sweep-summary.ts';
import { aligned } from './text.ts';

interface SweepCommand {
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

const EXAMPLES = `
Examples:
  evenhand sweep scenarios/loans/sweep-fairness.yaml --dry-run
  evenhand sweep scenarios/loans/sweep-fairness.yaml
  evenhand sweep scenarios/loans/sweep-fairness.yaml --workers 4 --csv > sweep.csv
  evenhand sweep scenarios/loans/sweep-fairness.yaml --interactive

The runs are those of "sweep:" in the scenario. Each is recorded as soon as it is done: stop with Ctrl-C, give the
same command again, and only the missing ones are made.

Exit code: 0 all runs made, whatever they show; 1 a run could not be made, or failed its audit; 2 bad scenario or
arguments.
`;

/** `evenhand sweep`: makes every run of a scenario's sweep, and a report of what they show. */
export function addSweep(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('sweep')
    .summary('run a scenario many times, with settings varied, and report what they move')
    .description('Makes every run of the "sweep:" of a scenario; writes sweep.csv, sweep.json and a report.')
    .argument('<file>', 'a scenario file with "sweep:"')
    .option('--dry-run', 'list the runs, and make none')
    .option('--variant <name>', 'sweep this variant of the scenario')
    .option('--set <key=value>', 'change one setting for all runs; may be repeated', collect)
    .option('--out <folder>', 'where the folder of the sweep is written', 'runs')
    .option('--workers <number>', 'how many runs at a time; otherwise one a core', workers)
    .option('--fresh', 'make runs again that are recorded already')
    .addOption(new Option('--json', 'print the sweep as JSON on stdout, and nothing else').conflicts('csv'))
    .option('--csv', 'print the table of runs as CSV on stdout, and nothing else');
  withInteractive(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SweepCommand) => finish(await sweep(file, options, io)));
}

function workers(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('it needs a whole number from 1 to 999.');
  return Number(value);
}

async function sweep(file: string, options: SweepCommand, io: Io): Promise<ExitCode> {
  const { variant, set = [] } = options;
  const plan = planSweep(file, { variant, set });
  if (options.dryRun) {
    io.out(options.json ? planJson(plan) : planText(plan));
    return plan.runs.some(({ problems }) => problems) ? EXIT.failed : EXIT.done;
  }
  const folder = sweepFolder(plan.scenario.name, options.out);
  const told = options.json !== true && options.csv !== true;
  const progress = sweepProgress(plan.runs.length, io.watched && told);
  const done = await progress.during(() =>
    runSweep(plan, {
      folder,
      workers: options.workers ?? availableParallelism(),
      fresh: options.fresh === true,
      again: againText(file, options),
      watch: progress.watch,
    }),
  );
  const draw = options.interactive && (() => sweepReport(done, { interactive: true }));
  const interactive = await saveWithInteractive(folder, io, () => saveSweep(done, folder), draw);
  if (options.json) io.out(sweepJson(done));
  else if (options.csv) io.out(sweepCsv(done));
  else io.out(sweepSummary(done, progress.tally(), shortPath(interactive ?? join(folder, 'report.html'))));
  return sound(done) ? EXIT.done : EXIT.failed;
}

const sound = ({ runs }: Sweep): boolean => runs.every(({ result }) => result?.audited === true || isEmpty(result));

/** A run without a schedule has nothing to audit: that there is none is its finding. */
const isEmpty = (result: Sweep['runs'][number]['result']): boolean =>
  result?.status === 'infeasible' || result?.status === 'unknown';

function againText(file: string, { variant, set = [], out }: SweepCommand): string {
  const words = [
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...set.flatMap((setting) => ['--set', setting]),
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
