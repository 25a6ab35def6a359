import { domains } from './domains/index.ts';
import { runWithExtras } from './explore/extras.ts';
import { openSession as open, type Session } from './explore/session.ts';
import { exportModel } from './kernel/solve.ts';
import { nearest } from './nearest.ts';
import type { Domain } from './pipeline/domain.ts';
import type { runStages } from './pipeline/run.ts';
import { silent, type Watch } from './pipeline/stage.ts';
import { Refusal } from './problem.ts';
import { leftOutSection } from './report/left-out.ts';
import type { ReportOptions } from './report/live.ts';
import type { Page } from './report/page.ts';
import { renderReport as render } from './report/render.ts';
import { type Prepared, type PublishOptions, prepareVersion, publishRun } from './runs/publish.ts';
import { type Plan, planOf as plan, type Version } from './runs/publish-version.ts';
import type { RunRecord } from './runs/record.ts';
import type { Run } from './runs/run.ts';
import { type Verification, verifyRun as verify } from './runs/verify.ts';
import { readChain } from './scenario/extends.ts';
import { schemaOf } from './scenario/general.ts';
import { variantsOf as variantsIn } from './scenario/overrides.ts';
import { type ReadOptions, type ReadScenario, readScenario as read } from './scenario/read.ts';
import type { Scenario, Settings } from './scenario/scenario.ts';
import type { Data } from './tables/table.ts';
import { isWeekly, oneWeek } from './weeks/look-ahead.ts';
import { runWeeks } from './weeks/run.ts';

/**
 * What to do beside running.
 *
 * @example
 * const { ranges } = await runScenario(readScenario('scenarios/rotation/prime-evening.yaml'), { ties: true });
 * ranges?.placed // { least: 12, most: 12, exact: true }
 * ranges?.moved // { least: 6, most: 7, exact: true }
 */
export interface RunOptions {
  /** Told of each stage as it begins and ends. */
  readonly watch?: Watch;
  /** The tables, where they were read before from the same source. */
  readonly data?: Data | undefined;
  /** Also give the whole model as text, for any other solver. */
  readonly exportModel?: 'mps' | 'lp';
  /** Also find how far each metric can move at the same net score. */
  readonly ties?: boolean;
  /** Also find what loosening each of so many limits would bring. */
  readonly prices?: number;
  /** Also find, for so many of those to whom the schedule gives nothing, what their best chance would cost. */
  readonly explain?: number;
}

/**
 * The domain of a kind of scenario.
 *
 * @throws Refusal for a kind that there is none of.
 * @example
 * domainOf('loans').title // 'Press loans'
 * domainOf('loan') // throws 'unknown kind "loan"'
 */
export function domainOf(kind: string): Domain {
  const domain = domains.find((each) => each.kind === kind);
  if (domain) return domain;
  const kinds = domains.map((each) => each.kind);
  const close = nearest(kind, kinds);
  const maybe = close ? `Maybe you meant "${close}".` : `Maybe one of: ${kinds.join(', ')}.`;
  throw new Refusal([{ message: `unknown kind "${kind}"`, maybe }]);
}

/**
 * Reads a scenario file of any kind; `options` chooses a variant of it and changes settings.
 *
 * @throws Refusal with every problem, each at its place.
 * @example
 * readScenario('scenarios/rotation/prime-evening.yaml').settings.title // 'Prime time of 10 March 2025'
 * readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=soon'] })
 * // throws 'rules.separation needs a whole number from 0 to 86400, was "soon"'
 */
export const readScenario = (file: string, options: ReadOptions = {}): ReadScenario => read(file, domains, options);

/**
 * The names of a scenario file's variants, in the order of the file.
 *
 * @throws Refusal where the file cannot be read.
 * @example
 * variantsOf('scenarios/loans/fairness.yaml') // ['off', 'linear_200', 'linear_400', 'stepped']
 */
export const variantsOf = (file: string): readonly string[] => [...variantsIn(readChain(file)).keys()];

/**
 * Runs a scenario: the best schedule, proven and audited. Nothing is written; `saveRun` does that.
 *
 * @throws Refusal where scenario and data do not fit.
 * @example
 * const run = await runScenario(readScenario('scenarios/rotation/prime-evening.yaml'));
 * [run.status, run.metrics.placed, run.audit.passed] // ['optimal', 12, true]
 */
export async function runScenario(
  scenario: Scenario,
  options: RunOptions = {},
): Promise<Run & { readonly model?: string }> {
  const clock = stopwatch(options.watch ?? silent);
  let model: string | undefined;
  try {
    const run = await stagesOf(scenario, options)(scenario, domainOf(scenario.kind), {
      watch: clock.watch,
      data: options.data,
      onModel: async (built) => {
        if (options.exportModel) model = await exportModel(built.model, options.exportModel);
      },
    });
    return { ...run, timing: clock.timing(), ...(model === undefined ? {} : { model }) };
  } catch (error) {
    throw error instanceof Refusal ? placed(error, scenario) : error;
  }
}

/** How a scenario is run: as it stands, or week after week. */
function stagesOf({ kind, settings }: Scenario, options: RunOptions): typeof runStages {
  if (settings.weeks === undefined)
    return (scenario, domain, around = {}) => runWithExtras(scenario, domain, around, options);
  const asks = [
    ...(options.ties ? ['--ties'] : []),
    ...(options.prices === undefined ? [] : ['--prices']),
    ...(options.explain === undefined ? [] : ['--explain']),
    ...(options.exportModel ? ['--export'] : []),
  ];
  if (asks.length > 0) oneWeek(settings, `${asks.join(' and ')} ${asks.length === 1 ? 'asks' : 'ask'}`);
  const domain = domainOf(kind);
  if (isWeekly(domain)) return (scenario, _, surroundings) => runWeeks(scenario, domain, surroundings);
  throw new Refusal([{ path: ['weeks'], message: `weeks: the kind ${kind} cannot go on from week to week` }]);
}

/**
 * What the report of a run shows beyond what every kind has in common, without a word of HTML.
 *
 * @example
 * pageOf(run).sections.map(({ id }) => id).includes('tiers') // true
 */
export function pageOf(run: Run): Page {
  const { page, horizon, leftOut } = domainOf(run.kind);
  const own = run.weeks && horizon ? horizon.page(run) : page(run);
  const left = leftOut && leftOutSection(run, leftOut);
  return left ? { ...own, sections: [...own.sections, left] } : own;
}

/**
 * Draws the report of a run as one HTML file; `{ interactive: true }` makes one whose charts answer to the mouse.
 *
 * @throws Refusal where an interactive one is asked for and its script was never built.
 * @example
 * const html = await renderReport(run);
 * /<title>(.*)<\/title>/.exec(html)?.[1] // 'Prime time of 10 March 2025'
 */
export const renderReport = (run: Run, options: ReportOptions = {}): Promise<string> =>
  render(run, pageOf(run), options);

/**
 * Runs a stored run again and compares every hash, number and file.
 *
 * @throws Refusal where the folder holds no run, or the scenario or its data can no longer be read.
 * @example
 * const saved = await saveRun(run, html, folder);
 * (await verifyRun(saved)).passed // true
 */
export const verifyRun = (folder: string): Promise<Verification> =>
  verify(folder, repeat, (run, interactive) => renderReport(run, { interactive }));

/** The schedule of a run by itself, to compare it with another. */
export const planOf = (run: Run): Plan => plan(run, domainOf(run.kind).schedule);

/** What `publish` would do, and every check of it; changes nothing. */
export const prepare = (run: Run, options: PublishOptions): Prepared =>
  prepareVersion(run, domainOf(run.kind).schedule, options);

/**
 * Publishes the schedule of a run as the next version, whole or not at all.
 *
 * @throws StaleBase where `base` is not the newest version; Refusal where the run cannot be published.
 */
export const publish = (run: Run, options: PublishOptions): Version =>
  publishRun(run, domainOf(run.kind).schedule, options);

/** The commented scenario of a kind. */
export const starterScenario = (kind: string): string => domainOf(kind).starter;

/** Runs the resolved settings that a record holds, checked again as if they had just been written. */
const repeat = (record: RunRecord): Promise<Run> =>
  runScenario(storedScenario(record), {
    ties: record.ranges !== undefined,
    ...(record.tables.price_list && { prices: record.tables.price_list.rows }),
    ...(record.tables.left_out && { explain: record.tables.left_out.rows }),
  });

/**
 * Runs a scenario and holds everything in memory, so that it can be asked why a row was chosen or not, what ties leave
 * open and what limits cost.
 *
 * @throws Refusal where scenario and data do not fit.
 * @example
 * const evening = await openSession(readScenario('scenarios/rotation/prime-evening.yaml'));
 * const { chances } = await explain(evening, { spot: 'w2', break: 'b2044' });
 * chances[0].loss // 30
 */
export async function openSession(scenario: Scenario, watch: Watch = silent): Promise<Session> {
  try {
    oneWeek(scenario.settings);
    return await open(scenario, domainOf(scenario.kind), { watch });
  } catch (error) {
    throw error instanceof Refusal ? placed(error, scenario) : error;
  }
}

/**
 * The scenario that a run or its record holds, checked again as if it had just been written.
 *
 * @throws Refusal where its settings are no scenario of its kind.
 */
export function storedScenario(record: Pick<RunRecord, 'kind' | 'name' | 'scenario'>): Scenario {
  const domain = domainOf(record.kind);
  const { file, lines = {} } = record.scenario;
  const lineOf = new Map(Object.entries(lines));
  const parsed = schemaOf(domain).safeParse(record.scenario.settings);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    throw new Refusal([
      {
        message: `run.json holds settings that are no scenario: ${first?.path.join('.')}: ${first?.message}`,
        maybe: 'Maybe it was edited; run the scenario again to write it anew.',
      },
    ]);
  }
  const { variants: _, expect: __, ...settings } = parsed.data as Record<string, unknown>;
  return {
    kind: record.kind,
    name: record.name,
    file,
    settings: settings as unknown as Settings,
    expect: {},
    overrides: record.scenario.overrides,
    text: record.scenario.text,
    place: (path) => {
      const line = lineOf.get(path.map(String).join('.'));
      return { file, ...(line !== undefined && { line }) };
    },
  };
}

/** Gives problems found in the data the place of the setting that they speak of. */
function placed(refusal: Refusal, scenario: Scenario): Refusal {
  return new Refusal(
    refusal.problems.map((problem) =>
      problem.place || !problem.path ? problem : { ...problem, place: scenario.place(problem.path) },
    ),
  );
}

/** Times stages. The only clock of a run, and only its `timing` knows what it says. */
function stopwatch(watch: Watch) {
  const timing: { stage: string; ms: number; rows: number }[] = [];
  let began = performance.now();
  let current = '';
  return {
    timing: () => timing,
    watch: {
      begin: (stage: string, doing: string) => {
        if (stage !== current) began = performance.now();
        current = stage;
        watch.begin(stage, doing);
      },
      end: (stage: string, rows: number) => {
        timing.push({ stage, ms: Math.round((performance.now() - began) * 10) / 10, rows });
        current = '';
        watch.end(stage, rows);
      },
    },
  };
}
