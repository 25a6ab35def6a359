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
import type { Io } from './io.ts';
import { progress } from './progress.ts';

interface CompareOptions {
  readonly baseline?: string;
  readonly out: string;
  readonly json?: true;
  readonly csv?: true;
  readonly attribution: boolean;
}

const EXAMPLES = `
Examples:
  evenhand compare scenarios/loans/fairness.yaml
  evenhand compare scenarios/loans/la-week.yaml@one_each scenarios/loans/tight-budget.yaml
  evenhand compare runs/la-week/5bc4eef2e0cd8266 scenarios/loans/la-week.yaml@local --baseline local
  evenhand compare scenarios/loans/fairness.yaml --baseline stepped --csv > fairness.csv

What is compared: the folder of a run; a scenario file, which stands for itself and all its variants; or one variant as
FILE@variant. Where two to six settings differ, every mix of them is run, to tell which setting did how much.

Exit code: 0 done, 1 an audit failed, 2 bad scenario, data or arguments, 3 a scenario has no schedule.
`;

/** `evenhand compare`: several runs or scenarios side by side, and what differs between them. */
export function addCompare(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('compare')
    .summary('set runs or scenarios side by side and tell what differs')
    .description('Sets runs or scenarios side by side: what was asked, what was scheduled, what came of it, and why.')
    .argument('<run-or-scenario...>', 'folders of runs, scenario files, FILE@variant')
    .option('--baseline <name>', 'hold the others against this one; otherwise against the first')
    .option('--out <folder>', 'where runs and the comparison are written', 'runs')
    .option('--json', 'print the comparison as JSON on stdout, and nothing else')
    .option('--csv', 'print every measure as CSV on stdout, and nothing else')
    .option('--no-attribution', 'do not run the mixes that tell which setting did how much')
    .addHelpText('after', EXAMPLES)
    .action(async (words: readonly string[], options: CompareOptions) => finish(await compareAll(words, options, io)));
}

async function compareAll(words: readonly string[], options: CompareOptions, io: Io): Promise<ExitCode> {
  if (options.json && options.csv)
    throw new Refusal([{ message: '--json and --csv each print one thing alone', maybe: 'Maybe give one of them.' }]);
  const given = await readAll(words);
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
    const folder = comparisonFolder(comparison, options.out, onlyFile(words));
    saveComparison(comparison, await renderComparison(comparison), folder);
    line.stop();
    if (options.json) io.out(comparisonJson(comparison));
    else if (options.csv) io.out(comparisonCsv(comparison));
    else io.out(comparisonSummary(comparison, folder, io.colour));
    return gravest(runs.map(judge));
  } finally {
    line.stop();
  }
}

/** Every scenario is read before the first one runs. */
async function readAll(words: readonly string[]): Promise<readonly (Run | Scenario)[]> {
  const problems: Refusal['problems'][number][] = [];
  const found: (Run | Scenario)[] = [];
  for (const word of words) {
    try {
      found.push(...(await read(word)));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return found;
}

async function read(word: string): Promise<readonly (Run | Scenario)[]> {
  if (existsSync(word)) {
    if (statSync(word).isDirectory()) return [await loadRun(word)];
    return [undefined, ...variantsOf(word)].map((variant) => readScenario(word, { variant }));
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
  return words.length === 1 && word !== undefined && statSync(word, { throwIfNoEntry: false })?.isFile()
    ? word
    : undefined;
}

function judge({ status, audit }: Run): ExitCode {
  if (status !== 'optimal' && status !== 'feasible') return EXIT.noSchedule;
  return audit.passed ? EXIT.done : EXIT.failed;
}
