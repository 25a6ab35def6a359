import type { Command } from 'commander';
import type { CompareOptions } from '../actions/compare.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, withInteractive, withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand compare scenarios/loans/fairness.yaml
  evenhand compare scenarios/loans/la-week.yaml scenarios/loans/tight-budget.yaml
  evenhand compare scenarios/loans/la-week.yaml --variant one_each --variant local
  evenhand compare scenarios/loans/la-week.yaml@one_each scenarios/loans/tight-budget.yaml
  evenhand compare runs/la-week/5bc4eef2e0cd8266 scenarios/loans/la-week.yaml@local --baseline local
  evenhand compare scenarios/loans/fairness.yaml --baseline stepped --csv > fairness.csv
  evenhand compare scenarios/loans/fairness.yaml --interactive

What is compared: the folder of a run; a scenario file; or one variant as FILE@variant. A scenario file that is named
alone stands for itself and all its variants; beside others it stands for itself, with the variants that --variant or
--all-variants add. Where two to six settings differ, every mix of them is run, to tell which setting did how much.

Exit code: 0 done, 1 an audit failed, 2 bad scenario, data or arguments, 3 a scenario has no schedule.
`;

/** `evenhand compare`: several runs or scenarios side by side, and what differs between them. */
export function addCompare(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('compare')
    .summary('set runs or scenarios side by side and tell what differs')
    .description('Sets runs or scenarios side by side: what was asked, what was scheduled, what came of it, and why.')
    .argument('<run-or-scenario...>', 'folders of runs, scenario files, FILE@variant')
    .option('--variant <name>', 'with each scenario file also this variant of it; may be given several times', collect)
    .option('--all-variants', 'with each scenario file also every variant of it')
    .option('--baseline <name>', 'hold the others against this one; otherwise against the first')
    .option('--out <folder>', 'where runs and the comparison are written', 'runs')
    .option('--json', 'print the comparison as JSON on stdout, and nothing else')
    .option('--csv', 'print every measure as CSV on stdout, and nothing else')
    .option('--no-attribution', 'do not run the mixes that tell which setting did how much');
  withKinds(withInteractive(command))
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: CompareOptions) => {
      const { compare } = await import('../actions/compare.ts');
      finish(await compare(words, options, io));
    });
}
