import { type Command, InvalidArgumentError, Option } from 'commander';
import type { SweepCommand } from '../actions/sweep.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, withInteractive, withKinds } from '../options.ts';

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
  withKinds(withInteractive(command))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: SweepCommand) => {
      const { sweep } = await import('../actions/sweep.ts');
      finish(await sweep(file, options, io));
    });
}

function workers(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('it needs a whole number from 1 to 999.');
  return Number(value);
}
