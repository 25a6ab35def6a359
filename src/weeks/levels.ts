import type { Audit, Level } from '../audit/audit.ts';
import { feasible, priced, reproducible } from '../audit/levels.ts';
import { hashOf } from '../pipeline/provenance.ts';
import type { Provenance, Week } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import type { PlannedWeeks } from './planned.ts';

/** What all weeks together were made from: the first week's question as the scenario writes it, and every schedule. */
export function provenanceOf({ weeks, schedule }: PlannedWeeks, scenario: Scenario, data: Data): Provenance {
  const { data: _, title: __, ...question } = scenario.settings;
  const { engine = '', solver = '', seed = 0 } = weeks[0]?.provenance ?? {};
  const methods = [...new Set(weeks.map((week) => week.provenance.method))].sort();
  return {
    scenario: hashOf(question),
    data: data.fingerprint,
    schedule: hashOf(schedule),
    ...{ engine, solver, seed, method: methods.join(' and ') },
  };
}

/** The levels of trust of many weeks: each holds where it holds for every week, and for all of them together. */
export async function levelsOf(
  horizon: PlannedWeeks,
  audit: Audit,
  scenario: Scenario,
  data: Data,
): Promise<readonly Level[]> {
  const { weeks, schedule, claimed } = horizon;
  const own = {
    feasible: feasible(audit.violations, schedule.length),
    priced: priced(audit.objective.net_score ?? Number.NaN, claimed.net / claimed.unit),
    reproducible: reproducible(provenanceOf(horizon, scenario, data), failing(weeks, 'reproducible').length > 0),
  };
  return [joined(own.feasible, weeks), joined(own.priced, weeks), boundedWeeks(weeks), own.reproducible];
}

function joined(level: Level, weeks: readonly Week[]): Level {
  const failed = failing(weeks, level.name);
  const each =
    failed.length === 0 ? `so it is for each of the ${weeks.length} weeks by itself` : told(failed, level.name);
  return { ...level, passed: level.passed && failed.length === 0, text: `${level.text}; ${each}` };
}

function boundedWeeks(weeks: readonly Week[]): Level {
  const failed = failing(weeks, 'bounded');
  const proven = weeks.filter((week) => week.status === 'optimal').length;
  const text = `each week is bounded by its own shadow prices, given the weeks before it, and ${proven} of ${weeks.length} are proven the best of their week; what the weeks might net if they were planned together is not bounded`;
  return {
    level: 3,
    name: 'bounded',
    passed: failed.length === 0,
    text: failed.length === 0 ? text : told(failed, 'bounded'),
  };
}

function failing(weeks: readonly Week[], name: Level['name']): readonly Week[] {
  return weeks.filter(({ audit }) => audit.levels.some((level) => level.name === name && !level.passed));
}

function told(failed: readonly Week[], name: Level['name']): string {
  const { week, audit } = failed[0]!;
  const text = audit.levels.find((level) => level.name === name)?.text ?? '';
  return `it fails in ${failed.length === 1 ? 'week' : `${failed.length} weeks, the first is week`} ${week}: ${text}`;
}
