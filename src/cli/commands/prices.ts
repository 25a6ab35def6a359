import type { Command } from 'commander';
import type { PricesOptions } from '../actions/prices.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, howMany, withKinds, withWeek } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand prices scenarios/loans/la-week.yaml
  evenhand prices runs/la-week/5bc4eef2e0cd8266 --most 5 --json
  evenhand prices scenarios/loans/quarter.yaml --week 5 --most 5

Exit code: 0 done, 2 bad run or scenario, 3 no proven schedule.
`;

/** `evenhand prices`: what loosening each limit would bring. */
export function addPrices(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('prices')
    .summary('say what one more of each limit that binds would bring')
    .description(
      'Loosens each of the dearest limits by one step and solves again: one more slot on a day, one more loan under a cap, more money in a budget, a looser fairness rule.',
    )
    .argument('<run>', 'the folder of a run, or a scenario file')
    .option('--variant <name>', 'of a scenario file: this variant')
    .option('--set <key=value>', 'of a scenario file: one setting changed; may be repeated', collect)
    .option('--most <count>', 'how many limits to price, dearest first (20)', howMany)
    .option('--json', 'print the list as JSON on stdout, and nothing else');
  withKinds(withWeek(command))
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, options: PricesOptions) => {
      const { prices } = await import('../actions/prices.ts');
      finish(await prices(what, options, io));
    });
}
