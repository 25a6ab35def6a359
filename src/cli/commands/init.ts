import type { Command } from 'commander';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';

const EXAMPLES = `
Examples:
  evenhand init
  evenhand init my-week.yaml
  evenhand init my-evening.yaml --kind rotation
  evenhand init my-timetable.yaml --kind courses
`;

/** `evenhand init`: writes a commented scenario to start from. */
export function addInit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary('write a commented scenario to start from')
    .description('Writes a commented scenario to start from. A file that is there is never overwritten.')
    .argument('[file]', 'the file to write', 'scenario.yaml')
    .option(
      '--kind <kind>',
      'the kind of problem: loans, rotation, courses or posts, or the module of your own, as in ./errands.ts, whose code this runs',
      'loans',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { kind }: { kind: string }) => {
      const { init } = await import('../actions/init.ts');
      finish(await init(file, kind, io));
    });
}
