import type { Level } from '../audit/audit.ts';
import type { Schedule } from '../domain.ts';
import { idOf, type Surroundings } from '../pipeline/run.ts';
import { silent } from '../pipeline/stage.ts';
import type { Run, Week } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { levelsOf } from './levels.ts';
import type { Weekly } from './look-ahead.ts';
import { openWeeks } from './open.ts';
import { type PlannedWeek, type Planning, plan } from './plan.ts';
import { hasSchedule } from './planned.ts';
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
export async function runWeeks(scenario: Scenario, domain: Weekly, surroundings: WeeksAround = {}): Promise<Run> {
  const watch = surroundings.watch ?? silent;
  watch.begin('tables', 'reading tables');
  const { read, past, data } = await openWeeks(scenario, domain, surroundings.data);
  watch.end(
    'tables',
    Object.values(data.tables).reduce((sum, table) => sum + table.rows.length, 0),
  );
  const { further, ...horizon } = await weekByWeek({ scenario, domain, data, watch }, surroundings.about);
  watch.begin('audit', 'auditing all weeks together');
  const audit = domain.horizon.audit(scenario.settings, data.tables, horizon.schedule);
  watch.end('audit', horizon.schedule.length);
  const complete = horizon.weeks.length === (scenario.settings.weeks ?? 1) && horizon.weeks.every(hasSchedule);
  const levels: readonly Level[] = complete ? await levelsOf(horizon, audit, scenario, data) : [];
  const id = await idOf(scenario, domain, read);
  const planned = assemble({ scenario, domain, data: read, horizon, audit, levels, id, complete });
  const run = further === undefined || !complete ? planned : withFurther(planned, further);
  if (!past || !complete) return run;
  watch.begin('past', 'auditing the weeks as they were run');
  const before = domain.horizon.audit(scenario.settings, data.tables, past.schedule);
  const sides = [
    { schedule: past.schedule, violations: before.violations },
    { schedule: horizon.schedule, violations: audit.violations },
  ] as const;
  const beside = domain.horizon.beside!(scenario.settings, data.tables, ...sides);
  watch.end('past', past.schedule.length);
  return { ...run, notes: [...run.notes, ...past.notes], tables: { ...run.tables, ...beside } };
}

/** What is known around a run of weeks, and what more is asked about one of them. */
export interface WeeksAround extends Surroundings {
  readonly about?: AboutWeek | undefined;
}

/** One week, and what is asked about it: its run comes back with the findings in it. */
interface AboutWeek {
  readonly week: number;
  readonly of: (planned: PlannedWeek) => Promise<Run>;
}

/** What was found about one week, in the run of all: its ranges and tables say of which week they are. */
function withFurther(run: Run, { run: found, week }: { readonly run: Run; readonly week: number }): Run {
  const { price_list, left_out } = found.tables;
  const { ranges, backbone } = found;
  const levels = found.audit.levels.filter(({ name }) => name === 'determined');
  return {
    ...run,
    inWeek: week,
    ...(ranges && { ranges }),
    ...(backbone && { backbone }),
    audit: {
      passed: run.audit.passed && levels.every((level) => level.passed),
      levels: [...run.audit.levels, ...levels.map((level) => ({ ...level, text: `week ${week}: ${level.text}` }))],
    },
    tables: { ...run.tables, ...(price_list && { price_list }), ...(left_out && { left_out }) },
  };
}

async function weekByWeek(planning: Planning, about: AboutWeek | undefined) {
  const weeks: Week[] = [];
  const schedule: Schedule[number][] = [];
  const claimed = { net: 0, unit: 1 };
  let further: { readonly run: Run; readonly week: number } | undefined;
  for await (const planned of plan(planning)) {
    const { week, from, answered, chosen } = planned;
    const { run, solution, model } = answered;
    weeks.push(weekOf(run, week, from));
    if (!hasSchedule(run)) break;
    if (week === about?.week) further = { week, run: await about.of(planned) };
    schedule.push(...chosen);
    claimed.net += solution.net;
    claimed.unit = model.unit;
  }
  return { weeks, schedule, claimed, further };
}

function weekOf(run: Run, week: number, from: string): Week {
  const { status, objective, metrics, candidates, funnel, audit, notes, conflict, provenance } = run;
  const known = { status, objective, metrics, candidates, funnel, audit, notes, provenance };
  return { week, from, ...known, ...(conflict && { conflict }) };
}
