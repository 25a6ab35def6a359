import type { Command } from 'commander';
import type { RulesOptions } from '../actions/rules.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

const EXAMPLES = `
Examples:
  evenhand rules
  evenhand rules loans
  evenhand rules loans --metrics
  evenhand rules rotation --markdown > docs/rules-rotation.md
`;

/** `evenhand rules`: what each rule and weight of a kind means, its formula and its parameters. */
export function addRules(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('rules')
    .summary('explain the rules and weights of a kind of problem')
    .description('Explains the rules and weights of a kind of problem: meaning, formula, parameters and defaults.')
    .argument(
      '[kind]',
      'the kind of problem, loans, rotation, courses or posts, or the module of your own, as in ./errands.ts, whose code this runs; otherwise all',
    )
    .option('--metrics', 'the metrics of its schedules instead')
    .option('--markdown', 'as Markdown')
    .addHelpText('after', EXAMPLES)
    .action(async (kind: string | undefined, options: RulesOptions) => {
      const { rules } = await import('../actions/rules.ts');
      finish(await rules(kind, options, io));
    });
}
