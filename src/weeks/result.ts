import type { Audit, Level } from '../audit/audit.ts';
import { quarantineTable } from '../pipeline/results.ts';
import { expectOf } from '../runs/expected.ts';
import { leftOutMetrics, leftOutNotes, leftOutOf } from '../runs/left-out.ts';
import type { FunnelStep, Run, Week } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { provenanceOf } from './levels.ts';
import type { Weekly } from './look-ahead.ts';
import { hasSchedule, type PlannedWeeks } from './planned.ts';
import { weeksTable } from './table.ts';

/** All that the record of many weeks is put together from. */
export interface Parts {
  readonly scenario: Scenario;
  readonly domain: Weekly;
  readonly data: Data;
  readonly horizon: PlannedWeeks;
  readonly audit: Audit;
  readonly levels: readonly Level[];
  readonly id: string;
  /** Every week has a schedule. */
  readonly complete: boolean;
}

/** The run of many weeks, as the store, the comparison and the report take any run. */
export function assemble({ scenario, domain, data, horizon, audit, levels, id, complete }: Parts): Run {
  const { weeks } = horizon;
  const last = weeks.at(-1)!;
  const { conflict } = last;
  const quarantine = quarantineTable(data.quarantined);
  return {
    id,
    kind: scenario.kind,
    name: scenario.name,
    title: scenario.settings.title,
    status: complete ? 'feasible' : last.status,
    objective: complete ? audit.objective : {},
    metrics: {
      ...(complete && { ...audit.metrics, ...countsOf(weeks) }),
      ...leftOutMetrics(leftOutOf({ quarantine })),
    },
    candidates: weeks.reduce((sum, week) => sum + week.candidates, 0),
    funnel: funnelOf(weeks),
    audit: { passed: levels.every((level) => level.passed), levels },
    notes: notesOf(horizon, scenario, data, complete),
    ...(conflict && { conflict }),
    scenario: {
      file: scenario.file,
      text: scenario.text,
      settings: scenario.settings as unknown as Readonly<Record<string, unknown>>,
      overrides: scenario.overrides,
      ...expectOf(scenario),
    },
    data: Object.entries(data.fingerprints).map(([table, fingerprint]) => ({
      ...{ table, rows: data.tables[table]?.rows.length ?? 0, fingerprint },
    })),
    provenance: provenanceOf(horizon, scenario, data),
    timing: [],
    tables: {
      ...(complete && audit.tables),
      weeks: weeksTable(weeks, domain.metrics ?? {}),
      quarantine,
    },
    weeks,
  };
}

const countsOf = (weeks: readonly Week[]) => ({
  weeks: weeks.length,
  weeks_optimal: weeks.filter((week) => week.status === 'optimal').length,
});

/** The filters of all weeks added up, by step. */
function funnelOf(weeks: readonly Week[]): readonly FunnelStep[] {
  const steps = new Map<string, FunnelStep>();
  for (const step of weeks.flatMap((week) => week.funnel)) {
    const { removed = 0, left = 0 } = steps.get(step.step) ?? {};
    steps.set(step.step, { ...step, removed: removed + step.removed, left: left + step.left });
  }
  return [...steps.values()];
}

function notesOf({ weeks }: PlannedWeeks, { settings }: Scenario, data: Data, complete: boolean): readonly string[] {
  const count = settings.weeks ?? 1;
  const stopped = weeks.find((week) => !hasSchedule(week));
  return [
    ...(complete && count > 1
      ? [`each of the ${count} weeks is planned upon the ones before it; planned together, they might net more`]
      : []),
    ...(stopped
      ? [`week ${stopped.week} of ${count}, from ${stopped.from}, has no schedule: the weeks end there`]
      : []),
    ...weekNotes(weeks),
    ...data.notes,
    ...leftOutNotes(leftOutOf({ quarantine: quarantineTable(data.quarantined) })),
  ];
}

/** What the first week says holds for all; what a later one adds is its own. */
function weekNotes(weeks: readonly Week[]): readonly string[] {
  const said = new Set<string>();
  return weeks.flatMap(({ week, notes }) => {
    const added = notes.filter((note) => !said.has(note));
    for (const note of added) said.add(note);
    return week === 1 ? added : added.map((note) => `week ${week}: ${note}`);
  });
}
