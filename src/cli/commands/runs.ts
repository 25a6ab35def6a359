import type { Command } from 'commander';
import type { RunsOptions } from '../actions/runs.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { howMany } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand runs
  evenhand runs la-week
  evenhand runs la-week --most 50 --json

Wherever a command asks for the folder of a run, la-week@latest is the newest run of la-week, la-week@5bc4eef2 the one
whose id begins so, and @latest the newest of all.
`;

/** `evenhand runs`: what was run when, and with which settings. */
export function addRuns(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('runs')
    .summary('list what was run when, newest first, with the settings that differ')
    .description('Lists the runs in a folder, newest first, with the settings in which those of one scenario differ.')
    .argument('[scenario]', 'only runs of this scenario and its variants')
    .option('--out <folder>', 'the folder of all runs', 'runs')
    .option('--most <count>', 'how many to list', howMany, 20)
    .option('--json', 'print all of them as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (scenario: string | undefined, options: RunsOptions) => {
      const { runs } = await import('../actions/runs.ts');
      finish(runs(scenario, options, io));
    });
}
