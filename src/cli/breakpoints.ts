import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { breakpointsReport } from '../commands.ts';
import { breakpoints, breakpointsTable, cellText, runFolder, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { writeWhole } from './files.ts';
import { saveWithInteractive, withInteractive } from './interactive.ts';
import type { Io } from './io.ts';
import { collect, quoted } from './options.ts';
import { shortPath } from './paths.ts';
import { statusLine } from './sweep-progress.ts';
import { aligned } from './text.ts';

interface BreakpointsCommand {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly variant?: string;
  readonly set?: readonly string[];
  readonly out: string;
  readonly json?: true;
  readonly interactive?: true;
}

const EXAMPLES = `
Examples:
  evenhand breakpoints scenarios/loans/la-week.yaml --path rules.fairness.penalty --from 0 --to 800
  evenhand breakpoints scenarios/loans/la-week.yaml --path weights.rank --from 0 --to 2 --step 0.1
  evenhand breakpoints scenarios/loans/la-week.yaml --path rules.fairness.penalty --from 0 --to 800 --interactive

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
  withInteractive(command)
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: BreakpointsCommand) => finish(await find(file, options, io)));
}

function number(value: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(value)) throw new InvalidArgumentError('it needs a number.');
  return Number(value);
}

async function find(
  file: string,
  { out, json, interactive: wanted, ...options }: BreakpointsCommand,
  io: Io,
): Promise<ExitCode> {
  const line = statusLine(options.path, io.watched && !json);
  try {
    const found = await breakpoints(file, {
      ...options,
      again: againText(file, { out, ...options }),
      watch: (value, solved) => line.draw(`${solved} solved, now ${value}`),
    });
    const { texts: _, ...record } = found;
    const text = `${JSON.stringify(record, null, 2)}\n`;
    const folder = runFolder({ name: found.name, id: options.path }, join(out, 'breakpoints'));
    writeWhole(join(folder, 'breakpoints.json'), text);
    const html = await breakpointsReport(found);
    const interactive = await saveWithInteractive(
      folder,
      io,
      () => writeWhole(join(folder, 'report.html'), html),
      wanted && (() => breakpointsReport(found, { interactive: true })),
    );
    line.stop();
    io.out(json ? text : textOf(found, shortPath(interactive ?? join(folder, 'report.html'))));
    return EXIT.done;
  } finally {
    line.stop();
  }
}

function againText(file: string, { path, from, to, step, variant, set = [], out }: BreakpointsCommand): string {
  const words = [
    ...['--path', path, '--from', String(from), '--to', String(to)],
    ...(step === 1 ? [] : ['--step', String(step)]),
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...set.flatMap((setting) => ['--set', setting]),
    ...(out === 'runs' ? [] : ['--out', out]),
  ];
  return ['evenhand breakpoints', ...[file, ...words].map(quoted)].join(' ');
}

function textOf(found: Parameters<typeof breakpointsTable>[0], report: string): string {
  const { columns, rows } = breakpointsTable(found);
  const body = rows.map((row) => row.map((cell, index) => visible(cellText(cell, columns[index]!.type))));
  const head = columns.map(({ name }) => name);
  const right = columns.map((_, index) => index);
  return [
    visible(`${found.title}: ${found.path}`),
    ...aligned([head, ...body], right).map((line) => `  ${line}`),
    `report  ${report}`,
    '',
  ].join('\n');
}
