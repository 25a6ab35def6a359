import type { MetricTexts } from '../audit/audit.ts';
import { determined } from '../audit/levels.ts';
import type { Domain } from '../domain.ts';
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

/** What more a run may be asked for, beside its schedule. */
export interface Extras {
  /** How far each metric can move at the same net score. */
  readonly ties?: boolean | undefined;
  /** What loosening each of the dearest limits would bring: how many of them, or `true` for as many as are usual. */
  readonly prices?: true | number | undefined;
  /** Why those to whom the schedule gives nothing got none: how many of them, or `true` for as many as are usual. */
  readonly explain?: true | number | undefined;
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
  if (alternatives !== undefined && (run.status === 'optimal' || run.status === 'feasible')) {
    watch.begin('alternatives', `looking for ${plural(alternatives.count, 'other schedule')}`);
    const others = await alternativesOf(session, alternatives);
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

/** A run with its ranges and the level of trust that rests on them. */
function withTies(run: Run, { ranges, backbone: { always, chosen, exact } }: Ties, texts: MetricTexts = {}): Run {
  const backbone = { always, chosen, exact };
  const called = (metric: string) => lowered(texts[metric]?.label ?? metric.replaceAll('_', ' '));
  const level = determined(run.metrics, ranges, backbone, called);
  const levels = [...run.audit.levels, level];
  return { ...run, ranges, backbone, audit: { passed: run.audit.passed && level.passed, levels } };
}
