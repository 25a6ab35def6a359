import type { Command } from 'commander';
import type { CheckOptions } from '../actions/check.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand check
  evenhand check scenarios/loans/la-week.yaml
  evenhand check 'scenarios/**/*.yaml' --junit check.xml
  evenhand check scenarios/loans/la-week.yaml --update

Each scenario, and each variant that its file writes, is run and held against three things: its audit, its expect, and
its baseline beside it (la-week.baseline.json). --update writes the baselines anew; look at the change before you commit it.

A scenario that expects nothing and has no baseline is not run. Where CI is set, that fails, and so does a baseline whose
scenario is gone. --require-baseline also fails what has expectations but no baseline.

Exit code: 0 all kept, 1 an audit, an expectation or a baseline failed, 2 bad scenario, data or arguments.
`;

/** `evenhand check`: runs scenarios and holds them against what they expect and what they gave before. */
export function addCheck(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('check')
    .summary('run scenarios and hold each against its expectations and its baseline')
    .description(
      'Runs scenarios and their variants and holds each against its audit, its expectations and its baseline.',
    )
    .argument('[file...]', 'scenario files, folders or patterns; otherwise scenarios/**/*.yaml')
    .option('--update', 'write the baselines anew, whole, and print what changed')
    .option('--require-baseline', 'fail where a scenario or a variant has no baseline')
    .option('--junit <file>', 'also write the result as JUnit XML')
    .option('--json', 'print the result as JSON on stdout, and nothing else')
    .option('--all', 'show every value, also those that are as in the baseline');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const { check } = await import('../actions/check.ts');
      finish(await check(files, options, io));
    });
}
