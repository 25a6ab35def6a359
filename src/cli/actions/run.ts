import {
  alarmOf,
  changesSince,
  checkExpectations,
  domainOf,
  markRun,
  newestNow,
  Refusal,
  readScenario,
  renderReport,
  runFolder,
  runScenario,
  type Scenario,
  saveRun,
  sinceBaseline,
  toRecord,
  variantsOf,
  writeWhole,
} from '../../index.ts';
import { type Events, eventsTo } from '../events.ts';
import { EXIT, type ExitCode, explainError, gravest } from '../exit.ts';
import { type Extras, extrasIn, lostExtras, unanswered } from '../extras.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, type Kinds, kindsOf } from '../kinds.ts';
import { judge, type Outcome } from '../outcome.ts';
import { shortPath } from '../paths.ts';
import { progress } from '../terminal/progress.ts';
import { alarms, failures, summary } from '../terminal/summary.ts';
import { foundText, weekShown } from '../terminal/week.ts';

/** The options of `evenhand run`. */
export interface RunOptions extends Extras, KindOptions {
  readonly variant?: readonly string[];
  readonly allVariants?: true;
  readonly set?: readonly string[];
  readonly out: string;
  readonly published: string;
  readonly json?: true;
  readonly export?: string;
  readonly quiet?: true;
  /** A share; true: the limit of the scenario. */
  readonly alert?: number | true;
  readonly events?: string;
  readonly interactive?: true;
  readonly print?: true;
  readonly alternatives?: number;
  readonly differBy?: number;
  readonly within?: number;
}

/** Runs every scenario of the files, writes the run folders, tells of events, and shows the outcomes. */
export async function run(files: readonly string[], options: RunOptions, io: Io): Promise<ExitCode> {
  if (options.events === '-' && options.json)
    throw refused('--events - and --json both write to stdout', 'Maybe --events events.jsonl.');
  const events = eventsTo(options.events, io);
  try {
    return await runAll(files, options, events, io);
  } catch (error) {
    if (error instanceof Refusal) {
      events.refused(undefined, error.problems);
      events.ended(0, EXIT.refused);
    }
    throw error;
  } finally {
    events.close();
  }
}

async function runAll(files: readonly string[], options: RunOptions, events: Events, io: Io): Promise<ExitCode> {
  const kinds = await kindsOf(options);
  const scenarios = readAll(files, options, kinds);
  if (options.alert !== undefined) needAlert(scenarios, options.alert, kinds);
  if (options.print) needWeek(scenarios, kinds, events.onOut);
  const model = modelFormat(options.export, scenarios.length);
  const outcomes: Outcome[] = [];
  const codes: ExitCode[] = [];
  for (const [at, scenario] of scenarios.entries()) {
    try {
      const count = scenarios.length > 1 ? `${at + 1} of ${scenarios.length}: ` : '';
      events.begun(scenario.name, scenario.kind, scenario.file);
      const outcome = await runOne(scenario, { ...options, kinds, count, model, events }, io);
      events.finished(outcome);
      outcomes.push(outcome);
      codes.push(judge(outcome));
    } catch (error) {
      // One scenario with unusable data does not keep the others from running.
      if (!(error instanceof Refusal)) throw error;
      events.refused(scenario.name, error.problems);
      codes.push(explainError(error, io));
    }
  }
  const code = gravest(codes);
  events.ended(scenarios.length, code);
  show(outcomes, scenarios.length, { ...options, kinds, quiet: options.quiet || events.onOut }, io);
  return code;
}

/** An alarm that would never be raised must not be relied on: asked for in vain, it is refused. */
function needAlert(scenarios: readonly Scenario[], asked: number | true, kinds: Kinds): void {
  for (const { kind, settings } of scenarios) {
    const { alert } = domainOf(kind, kinds);
    if (alert === undefined)
      throw refused(
        `--alert: the kind ${kind} watches nothing for an alert`,
        'Maybe say what must hold with "expect".',
      );
    if (asked === true && alert.limit?.(settings) === undefined)
      throw refused(`--alert: no limit of "${alert.label}" is set in the scenario`, 'Maybe --alert 5%.');
  }
}

/** Nothing would be printed where a kind has no text, or where stdout is for events alone. */
function needWeek(scenarios: readonly Scenario[], kinds: Kinds, onOut: boolean): void {
  if (onOut) throw refused('--events - and --print both write to stdout', 'Maybe --events events.jsonl.');
  for (const { kind } of scenarios)
    if (domainOf(kind, kinds).week === undefined)
      throw refused(`--print: schedules of the kind ${kind} cannot be shown as text`, 'Maybe look at the report.');
}

/** The options that ask for other schedules, as the settings that they stand for. */
function alternativesSet({ alternatives, differBy, within }: RunOptions): readonly string[] {
  const settings = { count: alternatives, differ_by: differBy, within };
  return Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [`alternatives.${name}=${value}`],
  );
}

/** Every scenario is read before the first one runs, so that a misspelt name does not wait for a solver. */
function readAll(files: readonly string[], options: RunOptions, kinds: Kinds): Scenario[] {
  const { variant = [], allVariants } = options;
  const set = [...(options.set ?? []), ...alternativesSet(options)];
  const problems: Refusal['problems'][number][] = [];
  const scenarios = files.flatMap((file) => {
    try {
      const variants = allVariants ? [undefined, ...variantsOf(file)] : variant.length > 0 ? variant : [undefined];
      return variants.map((name) =>
        readScenario(file, { set, kinds, ...(name === undefined ? {} : { variant: name }) }),
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems);
  return scenarios;
}

type ModelFormat = 'mps' | 'lp';

function modelFormat(file: string | undefined, runs: number): ModelFormat | undefined {
  if (file === undefined) return undefined;
  const format = /\.(mps|lp)$/.exec(file)?.[1];
  if (format === undefined)
    throw refused(`--export ${file}: the name ends in neither .mps nor .lp`, 'Maybe model.mps.');
  if (runs > 1)
    throw refused(`--export writes one model, and this is ${runs} runs`, 'Maybe run one variant at a time.');
  return format as ModelFormat;
}

function refused(message: string, maybe: string): Refusal {
  return new Refusal([{ message, maybe }]);
}

interface Running extends Omit<RunOptions, 'events'> {
  readonly kinds: Kinds;
  /** "2 of 3: ", where there are several. */
  readonly count: string;
  readonly model: ModelFormat | undefined;
  readonly events: Events;
}

async function runOne(scenario: Scenario, options: Running, io: Io): Promise<Outcome> {
  const { kinds, published, model, events, alert } = options;
  // Looked at before the search begins: what is published while it lasts is not known to it.
  const newest = await newestNow(scenario.name, published);
  const watched = io.watched && !options.json && !options.quiet;
  const line = await progress(options.count + scenario.name, watched);
  try {
    const found = await runScenario(scenario, {
      watch: events.watch(scenario.name, line.watch),
      kinds,
      week: options.week,
      ...(model === undefined ? {} : { exportModel: model }),
      ...(options.ties && { ties: true }),
      ...(options.prices !== undefined && { prices: options.prices }),
      ...(options.explain !== undefined && { explain: options.explain }),
      ...(options.print && {
        onSolution: (found) => line.aside(() => io.out(foundText(found, scenario, { kinds, columns: io.columns }))),
      }),
    });
    const schedules = await changesSince(found, { root: published, kinds });
    const figures = sinceBaseline(found, kinds);
    const since = [...schedules, ...(figures === undefined ? [] : [figures])];
    const known = found.weeks === undefined && newest !== undefined && { newest };
    const run = { ...found, ...(since.length > 0 && { since }), ...known };
    const left = unanswered(run, options);
    if (left !== undefined) io.err(left);
    if (run.model !== undefined && options.export !== undefined) writeWhole(options.export, run.model);
    line.watch.begin('report', 'drawing the report');
    const folder = runFolder(run, options.out);
    const html = await renderReport(run, { kinds });
    const draw = options.interactive && (() => renderReport(run, { interactive: true, kinds }));
    const before = extrasIn(folder);
    const interactive = await saveWithInteractive(folder, io, () => saveRun(run, html, options.out), draw);
    markRun(folder, Date.now() / 1000);
    const lost = lostExtras(folder, before);
    if (lost !== undefined) io.err(lost);
    const expectations = checkExpectations(run, scenario.expect, kinds);
    const alarm = alarmOf(run, { kinds, limit: alert === true ? undefined : alert });
    return {
      ...{ run, folder, expectations },
      ...(interactive !== undefined && { interactive }),
      ...(alarm !== undefined && { alarm }),
      ...(alert !== undefined && { watched: true }),
    };
  } finally {
    line.stop();
  }
}

interface Showing {
  readonly kinds: Kinds;
  readonly json?: true | undefined;
  readonly quiet?: boolean | undefined;
  readonly print?: true | undefined;
}

function show(outcomes: readonly Outcome[], runs: number, { json, quiet, print, kinds }: Showing, io: Io): void {
  // A single run that was refused has nothing to print: why stands on stderr.
  if (runs === 1 && outcomes.length === 0) return;
  if (json) {
    const records = outcomes.map(({ run, folder, expectations, alarm }) => ({
      ...toRecord(run),
      folder: shortPath(folder),
      expectations,
      ...(alarm !== undefined && { alert: alarm }),
    }));
    io.out(`${JSON.stringify(runs === 1 ? records[0] : records, null, 2)}\n`);
  } else if (quiet) {
    for (const line of outcomes.flatMap((outcome) => failures(outcome))) io.err(`${line}\n`);
  } else if (outcomes.length > 0) {
    const [{ run, folder }] = outcomes as [Outcome];
    // What was printed as it was found is not printed again.
    const week = runs === 1 && !print ? weekShown(run, folder, { kinds, columns: io.columns }) : '';
    io.out(week + summary(outcomes, io.colour, io.columns));
  }
  // The summary has the line already; whoever reads JSON, events or nothing is told why the exit code is 4.
  if (json || quiet) for (const line of outcomes.flatMap(raisedOnes)) io.err(`${line}\n`);
}

const raisedOnes = (outcome: Outcome): readonly string[] =>
  outcome.watched && outcome.alarm?.raised ? alarms(outcome) : [];
