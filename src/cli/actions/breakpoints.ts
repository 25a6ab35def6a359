import { join } from 'node:path';
import {
  breakpoints,
  breakpointsReport,
  breakpointsText,
  cellText,
  runFolder,
  visible,
  writeWhole,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { quoted } from '../options.ts';
import { shortPath } from '../paths.ts';
import { statusLine } from '../terminal/sweep-progress.ts';
import { folded, wrapped } from '../terminal/text.ts';

/** The options of `evenhand breakpoints`. */
export interface BreakpointsCommand extends KindOptions {
  readonly path: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly week?: number;
  readonly variant?: string;
  readonly set?: readonly string[];
  readonly out: string;
  readonly json?: true;
  readonly interactive?: true;
}

/** Finds the breakpoints, writes their folder, and shows them. */
export async function findBreakpoints(
  file: string,
  { out, json, interactive: wanted, ...options }: BreakpointsCommand,
  io: Io,
): Promise<ExitCode> {
  const kinds = await kindsOf(options);
  const line = await statusLine(options.path, io.watched && !json);
  try {
    const found = await breakpoints(file, {
      ...options,
      kinds,
      again: againText(file, { out, ...options }),
      watch: (value, solved) => line.draw(`${solved} solved, now ${value}`),
    });
    const { texts: _, ...record } = found;
    const text = `${JSON.stringify(record, null, 2)}\n`;
    const folder = runFolder(
      { name: found.name, id: options.week === undefined ? options.path : `${options.path}, week ${options.week}` },
      join(out, 'breakpoints'),
    );
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

function againText(
  file: string,
  { path, from, to, step, week, variant, set = [], kind = [], out }: BreakpointsCommand,
): string {
  const words = [
    ...['--path', path, '--from', String(from), '--to', String(to)],
    ...(step === 1 ? [] : ['--step', String(step)]),
    ...(week === undefined ? [] : ['--week', String(week)]),
    ...(variant === undefined ? [] : ['--variant', variant]),
    ...set.flatMap((setting) => ['--set', setting]),
    ...kind.flatMap((module) => ['--kind', module]),
    ...(out === 'runs' ? [] : ['--out', out]),
  ];
  return ['evenhand breakpoints', ...[file, ...words].map(quoted)].join(' ');
}

/** The finding, the steps, and where the report is. */
function textOf(found: Parameters<typeof breakpointsText>[0], report: string): string {
  const { headline, detail, table, same } = breakpointsText(found);
  const { columns, rows } = table;
  const head = columns.map(({ label }) => visible(label));
  const body = rows.map((row) => row.map((cell, index) => visible(cellText(cell, columns[index]!.type))));
  const said = [...wrapped(visible(`${headline}.`)), ...wrapped(visible(detail))];
  return [
    visible(`${found.title}: ${found.path}`),
    ...said,
    ...folded([head, ...body], { first: 2, indent: '  ' }).flatMap((block) => ['', ...block]),
    ...(same === '' ? [] : ['', ...wrapped(visible(same))]),
    '',
    `report  ${report}`,
    '',
  ].join('\n');
}
