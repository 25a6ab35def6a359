import type { Domain } from '../domain.ts';
import { hashOf } from '../pipeline/provenance.ts';
import { silent, type Watch } from '../pipeline/stage.ts';
import { Refusal } from '../problems/problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { isWeekly, type Question, type Weekly } from './look-ahead.ts';
import { openWeeks } from './open.ts';
import { alone, type PlannedWeek, plan, scenarioIn } from './plan.ts';
import { hasSchedule } from './planned.ts';

/** The question of one week of many, as a scenario of one week and the tables that the weeks before it leave. */
export interface WeekQuestion {
  readonly scenario: Scenario;
  readonly data: Data;
}

/** Which week, and who listens. */
export interface WeekWanted {
  /** From 1. */
  readonly week: number;
  readonly data?: Data | undefined;
  readonly watch?: Watch | undefined;
}

/**
 * The question of one week of a scenario of many: the weeks before it are planned first, and what they decide holds.
 *
 * @throws Refusal where the scenario has no such week, or a week before it has no schedule.
 */
export async function weekQuestion(scenario: Scenario, domain: Domain, wanted: WeekWanted): Promise<WeekQuestion> {
  const { week } = wanted;
  const weekly = weeklyOf(scenario, domain, week);
  const { past, data } = await openWeeks(scenario, weekly, wanted.data);
  let last: PlannedWeek | undefined;
  const rows: unknown[] = [];
  for await (const before of plan({ scenario, domain: weekly, data, watch: wanted.watch ?? silent, count: week - 1 })) {
    if (!hasSchedule(before.answered.run)) throw new Refusal([noSchedule(before, week)]);
    last = before;
    rows.push(before.chosen);
  }
  const question: Question = last?.next() ?? { settings: scenario.settings, tables: data.tables };
  return {
    scenario: alone(scenarioIn(scenario, week, question)),
    // The tables are no longer those that were read: a run of these has an id of its own.
    data: { ...data, tables: question.tables, fingerprint: hashOf([data.fingerprint, past !== undefined, rows]) },
  };
}

/** The settings of a week with other values: those of the scenario at another value of a setting. */
export function settingsInWeek(scenario: Scenario, domain: Domain, week: number, { data }: WeekQuestion): Scenario {
  const weekly = weeklyOf(scenario, domain, week);
  let { settings } = scenario;
  for (let before = 1; before < week; before++) ({ settings } = weekly.next(settings, data.tables, []));
  return alone(scenarioIn(scenario, week, { settings, tables: data.tables }));
}

/**
 * The kind of a scenario that has such a week.
 *
 * @throws Refusal where it has not.
 */
export function weeklyOf({ kind, settings: { weeks } }: Scenario, domain: Domain, week: number): Weekly {
  if (weeks === undefined) {
    const message = `week ${week} is asked about, and the scenario plans one week by itself`;
    throw new Refusal([
      { path: ['week'], message, maybe: 'Maybe leave the week out; or weeks: says how many to plan.' },
    ]);
  }
  if (!Number.isInteger(week) || week < 1 || week > weeks) {
    const message = `week ${week} is asked about, and the scenario plans ${weeks === 1 ? 'week 1 alone' : `weeks 1 to ${weeks}`}`;
    throw new Refusal([
      { path: ['weeks'], message, maybe: `Maybe week ${Math.min(weeks, Math.max(1, Math.round(week)))}.` },
    ]);
  }
  if (isWeekly(domain)) return domain;
  throw new Refusal([{ path: ['weeks'], message: `weeks: the kind ${kind} cannot go on from week to week` }]);
}

const noSchedule = ({ week, from }: { readonly week: number; readonly from: string }, wanted: number) => ({
  path: ['weeks'],
  message: `week ${week}, from ${from}, has no schedule, so that week ${wanted} cannot be planned upon it`,
  maybe: `Maybe ask of week ${week}: what there contradicts each other is in the run of all weeks.`,
});
