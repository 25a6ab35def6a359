import type { Command } from 'commander';
import type { DiffOptions } from '../actions/diff.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand diff la-week@41 la-week@42
  evenhand diff la-week@41 la-week@42 --to postgres
  evenhand diff la-week@42 runs/la-week/5bc4eef2e0cd8266
  evenhand diff runs/la-week/5bc4eef2e0cd8266 runs/la-week@one_each/4748fc651fffa22f --json
  evenhand diff published/la-week/000041.json published/la-week/000042.json

Exit code: 0 compared, whatever differs; 2 one of the two cannot be read.
`;

/** `evenhand diff`: what is new, dropped and moved between two schedules. */
export function addDiff(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('diff')
    .summary('compare two schedules: what is new, dropped, moved')
    .description('Compares two schedules of one kind, row by row: what is new, dropped, moved or kept.')
    .argument('<a>', 'the earlier one: the folder of a run, the file of a version, or NAME@VERSION')
    .argument('<b>', 'the later one')
    .option('--to <where>', 'where the versions of NAME@VERSION lie: a folder, or postgres', 'published')
    .option('--json', 'print every row of the comparison as JSON on stdout, and nothing else');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, options: DiffOptions) => {
      const { diff } = await import('../actions/diff.ts');
      finish(await diff(a, b, options, io));
    });
}
