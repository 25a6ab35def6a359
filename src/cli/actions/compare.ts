import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  compareScenarios,
  comparisonCsv,
  comparisonFolder,
  findRun,
  keepRuns,
  loadRun,
  markRun,
  namesRun,
  plural,
  Refusal,
  type Run,
  readScenario,
  renderComparison,
  runFolder,
  type Scenario,
  saveComparison,
  variantsOf,
  visible,
} from '../../index.ts';
import { EXIT, type ExitCode, gravest } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, type Kinds, kindsOf } from '../kinds.ts';
import { comparisonSummary } from '../terminal/compare-summary.ts';
import { numbered, progress } from '../terminal/progress.ts';

/** The options of `evenhand compare`. */
export interface CompareOptions extends KindOptions {
  readonly variant?: readonly string[];
  readonly allVariants?: true;
  readonly baseline?: string;
  readonly out: string;
  readonly json?: true;
  readonly csv?: true;
  readonly attribution: boolean;
  readonly interactive?: true;
}

/** Compares all that the words name, writes the folder of the comparison, and shows it. */
export async function compare(words: readonly string[], options: CompareOptions, io: Io): Promise<ExitCode> {
  if (options.json && options.csv)
    throw new Refusal([{ message: '--json and --csv each print one thing alone', maybe: 'Maybe give one of them.' }]);
  const kinds = await kindsOf(options);
  const given = await readAll(words, options, kinds);
  const toRun = given.filter((one) => 'settings' in one).length;
  const noted = new Set<string>();
  let begun = 0;
  const line = await progress('compare', io.watched && !options.json && !options.csv);
  try {
    const { runs, comparison } = await compareScenarios(given, {
      kinds,
      baseline: options.baseline,
      attribution: options.attribution,
      watch: () => {
        begun += 1;
        return numbered(line.watch, toRun > 1 ? `run ${begun} of ${toRun}: ` : '');
      },
      onMix: (mix, of, name) => {
        if (of >= MANY_MIXES && !noted.has(name)) io.err(mixesNote(name, of));
        noted.add(name);
        line.watch.begin('mixes', `${name}: mix ${mix} of ${plural(of, 'mix', 'mixes')}`);
      },
    });
    line.watch.begin('report', 'drawing reports');
    // Runs that were named by their folders lie there already.
    const own = runs.filter((_, index) => 'settings' in given[index]!);
    await keepRuns(own, options.out, kinds);
    for (const run of own) markRun(runFolder(run, options.out), Date.now() / 1000);
    const folder = comparisonFolder(comparison, options.out, options.variant ? undefined : onlyFile(words));
    const html = await renderComparison(comparison);
    const interactive = await saveWithInteractive(
      folder,
      io,
      () => saveComparison(comparison, html, folder),
      options.interactive && (() => renderComparison(comparison, { interactive: true })),
    );
    line.stop();
    if (options.json) io.out(`${JSON.stringify(comparison, null, 2)}\n`);
    else if (options.csv) io.out(comparisonCsv(comparison));
    else io.out(comparisonSummary(comparison, interactive ?? join(folder, 'report.html'), io.colour, io.columns));
    return gravest(runs.map(judge));
  } finally {
    line.stop();
  }
}

/** So many runs beside those that are compared are worth a line before they begin. */
const MANY_MIXES = 16;

/** Two of the mixes are the scenarios themselves. */
const mixesNote = (name: string, mixes: number): string =>
  `note: to tell which setting did how much, ${visible(name)} takes up to ${mixes - 2} more runs; --no-attribution leaves them out\n`;

/** Every scenario is read before the first one runs. */
async function readAll(
  words: readonly string[],
  options: CompareOptions,
  kinds: Kinds,
): Promise<readonly (Run | Scenario)[]> {
  const variantsFor = chooserOf(words, options);
  const problems: Refusal['problems'][number][] = [];
  const found: (Run | Scenario)[] = [];
  for (const word of words) {
    try {
      found.push(...(await read(word, variantsFor, kinds)));
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

const isFolder = (word: string): boolean => statSync(word).isDirectory();

const isFile = (word: string): boolean => statSync(word, { throwIfNoEntry: false })?.isFile() === true;

async function read(word: string, variantsFor: Chooser, kinds: Kinds): Promise<readonly (Run | Scenario)[]> {
  if (existsSync(word)) {
    if (statSync(word).isDirectory()) return [await loadRun(word)];
    return [undefined, ...variantsFor(word)].map((variant) => readScenario(word, { variant, kinds }));
  }
  const at = word.lastIndexOf('@');
  const file = word.slice(0, at);
  if (at > 0 && existsSync(file) && !(namesRun(word) && isFolder(file)))
    return [readScenario(file, { variant: word.slice(at + 1), kinds })];
  if (namesRun(word)) return [await loadRun(findRun(word))];
  const message = 'is neither the folder of a run nor a scenario file';
  const maybe = 'Maybe the path is relative to another folder; a variant is named as FILE@variant.';
  throw new Refusal([{ message, place: { file: word }, maybe }]);
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
