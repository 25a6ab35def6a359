import type { Command } from 'commander';
import { diffCounts, diffLines, diffVersions } from '../commands.ts';
import { visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { findPlan } from './plans.ts';

const EXAMPLES = `
Examples:
  evenhand diff la-week@41 la-week@42
  evenhand diff la-week@42 runs/la-week/5bc4eef2e0cd8266
  evenhand diff runs/la-week/5bc4eef2e0cd8266 runs/la-week@one_each/4748fc651fffa22f --json
  evenhand diff published/la-week/000041.json published/la-week/000042.json

Exit code: 0 compared, whatever differs; 2 one of the two cannot be read.
`;

/** `evenhand diff`: what is new, dropped and moved between two schedules. */
export function addDiff(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('diff')
    .summary('compare two schedules: what is new, dropped, moved')
    .description('Compares two schedules of one kind, row by row: what is new, dropped, moved or kept.')
    .argument('<a>', 'the earlier one: the folder of a run, the file of a version, or NAME@VERSION')
    .argument('<b>', 'the later one')
    .option('--to <folder>', 'where the versions of NAME@VERSION lie', 'published')
    .option('--json', 'print every row of the comparison as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (a: string, b: string, { to, json }: { to: string; json?: true }) => {
      const [from, into] = [await findPlan(a, to), await findPlan(b, to)];
      const names = [from.name, into.name] as const;
      const diff = diffVersions(from.plan, into.plan, names);
      const lines = [`${names.join(' → ')}: ${diffCounts(diff)}`, ...diffLines(diff).map((line) => `  ${line}`)];
      io.out(json ? `${JSON.stringify({ from: names[0], to: names[1], ...diff }, null, 2)}\n` : text(lines));
      finish(EXIT.done);
    });
}

const text = (lines: readonly string[]): string => lines.map((line) => `${visible(line)}\n`).join('');
