import type { Command } from 'commander';
import { domainOf } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { writeNew } from './files.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

const EXAMPLES = `
Examples:
  evenhand init
  evenhand init my-week.yaml
  evenhand init my-evening.yaml --kind rotation
`;

/** `evenhand init`: writes a commented scenario to start from. */
export function addInit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary('write a commented scenario to start from')
    .description('Writes a commented scenario to start from. A file that is there is never overwritten.')
    .argument('[file]', 'the file to write', 'scenario.yaml')
    .option('--kind <kind>', 'the kind of problem: loans or rotation', 'loans')
    .addHelpText('after', EXAMPLES)
    .action((file: string, { kind }: { kind: string }) => {
      writeNew(file, domainOf(kind).starter);
      io.out(`${shortPath(file)}\nNext: evenhand run ${shortPath(file)}\n`);
      finish(EXIT.done);
    });
}
