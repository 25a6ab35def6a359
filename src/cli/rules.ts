import type { Command } from 'commander';
import { domainOf, domains, rulesMarkdown, rulesText } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';

const EXAMPLES = `
Examples:
  evenhand rules
  evenhand rules loans --markdown > docs/rules-loans.md
`;

/** `evenhand rules`: what each rule and weight of a kind means, its formula and its parameters. */
export function addRules(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('rules')
    .summary('explain the rules and weights of a kind of problem')
    .description('Explains the rules and weights of a kind of problem: meaning, formula, parameters and defaults.')
    .argument('[kind]', 'the kind of problem; otherwise all')
    .option('--markdown', 'as Markdown')
    .addHelpText('after', EXAMPLES)
    .action((kind: string | undefined, { markdown }: { markdown?: true }) => {
      const chosen = kind === undefined ? domains : [domainOf(kind)];
      io.out(chosen.map(markdown ? rulesMarkdown : rulesText).join('\n'));
      finish(EXIT.done);
    });
}
