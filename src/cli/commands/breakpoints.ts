import { type Command, InvalidArgumentError } from 'commander';
import type { BreakpointsCommand } from '../actions/breakpoints.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, withInteractive, withKinds, withWeek } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand breakpoints scenarios/loans/la-week.yaml --path rules.fairness.penalty --from 0 --to 800
  evenhand breakpoints scenarios/loans/la-week.yaml --path weights.rank --from 0 --to 2 --step 0.1
  evenhand breakpoints scenarios/loans/la-week.yaml --path rules.fairness.penalty --from 0 --to 800 --interactive
  evenhand breakpoints scenarios/loans/quarter.yaml --week 5 --path rules.fairness.penalty --from 0 --to 800

A penalty or a weight changes the best schedule only at certain values. This finds all of them, each proven by the
optima on both sides. Settings that change more than points (slots, days of a cooldown) are for "evenhand sweep".

Exit code: 0 found, 2 bad scenario or arguments, or a setting of another sort.
`;

/** `evenhand breakpoints`: the values of a penalty or weight at which the best schedule changes. */
export function addBreakpoints(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('breakpoints')
    .summary('find every value of a penalty or weight at which the best schedule changes')
    .description('Finds every value of a penalty or weight at which the best schedule changes, and proves them.')
    .argument('<file>', 'a scenario file')
    .requiredOption('--path <setting>', 'the setting, as in rules.fairness.penalty')
    .requiredOption('--from <number>', 'its first value', number)
    .requiredOption('--to <number>', 'its last value', number)
    .option('--step <number>', 'values in between are so far apart', number, 1)
    .option('--variant <name>', 'of this variant of the scenario')
    .option('--set <key=value>', 'change another setting; may be repeated', collect)
    .option('--out <folder>', 'where the folder of the report is written', 'runs')
    .option('--json', 'print the breakpoints as JSON on stdout, and nothing else');
  withKinds(withWeek(withInteractive(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: BreakpointsCommand) => {
      const { findBreakpoints } = await import('../actions/breakpoints.ts');
      finish(await findBreakpoints(file, options, io));
    });
}

function number(value: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new InvalidArgumentError('it needs a number.');
  return Number(value);
}
