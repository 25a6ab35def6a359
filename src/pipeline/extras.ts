import type { MetricTexts } from '../audit/audit.ts';
import { determined } from '../audit/levels.ts';
import type { Domain, Schedule } from '../domain.ts';
import { leftOutOf, leftOutTable } from '../explain/left-out.ts';
import { namesOf } from '../explain/names.ts';
import { priceList } from '../prices/prices.ts';
import { priceTable } from '../prices/words.ts';
import type { Run } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { lowered, plural } from '../text/format.ts';
import { alternativesOf } from '../ties/alternatives/alternatives.ts';
import { alternativeRows, alternativesTable } from '../ties/alternatives/words.ts';
import { type Ties, tiesOf } from '../ties/ties.ts';
import { answer, type Surroundings } from './run.ts';
import { type Session, sessionOf } from './session.ts';
import { silent } from './stage.ts';

/**
 * A schedule of a run, as soon as it is found: the best one, then each alternative that the scenario asks for.
 *
 * @example
 * const found: FoundSchedule[] = [];
 * const set = ['alternatives.count=2'];
 * const onSolution = (schedule: FoundSchedule) => void found.push(schedule);
 * await runScenario(readScenario('scenarios/rotation/prime-evening.yaml', { set }), { onSolution });
 * found.map(({ number, net_score, schedule }) => [number, net_score <= found[0].net_score, schedule.length])
 * // [[0, true, 12], [1, true, 12], [2, true, 12]]
 */
export interface FoundSchedule {
  /** 0: the best one. From 1 on: the alternatives, in their order. */
  readonly number: number;
  /** In points. */
  readonly net_score: number;
  readonly schedule: Schedule;
  /** What the auditor made of it: the schedule with all its columns, and the other tables of a run. */
  readonly tables: Run['tables'];
  readonly metrics: Run['metrics'];
}

/** What more a run may be asked for, beside its schedule. */
export interface Extras {
  /** How far each metric can move at the same net score. */
  readonly ties?: boolean | undefined;
  /** What loosening each of the dearest limits would bring: how many of them, or `true` for as many as are usual. */
  readonly prices?: true | number | undefined;
  /** Why those to whom the schedule gives nothing got none: how many of them, or `true` for as many as are usual. */
  readonly explain?: true | number | undefined;
  /** Told of each schedule as it is found, and waited for. What it throws ends the run. */
  readonly onSolution?: ((found: FoundSchedule) => void | Promise<void>) | undefined;
}

/** Runs a scenario and adds what was asked for; without extras it is `runStages`. */
export async function runWithExtras(
  scenario: Scenario,
  domain: Domain,
  around: Surroundings,
  extras: Extras,
): Promise<Run> {
  return withExtras(sessionOf(scenario, domain, await answer(scenario, domain, around)), around, extras);
}

/** The run of a session, with what was asked for. */
export async function withExtras(session: Session, around: Pick<Surroundings, 'watch'>, extras: Extras): Promise<Run> {
  const { domain } = session;
  const watch = around.watch ?? silent;
  let { run } = session;
  const isFound = run.status === 'optimal' || run.status === 'feasible';
  if (isFound) await extras.onSolution?.(bestOf(session));
  if (extras.ties) {
    watch.begin('ties', 'looking at all best schedules');
    const ties = await tiesOf(session);
    watch.end('ties', ties?.solves ?? 0);
    if (ties) run = withTies(run, ties, domain.metrics);
  }
  if (extras.prices !== undefined && run.status === 'optimal') {
    watch.begin('prices', 'pricing limits by solving again');
    const list = await priceList(session, extras.prices === true ? undefined : extras.prices);
    watch.end('prices', list.length);
    run = { ...run, tables: { ...run.tables, price_list: priceTable(list) } };
  }
  const { alternatives } = session.scenario.settings;
  if (alternatives !== undefined && isFound) {
    const doing = `looking for ${plural(alternatives.count, 'other schedule')}`;
    watch.begin('alternatives', doing);
    const others = await alternativesOf(session, alternatives, async ({ net, schedule, audit }, number) => {
      watch.begin('alternatives', `${doing}: ${number} found, the last nets ${plural(net, 'point')}`);
      const { tables, metrics } = audit;
      await extras.onSolution?.({ number, net_score: net, schedule, tables, metrics });
    });
    watch.end('alternatives', others.found.length);
    const tables = {
      alternatives: alternativesTable(others, run, domain.metrics),
      alternative_rows: alternativeRows(others, namesOf(session), [...domain.schedule.key, ...domain.schedule.place]),
    };
    run = { ...run, tables: { ...run.tables, ...tables } };
  }
  const { leftOut } = domain;
  if (extras.explain !== undefined && leftOut !== undefined && run.status === 'optimal') {
    watch.begin('explain', `asking for ${leftOut.noun[1]} with nothing`);
    const unserved = await leftOutOf(session, leftOut, extras.explain === true ? undefined : extras.explain);
    watch.end('explain', unserved.length);
    run = { ...run, tables: { ...run.tables, left_out: leftOutTable(unserved, leftOut.noun[0], namesOf(session)) } };
  }
  return run;
}

/** The best schedule of a session. */
function bestOf({ run, instance, solution, model }: Session): FoundSchedule {
  const { tables, metrics } = run;
  return {
    number: 0,
    net_score: solution.net / model.unit,
    schedule: instance.schedule(solution.chosen),
    ...{ tables, metrics },
  };
}

/** A run with its ranges and the level of trust that rests on them. */
function withTies(run: Run, { ranges, backbone: { always, chosen, exact } }: Ties, texts: MetricTexts = {}): Run {
  const backbone = { always, chosen, exact };
  const called = (metric: string) => lowered(texts[metric]?.label ?? metric.replaceAll('_', ' '));
  const level = determined(run.metrics, ranges, backbone, called);
  const levels = [...run.audit.levels, level];
  return { ...run, ranges, backbone, audit: { passed: run.audit.passed && level.passed, levels } };
}
