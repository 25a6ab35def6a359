import type { Audit } from '../audit/audit.ts';
import { certify } from '../audit/certificate.ts';
import { boundedInOrder, feasible, priced, reproducible } from '../audit/levels.ts';
import { stepOf } from '../audit/price.ts';
import { solverVersion } from '../kernel/highs.ts';
import type { Model, Solution } from '../kernel/model.ts';
import { solve } from '../kernel/solve.ts';
import type { Provenance, Run } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { loadData } from '../tables/load.ts';
import type { Data } from '../tables/table.ts';
import type { Built, Domain } from './domain.ts';
import { inlineOf } from './inline.ts';
import { ENGINE, hashOf } from './provenance.ts';
import { quarantineTable, shadowPrices } from './results.ts';
import { silent, type Watch } from './stage.ts';

/** Who listens, and what the clock says; both stay outside the engine. */
export interface Surroundings {
  readonly watch?: Watch;
  /** Told the model before it is solved. */
  readonly onModel?: (built: Built) => void | Promise<void>;
}

/**
 * Runs a scenario from its tables to an audited run, in memory. Throws `Refusal` where scenario and data do not fit.
 */
export async function runStages(scenario: Scenario, domain: Domain, surroundings: Surroundings = {}): Promise<Run> {
  const watch = surroundings.watch ?? silent;
  const { settings } = scenario;
  const inline = inlineOf(domain, scenario);
  const data = staged(
    watch,
    'tables',
    'reading tables',
    () => loadData(domain.tablesFor?.(settings) ?? domain.tables, settings.data, domain.sample, inline.tables),
    rowsOf,
  );
  const built = domain.build(settings, data.tables, watch);
  await surroundings.onModel?.(built);
  const { model, solution } = await solved(built, scenario, watch);
  const schedule = built.schedule(solution.chosen);
  const audit = staged(
    watch,
    'audit',
    'auditing',
    () => domain.audit(settings, data.tables, schedule),
    () => schedule.length,
  );
  const provenance = await provenanceOf(scenario, data, schedule, solution);
  const levels = staged(
    watch,
    'proof',
    'proving the bound',
    () => levelsOf(model, solution, audit, provenance),
    (all) => all.length,
  );
  return assemble(scenario, inline.lines(), data, { ...built, model }, solution, audit, levels, provenance);
}

/** Solves, and solves again with the limits that the schedule turns out to break. */
async function solved(built: Built, scenario: Scenario, watch: Watch): Promise<{ model: Model; solution: Solution }> {
  const doing = 'finding the best schedule';
  watch.begin('solve', doing);
  const onRound = (round: number, columns: number) =>
    watch.begin('solve', `${doing}: round ${round}, ${columns} candidates`);
  let { model } = built;
  for (;;) {
    const solution = await solve(model, scenario.settings.solver, { onRound });
    const cuts = solution.chosen.length > 0 ? (built.cuts?.(solution.chosen) ?? []) : [];
    if (cuts.length === 0) {
      watch.end('solve', solution.chosen.length);
      return { model: solution.model ?? model, solution };
    }
    model = { ...model, limits: [...model.limits, ...cuts] };
  }
}

function staged<T>(watch: Watch, name: string, doing: string, work: () => T, rows: (value: T) => number): T {
  watch.begin(name, doing);
  const value = work();
  watch.end(name, rows(value));
  return value;
}

const rowsOf = (data: Data): number => Object.values(data.tables).reduce((sum, table) => sum + table.rows.length, 0);

async function provenanceOf(
  scenario: Scenario,
  data: Data,
  schedule: unknown,
  solution: Solution,
): Promise<Provenance> {
  const { data: _, title: __, ...question } = scenario.settings;
  return {
    scenario: hashOf(question),
    data: data.fingerprint,
    schedule: hashOf(schedule),
    engine: ENGINE,
    solver: await solverVersion(),
    seed: scenario.settings.solver.seed,
    method: solution.work.method,
  };
}

function levelsOf(model: Model, solution: Solution, audit: Audit, provenance: Provenance) {
  if (solution.status === 'infeasible' || solution.status === 'unknown') return [];
  const claimed = solution.net / model.unit;
  return [
    feasible(audit.violations, solution.chosen.length),
    priced(audit.objective.net_score ?? Number.NaN, claimed),
    boundedInOrder([
      ...(solution.priorities ?? []).map(({ name, value, model: own, prices }) => ({
        name,
        net: value,
        unit: 1,
        step: stepOf(own),
        bound: certify(own, prices),
        optimal: solution.status === 'optimal',
      })),
      {
        name: 'net score',
        net: solution.net,
        unit: model.unit,
        step: stepOf(model),
        bound: certify(model, solution.prices),
        optimal: solution.status === 'optimal',
      },
    ]),
    reproducible(provenance, !solution.reproducible),
  ];
}

function assemble(
  scenario: Scenario,
  lines: Run['scenario']['lines'],
  data: Data,
  built: Built,
  solution: Solution,
  audit: Audit,
  levels: Run['audit']['levels'],
  provenance: Provenance,
): Run {
  const { unit } = built.model;
  const { title } = scenario.settings;
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  const { scenario: asked, data: given, engine, solver } = provenance;
  return {
    id: hashOf([asked, given, engine, solver]).slice(0, 16),
    kind: scenario.kind,
    name: scenario.name,
    title,
    status: solution.status,
    objective: found
      ? { ...audit.objective, bound: solution.bound / unit, gap: (solution.bound - solution.net) / unit }
      : {},
    metrics: found ? audit.metrics : {},
    candidates: built.model.candidates,
    funnel: built.funnel,
    audit: { passed: levels.every((level) => level.passed), levels },
    notes: [...built.notes, ...notesOf(data, solution)],
    ...(solution.conflict ? { conflict: solution.conflict } : {}),
    scenario: {
      file: scenario.file,
      text: scenario.text,
      settings: scenario.settings as unknown as Readonly<Record<string, unknown>>,
      overrides: scenario.overrides,
      ...(lines && { lines }),
    },
    provenance,
    timing: [],
    tables: {
      ...(found ? { ...audit.tables, shadow_prices: shadowPrices(built.model, solution) } : {}),
      quarantine: quarantineTable(data.quarantined),
    },
  };
}

function notesOf(data: Data, solution: Solution): readonly string[] {
  const notes: string[] = [];
  const left = data.quarantined.length;
  if (left > 0) notes.push(`${left} ${left === 1 ? 'row was' : 'rows were'} left out of the data: see quarantine`);
  if (solution.status === 'feasible')
    notes.push('the search was stopped before the schedule was proven to be the best');
  if (!solution.reproducible) notes.push('a limit in seconds stopped the search: another run may end elsewhere');
  return notes;
}
