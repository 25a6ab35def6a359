import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import {
  comparisonCsv,
  comparisonFolder,
  comparisonJson,
  isSaved,
  renderComparison,
  saveComparison,
} from '../commands.ts';
import {
  compareScenarios,
  loadRun,
  plural,
  Refusal,
  type Run,
  readScenario,
  renderReport,
  runFolder,
  type Scenario,
  saveRun,
  variantsOf,
} from '../index.ts';
import { comparisonSummary } from './compare-summary.ts';
import { EXIT, type ExitCode, gravest } from './exit.ts';
import { saveWithInteractive, withInteractive } from './interactive.ts';
import type { Io } from './io.ts';
import { collect } from './options.ts';
import { progress } from './progress.ts';

interface CompareOptions {
  readonly variant?: readonly string[];
  readonly allVariants?: true;
  readonly baseline?: string;
  readonly out: string;
  readonly json?: true;
  readonly csv?: true;
  readonly attribution: boolean;
  readonly interactive?: true;
}

const EXAMPLES = `
Examples:
  evenhand compare scenarios/loans/fairness.yaml
  evenhand compare scenarios/loans/la-week.yaml scenarios/loans/tight-budget.yaml
  evenhand compare scenarios/loans/la-week.yaml --variant one_each --variant local
  evenhand compare scenarios/loans/la-week.yaml@one_each scenarios/loans/tight-budget.yaml
  evenhand compare runs/la-week/5bc4eef2e0cd8266 scenarios/loans/la-week.yaml@local --baseline local
  evenhand compare scenarios/loans/fairness.yaml --baseline stepped --csv > fairness.csv
  evenhand compare scenarios/loans/fairness.yaml --interactive

What is compared: the folder of a run; a scenario file; or one variant as FILE@variant. A scenario file that is named
alone stands for itself and all its variants; beside others it stands for itself, with the variants that --variant or
--all-variants add. Where two to six settings differ, every mix of them is run, to tell which setting did how much.

Exit code: 0 done, 1 an audit failed, 2 bad scenario, data or arguments, 3 a scenario has no schedule.
`;

/** `evenhand compare`: several runs or scenarios side by side, and what differs between them. */
export function addCompare(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('compare')
    .summary('set runs or scenarios side by side and tell what differs')
    .description('Sets runs or scenarios side by side: what was asked, what was scheduled, what came of it, and why.')
    .argument('<run-or-scenario...>', 'folders of runs, scenario files, FILE@variant')
    .option('--variant <name>', 'with each scenario file also this variant of it; may be given several times', collect)
    .option('--all-variants', 'with each scenario file also every variant of it')
    .option('--baseline <name>', 'hold the others against this one; otherwise against the first')
    .option('--out <folder>', 'where runs and the comparison are written', 'runs')
    .option('--json', 'print the comparison as JSON on stdout, and nothing else')
    .option('--csv', 'print every measure as CSV on stdout, and nothing else')
    .option('--no-attribution', 'do not run the mixes that tell which setting did how much');
  withInteractive(command)
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: CompareOptions) => finish(await compareAll(words, options, io)));
}

async function compareAll(words: readonly string[], options: CompareOptions, io: Io): Promise<ExitCode> {
  if (options.json && options.csv)
    throw new Refusal([{ message: '--json and --csv each print one thing alone', maybe: 'Maybe give one of them.' }]);
  const given = await readAll(words, options);
  const line = progress('compare', io.watched && !options.json && !options.csv);
  try {
    const { runs, comparison } = await compareScenarios(given, {
      baseline: options.baseline,
      attribution: options.attribution,
      watch: () => line.watch,
      onMix: (mix, of, name) => line.watch.begin('mixes', `${name}: mix ${mix} of ${plural(of, 'mix', 'mixes')}`),
    });
    line.watch.begin('report', 'drawing reports');
    await keep(runs, given, options.out);
    const folder = comparisonFolder(comparison, options.out, options.variant ? undefined : onlyFile(words));
    const html = await renderComparison(comparison);
    const interactive = await saveWithInteractive(
      folder,
      io,
      () => saveComparison(comparison, html, folder),
      options.interactive && (() => renderComparison(comparison, { interactive: true })),
    );
    line.stop();
    if (options.json) io.out(comparisonJson(comparison));
    else if (options.csv) io.out(comparisonCsv(comparison));
    else io.out(comparisonSummary(comparison, interactive ?? join(folder, 'report.html'), io.colour));
    return gravest(runs.map(judge));
  } finally {
    line.stop();
  }
}

/** Every scenario is read before the first one runs. */
async function readAll(words: readonly string[], options: CompareOptions): Promise<readonly (Run | Scenario)[]> {
  const variantsFor = chooserOf(words, options);
  const problems: Refusal['problems'][number][] = [];
  const found: (Run | Scenario)[] = [];
  for (const word of words) {
    try {
      found.push(...(await read(word, variantsFor)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return found;
}

/** Which variants of a file are compared beside the file itself. */
type Chooser = (file: string) => readonly string[];

/** A file alone can only be held against its variants; of several, each is a scenario among others. */
function chooserOf(words: readonly string[], { variant, allVariants }: CompareOptions): Chooser {
  const option = variant ? '--variant' : '--all-variants';
  if ((variant || allVariants) && !words.some(isFile))
    throw new Refusal([
      { message: `${option} is for scenario files, and none is named`, maybe: 'Maybe leave it out, or name a file.' },
    ]);
  if (variant && allVariants)
    throw new Refusal([{ message: '--all-variants holds those of --variant', maybe: 'Maybe give one of them.' }]);
  if (variant) return () => variant;
  return allVariants || words.length === 1 ? variantsOf : () => [];
}

const isFile = (word: string): boolean => statSync(word, { throwIfNoEntry: false })?.isFile() === true;

async function read(word: string, variantsFor: Chooser): Promise<readonly (Run | Scenario)[]> {
  if (existsSync(word)) {
    if (statSync(word).isDirectory()) return [await loadRun(word)];
    return [undefined, ...variantsFor(word)].map((variant) => readScenario(word, { variant }));
  }
  const at = word.lastIndexOf('@');
  const file = word.slice(0, at);
  if (at > 0 && existsSync(file)) return [readScenario(file, { variant: word.slice(at + 1) })];
  const message = 'is neither the folder of a run nor a scenario file';
  const maybe = 'Maybe the path is relative to another folder; a variant is named as FILE@variant.';
  throw new Refusal([{ message, place: { file: word }, maybe }]);
}

/** Writes the folders of the runs that were made here. */
async function keep(runs: readonly Run[], given: readonly (Run | Scenario)[], root: string): Promise<void> {
  for (const [index, run] of runs.entries()) {
    const isNew = 'settings' in given[index]!;
    const whole = existsSync(join(runFolder(run, root), 'report.html')) && isSaved(run, root);
    if (isNew && !whole) await saveRun(run, await renderReport(run), root);
  }
}

/** The one scenario file that stands for the comparison, where nothing else was named. */
function onlyFile(words: readonly string[]): string | undefined {
  const [word] = words;
  return words.length === 1 && word !== undefined && isFile(word) ? word : undefined;
}

function judge({ status, audit }: Run): ExitCode {
  if (status !== 'optimal' && status !== 'feasible') return EXIT.noSchedule;
  return audit.passed ? EXIT.done : EXIT.failed;
}
