import type { Command } from 'commander';
import type { ShowOptions } from '../actions/show.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { collect, withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand show scenarios/loans/la-week.yaml
  evenhand show scenarios/loans/la-week.yaml --variant one_each --set solver.seed=7
`;

/** `evenhand show`: every setting of a scenario after all overrides, and where each comes from. */
export function addShow(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('show')
    .summary('show every setting of a scenario and where it comes from')
    .description('Shows every setting after extends, variant and --set, and the file and line each comes from.')
    .argument('<file>', 'a scenario file')
    .option('--variant <name>', 'with this variant applied')
    .option('--set <key=value>', 'with one setting changed; may be repeated', collect);
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ShowOptions) => {
      const { show } = await import('../actions/show.ts');
      finish(await show(file, options, io));
    });
}
