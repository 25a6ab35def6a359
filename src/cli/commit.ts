import { type Command, InvalidArgumentError, Option } from 'commander';
import {
  type Diff,
  diffCounts,
  diffLines,
  diffVersions,
  emptyPlan,
  isSame,
  newestVersion,
  type Prepared,
  prepare,
  publicationFolder,
  publish,
  StaleBase,
  unpublishable,
  type Version,
} from '../commands.ts';
import { loadRun, type Problem, plural, printProblems, type Run, verifyRun, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';
import { refuseManyWeeks, versionName } from './plans.ts';

interface CommitOptions {
  readonly to: string;
  readonly base?: number;
  readonly publish?: true;
  readonly dryRun?: true;
  readonly verify: boolean;
  readonly json?: true;
}

const EXAMPLES = `
Examples:
  evenhand commit runs/la-week/5bc4eef2e0cd8266
  evenhand commit runs/la-week/5bc4eef2e0cd8266 --publish
  evenhand commit runs/la-week/5bc4eef2e0cd8266 --publish --base 41 --to /srv/published

Without --publish it shows what would change, and changes nothing. The run must be built on the newest version: --base,
else the newest. A scenario of rotation can say both itself: "commit: {mode: publish, base_version: 41}".

Exit code: 0 shown or published; 1 the base is stale, the audit failed or the run could not be repeated; 2 the run or
a version cannot be read; 3 the run has no schedule.
`;

/** How many rows of each sort are listed; `evenhand diff` lists all. */
const LISTED = 20;

/** `evenhand commit`: publishes the schedule of a run as a new version. */
export function addCommit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('commit')
    .summary('publish the schedule of a run as a new version; at first, show what would change')
    .description(
      'Repeats a run, shows what its schedule changes, and publishes it as a new version, whole or not at all.',
    )
    .argument('<run>', 'the folder of a run')
    .option('--to <folder>', 'where versions are published: <folder>/<scenario>/000042.json', 'published')
    .option('--base <version>', 'the version that the schedule is built on, 0 for none', versionNumber)
    .option('--publish', 'publish it')
    .addOption(new Option('--dry-run', 'only show what would change, whatever the scenario says').conflicts('publish'))
    .option('--no-verify', 'do not repeat the run first')
    .option('--json', 'print the outcome as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: CommitOptions) => finish(await commit(folder, options, io)));
}

function versionNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('it needs the number of a version, or 0 for none.');
  return Number(value);
}

async function commit(folder: string, options: CommitOptions, io: Io): Promise<ExitCode> {
  const run = await loadRun(folder);
  refuseManyWeeks(run);
  const problem = unpublishable(run) ?? (options.verify ? await notReproduced(folder) : undefined);
  if (problem) return refused(problem, hasSchedule(run) ? EXIT.failed : EXIT.noSchedule, io);
  try {
    return carryOut(run, folder, options, io);
  } catch (error) {
    if (!(error instanceof StaleBase)) throw error;
    return refused(error.problems[0]!, EXIT.failed, io);
  }
}

const hasSchedule = ({ status }: Run): boolean => status === 'optimal' || status === 'feasible';

async function notReproduced(folder: string): Promise<Problem | undefined> {
  const { passed, comparisons } = await verifyRun(folder);
  if (passed) return undefined;
  // Rows are published, not reports, which may have been drawn before a template changed.
  const different = comparisons.filter(({ what, same }) => !same && !what.endsWith('.html')).length;
  if (different === 0) return undefined;
  return {
    message: `not reproduced: ${different} of ${plural(comparisons.length, 'value')} and files differ; nothing was published`,
    place: { file: shortPath(folder) },
    maybe: `Maybe "evenhand verify ${shortPath(folder)}" shows why; run the scenario again and commit that run.`,
  };
}

function refused(problem: Problem, code: ExitCode, io: Io): ExitCode {
  io.err(`${printProblems([problem]).trimEnd()}\n`);
  return code;
}

function carryOut(run: Run, folder: string, options: CommitOptions, io: Io): ExitCode {
  const wish = wishOf(run);
  const root = options.to;
  const base = options.base ?? wish.base ?? newestVersion(root, run.name);
  const prepared = prepare(run, { root, base });
  // Compared before anything is written: what cannot be shown is not published.
  const changes = changesOf(prepared);
  const published = options.publish === true || (wish.publish && options.dryRun !== true);
  if (published) publish(run, { root, base });
  io.out(options.json ? jsonOf(changes, published) : textOf(changes, published, folder, options));
  return EXIT.done;
}

/** What the scenario itself says about publishing, where its kind has such settings. */
function wishOf(run: Run): { readonly publish: boolean; readonly base: number | undefined } {
  const commit = run.scenario.settings.commit;
  if (typeof commit !== 'object' || commit === null) return { publish: false, base: undefined };
  const { mode, base_version: base }: { mode?: unknown; base_version?: unknown } = commit;
  return { publish: mode === 'publish', base: typeof base === 'number' ? base : undefined };
}

interface Changes {
  readonly next: Version;
  readonly names: readonly [string, string];
  readonly diff: Diff;
}

function changesOf({ current, next }: Prepared): Changes {
  const names = [current ? versionName(current) : 'nothing', versionName(next)] as const;
  return { next, names, diff: diffVersions(current ?? emptyPlan(next), next, names) };
}

function jsonOf({ next, diff }: Changes, published: boolean): string {
  const { name, run, version, base } = next;
  return `${JSON.stringify({ published, name, run, version, base, ...diff }, null, 2)}\n`;
}

function textOf({ next, names, diff }: Changes, published: boolean, folder: string, options: CommitOptions): string {
  const where = shortPath(publicationFolder(options.to, next.name));
  const head = `${where}: ${published ? 'published' : 'would publish'} version ${next.version}`;
  const lines = [
    `${head} (${names.join(' → ')}: ${diffCounts(diff)})`,
    ...diffLines(diff, LISTED).map((line) => `  ${line}`),
  ];
  if (isSame(diff)) lines.push('  nothing changes');
  if (!published)
    lines.push(`Nothing was changed. Next: evenhand commit ${shortPath(folder)} --publish${again(options)}`);
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** The options that a publishing commit has to repeat. */
const again = ({ to, base }: CommitOptions): string =>
  (base === undefined ? '' : ` --base ${base}`) + (to === 'published' ? '' : ` --to ${to}`);
