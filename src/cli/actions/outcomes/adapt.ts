import {
  adaptFile,
  adaptReport,
  type CycleOptions,
  cycleText,
  folderVersions,
  percent,
  type Replay,
  replay,
  replayLead,
  replayTable,
  visible,
  writeWhole,
} from '../../../index.ts';
import { EXIT, type ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { quoted } from '../../options.ts';
import { shortPath } from '../../paths.ts';
import { folded, wrapped } from '../../terminal/text.ts';

/** The options of `evenhand adapt`. */
export interface AdaptCommand extends Required<Pick<CycleOptions, 'goal' | 'tolerance'>> {
  readonly store: string;
  readonly dryRun?: true;
  readonly replay?: true;
  readonly report?: string;
  readonly json?: true;
}

const SEED = 42;

/** Runs one cycle, keeps its state, and tells each step. */
export async function adapt(file: string, options: AdaptCommand, io: Io): Promise<ExitCode> {
  const { store, goal, tolerance, dryRun = false } = options;
  const at = new Date().toISOString();
  const adapted = await adaptFile(file, { versions: folderVersions(store), goal, tolerance, dryRun, at });
  const { before, state, events, log, saved } = adapted;
  const [old, now] = [before, state].map(({ versions }) => versions.at(-1)!.parameters);
  const replayed = options.replay && replay(events, { before: old!, after: now!, seed: SEED });
  const more = replayed === undefined ? {} : { replay: replayed };
  if (options.report !== undefined)
    writeWhole(options.report, await adaptReport({ ...adapted, ...more, again: againText(file, options) }));
  if (options.json) {
    io.out(`${JSON.stringify({ log, parameters: now, saved, ...more }, null, 2)}\n`);
    return EXIT.done;
  }
  const { headline, steps } = cycleText(adapted);
  const where = saved ? `kept in ${shortPath(store)}` : dryRun ? 'dry run: nothing is kept' : 'nothing is kept';
  const lines = [
    ...wrapped(visible(`${headline}.`)),
    ...steps.flatMap(({ title, text }) => ['', title, ...wrapped(visible(text)).map((line) => `  ${line}`)]),
    ...(replayed === undefined ? [] : replayLines(replayed)),
    '',
    where,
    ...(options.report === undefined ? [] : [`report  ${shortPath(options.report)}`]),
    '',
  ];
  io.out(lines.join('\n'));
  return EXIT.done;
}

function replayLines(replayed: Replay): readonly string[] {
  const { columns, rows } = replayTable(replayed);
  const body = rows.map((row) => row.map((cell) => visible(String(cell))));
  const head = columns.map(({ label }) => label);
  return [
    '',
    'Replay',
    ...wrapped(visible(replayLead(replayed))).map((line) => `  ${line}`),
    ...folded([head, ...body], { first: 1, indent: '  ' }).flatMap((block) => ['', ...block]),
  ];
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
