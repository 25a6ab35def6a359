import {
  diffCounts,
  diffLines,
  findRun,
  loadRun,
  type Problem,
  plural,
  prepare,
  printProblems,
  publicationPlace,
  publish,
  Refusal,
  type Run,
  refuseManyWeeks,
  runBegun,
  StaleBase,
  unpublishable,
  verifyRun,
  visible,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, type Kinds, kindsOf } from '../kinds.ts';
import { quoted } from '../options.ts';
import { shortPath } from '../paths.ts';
import { diffLine } from '../terminal/text.ts';

/** The options of `evenhand commit`. */
export interface CommitOptions extends KindOptions {
  readonly to: string;
  readonly base?: number;
  readonly as?: string;
  readonly publish?: true;
  readonly dryRun?: true;
  readonly verify: boolean;
  readonly unproven?: true;
  readonly json?: true;
}

/** How many rows of each sort are listed; `evenhand diff` lists all. */
const LISTED = 20;

/** Shows what publishing the run would change, and publishes it where that is wanted. */
export async function commit(word: string, options: CommitOptions, io: Io): Promise<ExitCode> {
  const folder = findRun(word);
  const kinds = await kindsOf(options);
  const run = named(await loadRun(folder), options.as);
  refuseManyWeeks(run);
  const problem = unpublishable(run, options.unproven) ?? (await notReproduced(run, folder, { ...options, kinds }));
  if (problem) return refused(problem, hasSchedule(run) ? EXIT.failed : EXIT.noSchedule, io);
  try {
    return await carryOut(run, folder, { ...options, kinds }, io);
  } catch (error) {
    if (!(error instanceof StaleBase)) throw error;
    return refused(error.problems[0]!, EXIT.failed, io);
  }
}

/** The run under the name that its versions are to have: a variant may be published as the scenario itself. */
function named(run: Run, name: string | undefined): Run {
  if (name === undefined) return run;
  if (/^[\p{L}\p{N}_][\p{L}\p{N}_.@-]*$/u.test(name) && !/@\d+$/.test(name)) return { ...run, name };
  const message = `--as ${quoted(name)}: a name has letters, digits, "_", "-", "." and "@" only, and no number after "@"`;
  throw new Refusal([{ message, maybe: `Maybe --as ${run.name.replace(/@.*$/, '')}.` }]);
}

const hasSchedule = ({ status }: Run): boolean => status === 'optimal' || status === 'feasible';

async function notReproduced(run: Run, folder: string, { verify, kinds }: Publishing): Promise<Problem | undefined> {
  // What the clock stopped cannot be repeated.
  if (!verify || !run.audit.passed) return undefined;
  const { passed, comparisons } = await verifyRun(folder, kinds);
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

interface Publishing extends CommitOptions {
  readonly kinds: Kinds;
}

async function carryOut(run: Run, folder: string, options: Publishing, io: Io): Promise<ExitCode> {
  const { kinds } = options;
  const wish = wishOf(run);
  const root = options.to;
  // Compared before anything is written: what cannot be shown is not published.
  const { unproven } = options;
  const changes = await prepare(run, {
    root,
    kinds,
    unproven,
    base: options.base ?? wish.base,
    begun: runBegun(folder),
  });
  // A version that says what the one before it says would only have to be read again.
  const idle = changes.same && changes.next.base > 0;
  const wanted = options.publish === true || (wish.publish && options.dryRun !== true);
  const published = wanted && !idle;
  if (published) await publish(run, { root, kinds, unproven, base: changes.next.base });
  io.out(
    options.json
      ? jsonOf(changes, published)
      : idle
        ? idleText(changes, options)
        : textOf(changes, published, folder, options),
  );
  return EXIT.done;
}

/** What the scenario itself says about publishing, where its kind has such settings. */
function wishOf(run: Run): { readonly publish: boolean; readonly base: number | undefined } {
  const commit = run.scenario.settings.commit;
  if (typeof commit !== 'object' || commit === null) return { publish: false, base: undefined };
  const { mode, base_version: base }: { mode?: unknown; base_version?: unknown } = commit;
  return { publish: mode === 'publish', base: typeof base === 'number' ? base : undefined };
}

type Changes = Awaited<ReturnType<typeof prepare>>;

function jsonOf({ next, diff }: Changes, published: boolean): string {
  const { name, run, version, base } = next;
  return `${JSON.stringify({ published, name, run, version, base, ...diff }, null, 2)}\n`;
}

function idleText({ next, names, diff }: Changes, { to }: CommitOptions): string {
  const where = visible(placeText(to, next.name));
  return `${where}: nothing changes (${diffCounts(diff)}): ${visible(names[0])} has these rows already. Nothing was published.\n`;
}

function textOf({ next, names, diff }: Changes, published: boolean, folder: string, options: CommitOptions): string {
  const where = placeText(options.to, next.name);
  const head = `${where}: ${published ? 'published' : 'would publish'} version ${next.version}`;
  const lines = [`${head} (${names.join(' → ')}: ${diffCounts(diff)})`, ...diffLines(diff, LISTED).flatMap(diffLine)];
  if (!published)
    lines.push(`Nothing was changed. Next: evenhand commit ${shortPath(folder)} --publish${again(options)}`);
  return lines.map((line) => `${visible(line)}\n`).join('');
}

/** Where the versions of a scenario are. */
function placeText(to: string, name: string): string {
  const { where, isFolder } = publicationPlace(to, name);
  return isFolder ? shortPath(where) : where;
}

/** The options that a publishing commit has to repeat. */
const again = ({ to, as, base, kind = [] }: CommitOptions): string =>
  (as === undefined ? '' : ` --as ${quoted(as)}`) +
  (base === undefined ? '' : ` --base ${base}`) +
  (to === 'published' ? '' : ` --to ${to}`) +
  kind.map((module) => ` --kind ${quoted(module)}`).join('');
