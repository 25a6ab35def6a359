import type { Command } from 'commander';
import type { VerifyOptions } from '../actions/verify.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand verify runs/la-week/5bc4eef2e0cd8266
  evenhand verify runs/la-week/5bc4eef2e0cd8266 --json

Exit code: 0 the same, 1 something differs, 2 the run, its scenario or its data cannot be read.
`;

/** `evenhand verify`: runs a stored run again and compares. */
export function addVerify(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('verify')
    .summary('run a stored run again and compare every hash, number and file')
    .description('Runs a stored run again from its resolved scenario and compares every hash, number and CSV file.')
    .argument('<run>', 'the folder of a run, or NAME@latest')
    .option('--json', 'print every comparison as JSON on stdout, and nothing else');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: VerifyOptions) => {
      const { verify } = await import('../actions/verify.ts');
      finish(await verify(folder, options, io));
    });
}
