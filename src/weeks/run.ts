import type { Level } from '../audit/audit.ts';
import type { Schedule } from '../domain.ts';
import { answer, idOf, readTables, type Surroundings } from '../pipeline/run.ts';
import { silent, type Watch } from '../pipeline/stage.ts';
import type { Run, Week } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { levelsOf } from './levels.ts';
import { lookAhead, type Question, type Weekly } from './look-ahead.ts';
import { hasSchedule, type PlannedWeeks } from './planned.ts';
import { assemble } from './result.ts';

/**
 * Runs the weeks of a scenario one after the other, each upon what the ones before it decided, and audits all of them
 * together. The result is a run like any other: its objective and metrics are totals, and `weeks` holds the single ones.
 *
 * Each week is the best given those before it. That does not make all of them together the best plan of the whole time,
 * so that the run is `feasible`, without a bound, and never `optimal`.
 *
 * @throws Refusal where scenario and data do not fit, in whichever week.
 */
export async function runWeeks(scenario: Scenario, domain: Weekly, surroundings: Surroundings = {}): Promise<Run> {
  const watch = surroundings.watch ?? silent;
  watch.begin('tables', 'reading tables');
  const read = surroundings.data ?? (await readTables(scenario, domain));
  const { weeks = 1 } = scenario.settings;
  const past = domain.horizon.past?.(scenario.settings, read.tables);
  const data = past ? { ...read, tables: past.tables } : read;
  const first = { settings: scenario.settings, tables: data.tables };
  lookAhead(first, weeks, domain);
  watch.end(
    'tables',
    Object.values(data.tables).reduce((sum, table) => sum + table.rows.length, 0),
  );
  const horizon = await weekByWeek(first, weeks, scenario, domain, data, watch);
  watch.begin('audit', 'auditing all weeks together');
  const audit = domain.horizon.audit(scenario.settings, data.tables, horizon.schedule);
  watch.end('audit', horizon.schedule.length);
  const complete = horizon.weeks.length === weeks && horizon.weeks.every(hasSchedule);
  const levels: readonly Level[] = complete ? await levelsOf(horizon, audit, scenario, data) : [];
  const id = await idOf(scenario, domain, read);
  const run = assemble({ scenario, domain, data: read, horizon, audit, levels, id, complete });
  if (!past || !complete) return run;
  watch.begin('past', 'auditing the weeks as they were run');
  const beside = domain.horizon.beside!(scenario.settings, data.tables, past.schedule, horizon.schedule);
  watch.end('past', past.schedule.length);
  return { ...run, notes: [...run.notes, ...past.notes], tables: { ...run.tables, ...beside } };
}

async function weekByWeek(
  first: Question,
  count: number,
  scenario: Scenario,
  domain: Weekly,
  data: Data,
  watch: Watch,
): Promise<PlannedWeeks> {
  const weeks: Week[] = [];
  const schedule: Schedule[number][] = [];
  const claimed = { net: 0, unit: 1 };
  let question = first;
  for (let week = 1; week <= count; week++) {
    const one = { ...scenario, settings: question.settings };
    const given = { ...data, tables: question.tables, quarantined: [] };
    const { run, instance, solution, model } = await answer(one, domain, {
      watch: within(watch, week, count),
      data: given,
    });
    const chosen = instance.schedule(solution.chosen);
    watch.end(nameOf(week), chosen.length);
    weeks.push(weekOf(run, week, domain.horizon.week(question.settings)));
    if (!hasSchedule(run)) break;
    schedule.push(...chosen);
    claimed.net += solution.net;
    claimed.unit = model.unit;
    if (week < count) question = domain.next(question.settings, question.tables, chosen);
  }
  return { weeks, schedule, claimed };
}

const nameOf = (week: number): string => `week ${week}`;

/** A week is one stage of the whole; its own stages are told of, and not timed one by one. */
function within(watch: Watch, week: number, weeks: number): Watch {
  return {
    begin: (_, doing) => watch.begin(nameOf(week), `week ${week} of ${weeks}: ${doing}`),
    end: () => {},
  };
}

function weekOf(run: Run, week: number, from: string): Week {
  const { status, objective, metrics, candidates, funnel, audit, notes, conflict, provenance } = run;
  const known = { status, objective, metrics, candidates, funnel, audit, notes, provenance };
  return { week, from, ...known, ...(conflict && { conflict }) };
}
