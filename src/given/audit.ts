import type { Domain, Instance, Row } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { solverVersion } from '../kernel/program/highs.ts';
import { stopwatch } from '../pipeline/clock.ts';
import { inlineOf } from '../pipeline/inline.ts';
import { groupedNotes } from '../pipeline/notes.ts';
import { askedOf } from '../pipeline/pins.ts';
import { ENGINE, hashOf, questionOf } from '../pipeline/provenance.ts';
import { quarantineTable } from '../pipeline/results.ts';
import { auditOf, idFrom, readTables, tablesOf } from '../pipeline/run.ts';
import { placed as atPlace } from '../pipeline/run-scenario.ts';
import { openSession, type Session } from '../pipeline/session.ts';
import { silent, type Watch } from '../pipeline/stage.ts';
import { Refusal } from '../problems/problem.ts';
import { expectOf } from '../runs/expected.ts';
import type { GivenBest, GivenReading, GivenSchedule } from '../runs/given.ts';
import { leftOutMetrics, leftOutNotes, leftOutOf } from '../runs/left-out.ts';
import type { Provenance, Run } from '../runs/run.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Data } from '../tables/table.ts';
import { plural } from '../text/format.ts';
import { oneWeek } from '../weeks/look-ahead.ts';
import { besideBest, chosenBy } from './beside.ts';
import { type Placed, placedRows, strangersOf } from './candidates.ts';
import { faultsOf } from './faults.ts';
import { levelsOf } from './levels.ts';
import { readSchedule, rowsOf } from './read/reading.ts';
import { besideTable, faultsTable, rowsTable, stepsTable, storable } from './tables.ts';

/**
 * How to audit a schedule that was made elsewhere.
 *
 * @example
 * const { given } = await auditSchedule(readScenario(week.file), [], { solve: false });
 * given?.best // null
 */
export interface AuditOptions {
  /** Told of each stage as it begins and ends. */
  readonly watch?: Watch | undefined;
  /** Kinds of your own, before those that Evenhand has. */
  readonly kinds?: readonly Domain[] | undefined;
  /** `false`: rules and price alone, which need no solver. Otherwise the best schedule is found beside it. */
  readonly solve?: boolean | undefined;
}

/**
 * Audits a schedule that people or another tool made: what it breaks, what it costs, how far it is from the best, and
 * what to change first. The answer is a run whose schedule is the given one; nothing is written.
 *
 * @param schedule A path (a CSV file, a JSON file with a list of objects, the folder of a run, the file of a published
 * version), or the rows themselves.
 * @throws Refusal where the file holds no schedule of this kind, or scenario and data do not fit.
 * @example
 * const rows = (await week.run()).rows('assignments');
 * const { given, objective } = await auditSchedule(readScenario(week.file), rows);
 * [given?.faults, objective.gap] // [[], 0]
 * given?.best?.rows.map(({ change }) => change) // ['kept', 'kept']
 */
export const auditSchedule = (
  scenario: Scenario,
  schedule: string | readonly Row[],
  options: AuditOptions = {},
): Promise<Run> =>
  auditWith(scenario, options, (domain, data) =>
    readSchedule(schedule, { domain, settings: scenario.settings, tables: data.tables }),
  );

/** The same for a schedule that was read before: what a stored audit is repeated from. */
export const auditAgain = (scenario: Scenario, reading: GivenReading, options: AuditOptions): Promise<Run> =>
  auditWith(scenario, options, async () => reading);

type Read = (domain: Domain, data: Data) => Promise<GivenReading>;

async function auditWith(
  scenario: Scenario,
  { watch = silent, kinds, solve = true }: AuditOptions,
  read: Read,
): Promise<Run> {
  try {
    oneWeek(scenario.settings, 'a given schedule asks', { maybe: 'Maybe audit a single week: take weeks out.' });
    const domain = domainOf(scenario.kind, kinds);
    const clock = stopwatch(watch);
    const question = await questionFrom(scenario, domain, read, clock.watch);
    const open = await (solve ? withBest(question, clock.watch) : withoutSolver(question, clock.watch));
    return { ...assemble(question, open), timing: clock.timing() };
  } catch (error) {
    throw error instanceof Refusal ? atPlace(error, scenario) : error;
  }
}

/** The schedule, and all that is known without candidates. */
interface Question {
  readonly scenario: Scenario;
  readonly lines: Run['scenario']['lines'];
  readonly domain: Domain;
  readonly data: Data;
  readonly reading: GivenReading;
  readonly audit: ReturnType<typeof auditOf>;
  readonly provenance: Omit<Provenance, 'solver' | 'method'>;
}

async function questionFrom(scenario: Scenario, domain: Domain, read: Read, watch: Watch): Promise<Question> {
  watch.begin('tables', 'reading tables');
  const inline = inlineOf(domain, scenario);
  const data = await readTables(scenario, domain, inline.tables);
  watch.end(
    'tables',
    Object.values(data.tables).reduce((sum, { rows }) => sum + rows.length, 0),
  );
  watch.begin('schedule', 'reading the schedule');
  const reading = await read(domain, data);
  watch.end('schedule', reading.rows.length);
  const asked = await askedOf(scenario, domain);
  watch.begin('audit', 'auditing');
  const audit = auditOf(scenario, asked, domain, data, rowsOf(reading), { given: true });
  watch.end('audit', audit.violations.length);
  const { file, counts, fields, rows, findings, notes } = reading;
  const provenance = {
    scenario: questionOf(scenario, asked),
    data: data.fingerprint,
    schedule: hashOf({ file, counts, fields, rows, findings, notes }),
    engine: ENGINE,
    seed: scenario.settings.solver.seed,
  };
  return { scenario, lines: inline.lines(), domain, data, reading, audit, provenance };
}

/** What the candidates say of the schedule. */
interface Answer {
  readonly instance: Instance;
  readonly placed: readonly Placed[];
  readonly session: Session | undefined;
  readonly best: GivenBest | null;
  readonly solver: string;
  readonly method: string;
}

async function withBest({ scenario, domain, data, reading }: Question, watch: Watch): Promise<Answer> {
  const session = await openSession(scenario, domain, { data, watch });
  const placed = placedRows(reading, session);
  watch.begin('changes', 'looking for what to change first');
  const best = await besideBest(session, { placed, counts: reading.counts }, (most) =>
    watch.begin('changes', `what to change first: ${plural(most, 'new row')}`),
  );
  watch.end('changes', best.steps.length);
  const { method } = session.run.provenance;
  return { instance: session.instance, placed, session, best, solver: await solverVersion(), method };
}

/** Opening the question needs no solver, and tells which rows are no candidates. */
async function withoutSolver({ scenario, domain, data, reading }: Question, watch: Watch): Promise<Answer> {
  const instance = domain.open(scenario.settings, data.tables, { watch });
  return {
    instance,
    placed: placedRows(reading, { domain, data, instance }),
    session: undefined,
    best: null,
    solver: 'none',
    method: 'none',
  };
}

function assemble(question: Question, answer: Answer): Run {
  const { scenario, domain, data, reading, audit } = question;
  const { instance, placed, session, best, solver, method } = answer;
  const provenance: Provenance = { ...question.provenance, solver, method };
  const given: GivenSchedule = {
    ...reading,
    faults: faultsOf(audit, reading, domain),
    strangers: strangersOf(placed),
    best,
  };
  // What the scenario charges for changes from an earlier run only the model of a session holds.
  const isWhole = session !== undefined || scenario.settings.stay_close_to === undefined;
  const model = session?.open ?? instance.model;
  const chosen = isWhole ? chosenBy(model, placed) : undefined;
  const levels = levelsOf({
    audit,
    rows: reading.rows.length,
    claimed: chosen && chosen.net / model.unit,
    best,
    bound: session?.run.audit.levels.find(({ name }) => name === 'bounded'),
    provenance,
    file: reading.file,
  });
  const { id, objective } = numbersOf(question, provenance, best);
  const quarantine = quarantineTable(data.quarantined);
  const left = leftOutOf({ quarantine });
  const tables = {
    ...audit.tables,
    violations: faultsTable(given.faults),
    given_rows: rowsTable(
      given,
      placed.map(({ text }) => text),
    ),
  };
  return {
    id,
    kind: scenario.kind,
    name: scenario.name,
    title: scenario.settings.title,
    status: 'feasible',
    objective,
    metrics: { ...audit.metrics, ...leftOutMetrics(left) },
    candidates: instance.model.candidates,
    funnel: instance.funnel,
    audit: { passed: levels.every(({ passed }) => passed), levels },
    notes: [...reading.notes, ...groupedNotes(instance.notes), ...data.notes, ...leftOutNotes(left)],
    given,
    scenario: recordOf(question),
    data: tablesOf(data),
    provenance,
    timing: [],
    tables: Object.fromEntries(
      Object.entries({
        ...tables,
        ...(best && { given_changes: stepsTable(given), given_beside: besideTable(given) }),
        quarantine,
      }).map(([name, table]) => [name, storable(table)]),
    ),
  };
}

/** A gap is one between schedules that keep the rules, where nothing comes before the net score. */
function numbersOf({ audit }: Question, provenance: Provenance, best: GivenBest | null): Pick<Run, 'id' | 'objective'> {
  const { scenario, data, engine, solver, schedule } = provenance;
  const bound = best?.objective.bound;
  const net = audit.objective.net_score ?? 0;
  const isBelow = audit.violations.length === 0 && bound !== undefined && bound >= net;
  return {
    id: idFrom(hashOf([scenario, schedule]), data, engine, solver),
    objective: {
      ...audit.objective,
      ...(bound !== undefined && { bound }),
      ...(isBelow && { gap: bound - net }),
    },
  };
}

function recordOf({ scenario, lines }: Question): Run['scenario'] {
  const { file, text, settings, overrides } = scenario;
  return {
    file,
    text,
    settings: settings as unknown as Readonly<Record<string, unknown>>,
    overrides,
    ...expectOf(scenario),
    ...(lines && { lines }),
  };
}
