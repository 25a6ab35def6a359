import type { Audit } from '../audit/audit.ts';
import { type Asked, auditPins } from '../audit/pins.ts';
import type { Domain, Instance, Judging, Schedule } from '../domain.ts';
import { shareOf } from '../kernel/fuse.ts';
import type { Effort, Solution } from '../kernel/model.ts';
import { solverVersion } from '../kernel/program/highs.ts';
import { solve } from '../kernel/solve.ts';
import { expectOf } from '../runs/expected.ts';
import { type LeftOut, leftOutMetrics, leftOutNotes, leftOutOf } from '../runs/left-out.ts';
import type { Provenance, Run } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { loadTables } from '../tables/load.ts';
import type { Data } from '../tables/table.ts';
import { gapTexts } from '../text/gap.ts';
import type { Decided } from '../ties/decide.ts';
import { fuseFromNow } from './clock.ts';
import { type Solved, solveWithCuts } from './cuts.ts';
import { decide, undecidedNotes } from './decide.ts';
import { inlineOf } from './inline.ts';
import { levelsOf } from './levels.ts';
import { cutNotes, groupedNotes, unprovenNotes } from './notes.ts';
import { askedOf, pinned } from './pins.ts';
import { ENGINE, hashOf, questionOf } from './provenance.ts';
import { quarantineTable, shadowPrices } from './results.ts';
import { silent, type Watch } from './stage.ts';

/** Who listens, and what the clock says; both stay outside the engine. */
export interface Surroundings {
  readonly watch?: Watch;
  /** The tables, where they were read before from the same source: many runs on one data need read it once. */
  readonly data?: Data | undefined;
  /** A question of the same kind that is open already: what the two have in common is not made again. */
  readonly near?: Instance | undefined;
  /** Told the question before it is solved. */
  readonly onModel?: (instance: Instance) => void | Promise<void>;
}

/** A run with all that it was made from, so that more can be asked about it. */
export interface Answer extends Solved {
  readonly run: Run;
  readonly data: Data;
  /** The question as it was opened, its model with what the scenario asks of single rows. */
  readonly instance: Instance;
  /** The best schedules that the preferences of the scenario leave; absent where it states none. */
  readonly decided?: Decided;
}

/**
 * Runs a scenario from its tables to an audited run, in memory. Throws `Refusal` where scenario and data do not fit.
 */
export const runStages = async (scenario: Scenario, domain: Domain, surroundings: Surroundings = {}): Promise<Run> =>
  (await answer(scenario, domain, surroundings)).run;

/** The same, with all that the run was made from. */
export async function answer(scenario: Scenario, domain: Domain, surroundings: Surroundings = {}): Promise<Answer> {
  const watch = surroundings.watch ?? silent;
  const { settings } = scenario;
  const inline = inlineOf(domain, scenario);
  watch.begin('tables', 'reading tables');
  const data = surroundings.data ?? (await readTables(scenario, domain, inline.tables));
  watch.end('tables', rowsOf(data));
  const asked = await askedOf(scenario, domain);
  const opened = domain.open(settings, data.tables, { watch, near: surroundings.near });
  const instance = withPins({ scenario, asked, domain, data }, opened);
  await surroundings.onModel?.(instance);
  const effort = { ...settings.solver, fuse: fuseFromNow(settings.solver.seconds) };
  const found = await solved(instance, effort, watch);
  const decided = await decide({ scenario, domain, data, instance, found, effort, watch });
  const { model, open } = found;
  const solution = decided?.solution ?? found.solution;
  const schedule = instance.schedule(solution.chosen);
  const audit = staged(
    watch,
    'audit',
    'auditing',
    () => auditOf(scenario, asked, domain, data, schedule),
    () => schedule.length,
  );
  const provenance = await provenanceOf(scenario, asked, data, schedule, solution);
  const levels = staged(
    watch,
    'proof',
    'proving the bound',
    () => levelsOf({ model, solution, audit, provenance, decided, texts: domain.metrics }),
    (all) => all.length,
  );
  const run = assemble({
    scenario,
    lines: inline.lines(),
    data,
    instance,
    model,
    solution,
    audit,
    levels,
    provenance,
    decided,
    unproven: found.unproven,
  });
  return { run, data, instance, model, open, solution, ...(decided && { decided }) };
}

/** The tables of a scenario, validated: what `Surroundings.data` saves reading again. */
export const readTables = (
  { settings, ...scenario }: Scenario,
  domain: Domain,
  inline = inlineOf(domain, { ...scenario, settings }).tables,
): Promise<Data> => loadTables(domain.tablesFor?.(settings) ?? domain.tables, settings.data, domain.sample, inline);

/** The id that the run of a scenario on these tables has, before it is run: the same question always has the same. */
export async function idOf(scenario: Scenario, domain: Domain, data: Data): Promise<string> {
  return idFrom(questionOf(scenario, await askedOf(scenario, domain)), data.fingerprint, ENGINE, await solverVersion());
}

/** The id of a run, from the hashes and versions that it rests on. */
export const idFrom = (question: string, data: string, engine: string, solver: string): string =>
  hashOf([question, data, engine, solver]).slice(0, 16);

interface Question {
  readonly scenario: Scenario;
  readonly asked: Awaited<ReturnType<typeof askedOf>>;
  readonly domain: Domain;
  readonly data: Data;
}

function withPins({ scenario, asked, domain, data }: Question, instance: Instance): Instance {
  if (asked === undefined) return instance;
  const { model, notes, near } = pinned({ settings: scenario.settings, asked, domain, data, instance });
  return { ...instance, model, notes: [...instance.notes, ...notes], ...(near && { near }) };
}

/** The audit of a schedule, with what the scenario asks of single rows. */
export function auditOf(
  scenario: Scenario,
  asked: Asked | undefined,
  domain: Domain,
  data: Data,
  schedule: Schedule,
  how?: Judging,
): Audit {
  const audit = domain.audit(scenario.settings, data.tables, schedule, how);
  return asked === undefined ? audit : auditPins(audit, schedule, asked, domain.schedule);
}

/** How much of the seconds that are left a search may take where its schedule may break limits not written down yet. */
const CUTTING = 0.7;

/** Solves, and solves again with the limits that the schedule turns out to break. */
async function solved(instance: Instance, effort: Effort, watch: Watch): Promise<Solved> {
  const doing = 'finding the best schedule';
  watch.begin('solve', doing);
  const onRound = (round: number, columns: number) =>
    watch.begin('solve', `${doing}: round ${round}, ${columns} candidates`);
  const answered = await solveWithCuts(instance, instance.model, (model, memory) =>
    solve(model, instance.cuts ? shareOf(effort, CUTTING) : effort, { onRound, memory, near: instance.near }),
  );
  watch.end('solve', answered.solution.chosen.length);
  return answered;
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
  asked: Asked | undefined,
  data: Data,
  schedule: unknown,
  solution: Solution,
): Promise<Provenance> {
  return {
    scenario: questionOf(scenario, asked),
    data: data.fingerprint,
    schedule: hashOf(schedule),
    engine: ENGINE,
    solver: await solverVersion(),
    seed: scenario.settings.solver.seed,
    method: solution.work.method,
  };
}

/** All that the record of a run is put together from. */
interface Answered extends Pick<Answer, 'data' | 'instance' | 'model' | 'solution'> {
  readonly scenario: Scenario;
  readonly lines: Run['scenario']['lines'];
  readonly audit: Audit;
  readonly levels: Run['audit']['levels'];
  readonly provenance: Provenance;
  readonly decided: Decided | undefined;
  readonly unproven: Solved['unproven'];
}

function assemble(answered: Answered): Run {
  const { scenario, lines, data, instance, model, solution, audit, levels, provenance, decided, unproven } = answered;
  const { unit } = model;
  const { title } = scenario.settings;
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  const { scenario: asked, data: given, engine, solver } = provenance;
  const quarantine = quarantineTable(data.quarantined);
  const left = leftOutOf({ quarantine });
  return {
    id: idFrom(asked, given, engine, solver),
    kind: scenario.kind,
    name: scenario.name,
    title,
    status: solution.status,
    objective: found
      ? { ...audit.objective, bound: solution.bound / unit, gap: (solution.bound - solution.net) / unit }
      : {},
    metrics: { ...(found && audit.metrics), ...leftOutMetrics(left) },
    candidates: model.candidates,
    funnel: instance.funnel,
    audit: { passed: levels.every((level) => level.passed), levels },
    notes: [
      ...groupedNotes(instance.notes),
      ...cutNotes(data),
      ...notesOf(data, left, solution),
      ...unprovenNotes(unproven),
      ...undecidedNotes(scenario, decided),
    ],
    ...(solution.conflict ? { conflict: solution.conflict } : {}),
    ...prioritiesOf(solution),
    ...(decided && { decided: decisionsOf(decided) }),
    scenario: {
      file: scenario.file,
      text: scenario.text,
      settings: scenario.settings as unknown as Readonly<Record<string, unknown>>,
      overrides: scenario.overrides,
      ...expectOf(scenario),
      ...(lines && { lines }),
    },
    data: tablesOf(data),
    provenance,
    timing: [],
    tables: {
      ...(found ? { ...audit.tables, shadow_prices: shadowPrices(model, solution) } : {}),
      quarantine,
    },
  };
}

/** How far each priority was met, where that is not proven. */
function prioritiesOf({ status, priorities = [] }: Solution): Pick<Run, 'priorities'> {
  if (status !== 'feasible' || priorities.length === 0) return {};
  const bounded = (bound: number) => (Number.isFinite(bound) ? bound : null);
  return { priorities: priorities.map(({ name, value, bound }) => ({ name, value, bound: bounded(bound) })) };
}

/** What decided ties. A preference that could not be looked at has no value, and a note says so. */
const decisionsOf = ({ met }: Decided) =>
  met.filter(({ value }) => Number.isFinite(value)).map(({ proof: _, ...own }) => own);

/** The tables that were read, as a record names them. */
export function tablesOf({ tables, fingerprints }: Data): NonNullable<Run['data']> {
  return Object.entries(fingerprints).map(([table, own]) => ({
    table,
    rows: tables[table]?.rows.length ?? 0,
    fingerprint: own,
  }));
}

function notesOf(data: Data, left: LeftOut, solution: Solution): readonly string[] {
  const notes: string[] = [...data.notes, ...leftOutNotes(left)];
  if (solution.status === 'feasible') {
    const gaps = gapTexts(prioritiesOf(solution)).join(', ');
    const more = gaps === '' ? '' : `: ${gaps}`;
    notes.push(`the search was stopped before the schedule was proven to be the best${more}`);
  }
  if (!solution.reproducible) notes.push('a limit in seconds stopped the search: another run may end elsewhere');
  return notes;
}
