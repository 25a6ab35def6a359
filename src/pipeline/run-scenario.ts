import type { Domain, Instance } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { exportModel } from '../kernel/solve.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { isWeekly, oneWeek } from '../weeks/look-ahead.ts';
import { weeklyOf, weekQuestion } from '../weeks/one.ts';
import { inWeek, type PlannedWeek } from '../weeks/plan.ts';
import { runWeeks } from '../weeks/run.ts';
import { stopwatch } from './clock.ts';
import { type FoundSchedule, runWithExtras, withExtras } from './extras.ts';
import type { runStages } from './run.ts';
import { openSession as open, type Session, sessionOf } from './session.ts';
import { silent, type Watch } from './stage.ts';

export type { FoundSchedule } from './extras.ts';

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
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
  /** A question of the same kind that is open already: what the two have in common is not made again. */
  readonly near?: Instance | undefined;
  /** Told the question once it is open, so that it can be near to another one. */
  readonly onOpen?: ((instance: Instance) => void) | undefined;
  /** Also give the whole model as text, for any other solver. */
  readonly exportModel?: 'mps' | 'lp';
  /** Also find how far each metric can move at the same net score. */
  readonly ties?: boolean;
  /** Of a scenario of many weeks: which one `ties`, `prices` and `exportModel` are about, from 1. */
  readonly week?: number | undefined;
  /** Also find what loosening each of so many limits would bring; `true`: of as many as are usual. */
  readonly prices?: true | number;
  /** Also find, for so many of those to whom the schedule gives nothing, what their best chance would cost; `true`: for as many as are usual. */
  readonly explain?: true | number;
  /** Told of each schedule as it is found, the best one first, and waited for. What it throws ends the run. */
  readonly onSolution?: ((found: FoundSchedule) => void | Promise<void>) | undefined;
}

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
    const run = await stagesOf(scenario, options)(scenario, domainOf(scenario.kind, options.kinds), {
      watch: clock.watch,
      data: options.data,
      near: options.near,
      onModel: async (instance) => {
        options.onOpen?.(instance);
        if (options.exportModel) model = await exportModel(instance.model, options.exportModel);
      },
    });
    return { ...run, timing: clock.timing(), ...(model === undefined ? {} : { model }) };
  } catch (error) {
    throw error instanceof Refusal ? placed(error, scenario) : error;
  }
}

/** How a scenario is run: as it stands, or week after week. */
function stagesOf(scenario: Scenario, options: RunOptions): typeof runStages {
  const { kind, settings } = scenario;
  const { week } = options;
  if (settings.weeks === undefined && week === undefined)
    return (scenario, domain, around = {}) => runWithExtras(scenario, domain, around, options);
  const asks = [
    ...(options.ties ? ['--ties'] : []),
    ...(options.prices === undefined ? [] : ['--prices']),
    ...(options.explain === undefined ? [] : ['--explain']),
    ...(options.exportModel ? ['--export'] : []),
    ...(options.onSolution ? ['onSolution'] : []),
  ];
  const domain = domainOf(kind, options.kinds);
  if (week !== undefined) return aboutWeek(week, scenario, asks.length > 0, options);
  if (asks.length > 0) oneWeek(settings, `${asks.join(' and ')} ${asks.length === 1 ? 'asks' : 'ask'}`);
  if (isWeekly(domain)) return (scenario, _, surroundings) => runWeeks(scenario, domain, surroundings);
  throw new Refusal([{ path: ['weeks'], message: `weeks: the kind ${kind} cannot go on from week to week` }]);
}

/** All weeks are run, and what more is asked is found of one of them. */
function aboutWeek(week: number, asked: Scenario, isAsked: boolean, options: RunOptions): typeof runStages {
  const weekly = weeklyOf(asked, domainOf(asked.kind, options.kinds), week);
  if (!isAsked) {
    const message = `week ${week} is named, and nothing is asked about it: all weeks are run in any case`;
    throw new Refusal([
      { message, maybe: 'Maybe add --ties, --prices, --explain or --export; or leave the week out.' },
    ]);
  }
  return (scenario, _, around = {}) => {
    const of = async ({ answered, scenario: own }: PlannedWeek) => {
      await around.onModel?.(answered.instance);
      return withExtras(sessionOf(own, weekly, answered), around, options);
    };
    return runWeeks(scenario, weekly, { ...around, about: { week, of } });
  };
}

/** How to open a session: who listens, and of which kinds the scenario may be. */
export interface SessionOptions extends Pick<RunOptions, 'watch' | 'kinds'> {
  /** Of a scenario of many weeks: which one, from 1. Those before it are planned first. */
  readonly week?: number | undefined;
}

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
export async function openSession(scenario: Scenario, options: SessionOptions = {}): Promise<Session> {
  try {
    const domain = domainOf(scenario.kind, options.kinds);
    const { watch = silent, week } = options;
    if (week === undefined) {
      oneWeek(scenario.settings);
      return await open(scenario, domain, { watch });
    }
    const { scenario: own, data } = await weekQuestion(scenario, domain, { week, watch });
    return await inWeek(week, scenario, () => open(own, domain, { watch, data }));
  } catch (error) {
    throw error instanceof Refusal ? placed(error, scenario) : error;
  }
}

/** Gives problems found in the data the place of the setting that they speak of. */
export function placed(refusal: Refusal, scenario: Scenario): Refusal {
  return new Refusal(
    refusal.problems.map((problem) =>
      problem.place || !problem.path ? problem : { ...problem, place: scenario.place(problem.path) },
    ),
  );
}
