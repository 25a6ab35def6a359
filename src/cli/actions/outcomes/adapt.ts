import { adaptFile, adaptReport, cycleText, percent, type ResultTable, visible, writeWhole } from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { quoted } from '../../options.ts';
import { shortPath } from '../../paths.ts';
import { folded, wrapped } from '../../terminal/text.ts';

type Adapted = Awaited<ReturnType<typeof adaptFile>>;

/** The options of `evenhand adapt`. */
export interface AdaptCommand {
  readonly goal: Adapted['goal'];
  readonly tolerance: number;
  readonly store: string;
  readonly dryRun?: true;
  readonly replay?: true;
  readonly report?: string;
  readonly json?: true;
}

/** Runs one cycle, keeps its state, and tells each step. */
export async function adapt(file: string, options: AdaptCommand, io: Io): Promise<ExitCode> {
  const { report, json, ...asked } = options;
  const adapted = await adaptFile(file, { ...asked, at: new Date().toISOString() });
  if (report !== undefined) writeWhole(report, await adaptReport({ ...adapted, again: againText(file, options) }));
  io.out(json ? jsonOf(adapted) : textOf(adapted, options));
  return EXIT.done;
}

function jsonOf({ log, state, saved, replay }: Adapted): string {
  const { version, parameters } = state.versions.at(-1)!;
  return `${JSON.stringify({ log, version, parameters, saved, ...(replay && { replay }) }, null, 2)}\n`;
}

function textOf(adapted: Adapted, { store, dryRun, report }: AdaptCommand): string {
  const { headline, steps, replay } = cycleText(adapted);
  const where = adapted.saved ? `kept    ${shortPath(store)}` : dryRun ? 'dry run: nothing is kept' : 'nothing is kept';
  return [
    ...wrapped(visible(`${headline}.`)),
    ...steps.flatMap(({ title, text }) => ['', title, ...indented(text)]),
    ...(replay === undefined ? [] : ['', 'Replay', ...indented(replay.lead), ...tableLines(replay.table)]),
    '',
    where,
    ...(report === undefined ? [] : [`report  ${shortPath(report)}`]),
    '',
  ].join('\n');
}

const indented = (text: string): readonly string[] => wrapped(visible(text)).map((line) => `  ${line}`);

function tableLines({ columns, rows }: ResultTable): readonly string[] {
  const head = columns.map(({ label }) => label);
  const body = rows.map((row) => row.map((cell) => visible(String(cell))));
  return folded([head, ...body], { first: 1, indent: '  ', left: [0] }).flatMap((block) => ['', ...block]);
}

function againText(file: string, { store, goal, tolerance, dryRun, replay: wanted, report }: AdaptCommand): string {
  const words = [
    ...['--store', store, '--goal', goal, '--tolerance', percent(tolerance)],
    ...(dryRun ? ['--dry-run'] : []),
    ...(wanted ? ['--replay'] : []),
    ...(report === undefined ? [] : ['--report', report]),
  ];
  return ['evenhand adapt', ...[file, ...words].map(quoted)].join(' ');
}
