import { createHash } from 'node:crypto';
import { z } from 'zod';
import { provenanceSchema, resultColumn } from '../runs/record.ts';
import type { Provenance, Run } from '../runs/run.ts';
import type { Cell, ResultColumn, ResultTable, ScheduleTable } from '../tables/result.ts';
import { callName } from '../text/call-name.ts';
import { exactJson } from '../text/json.ts';
import { damagedVersion, noColumn, noTable, sameKey } from './problems.ts';

/** A schedule by itself: enough to compare it with another. */
export interface Plan extends ResultTable {
  readonly kind: string;
  /** The scenario's name. */
  readonly name: string;
  /** The id of the run that made it. */
  readonly run: string;
  readonly schedule: ScheduleTable;
}

/** A published schedule. Versions are numbered from 1, and none is ever changed. */
export interface Version extends Plan {
  readonly version: number;
  /** The version that was the newest when it was published; 0: there was none. */
  readonly base: number;
  readonly title: string;
  readonly status: Run['status'];
  readonly provenance: Provenance;
}

/**
 * The schedule of a run.
 *
 * @throws Refusal where the run has no such table or column, or two rows of one key.
 */
export function planOf(run: Run, schedule: ScheduleTable): Plan {
  const table = Object.hasOwn(run.tables, schedule.table) ? run.tables[schedule.table] : undefined;
  if (table === undefined) throw noTable(run.id, schedule.table);
  const { kind, name, id } = run;
  const plan: Plan = { kind, name, run: id, schedule, columns: table.columns, rows: table.rows };
  // A schedule that was given may hold one row twice: that is for its audit to say, and no reason not to compare it.
  if (run.given === undefined) refuseTwice(plan, schedule, `run ${id}`);
  return plan;
}

/** What messages call a version: `la-week@41`, as one would type it. */
export const versionName = ({ name, version }: { readonly name: string; readonly version: number }): string =>
  `${name}@${version}`;

/** A row of a schedule as its comparison sees it. */
export interface Placed {
  readonly key: readonly Cell[];
  readonly place: readonly Cell[];
  /** What people call the codes among them, by column. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Makes sure that no row stands in a schedule twice. One key may: a course has several meetings.
 *
 * @param owner Named where a column is missing or two rows are the same.
 */
function refuseTwice(plan: Plan, schedule: ScheduleTable, owner: string): void {
  for (const rows of rowsByKey(plan, schedule, owner).values()) {
    const places = new Set(rows.map(({ place }) => JSON.stringify(place)));
    if (places.size === rows.length) continue;
    throw sameKey(owner, `${schedule.key.join(', ')} ${rows[0]!.key.join(', ')}`);
  }
}

/**
 * The rows of a schedule by their key, which may stand several times.
 *
 * @param owner Named where a column is missing.
 * @param called The columns that are the names of codes; a plan from before they were kept has none.
 */
export function rowsByKey(
  plan: Plan,
  schedule: ScheduleTable,
  owner: string,
  called: ScheduleTable['called'] = {},
): ReadonlyMap<string, readonly Placed[]> {
  const indices = (names: readonly string[]) => names.map((name) => indexOf(plan, schedule.table, name, owner));
  const [keys, places] = [indices(schedule.key), indices(schedule.place)];
  const titles = Object.entries(called).map(([column, names]): readonly [string, readonly number[]] => [
    column,
    names.map((name) => plan.columns.findIndex((each) => each.name === name)).filter((at) => at >= 0),
  ]);
  const rows = new Map<string, Placed[]>();
  for (const row of plan.rows) {
    const key = keys.map((index) => row[index] ?? null);
    const name = JSON.stringify(key);
    const names = Object.fromEntries(titles.map(([column, own]) => [column, callName(own.map((at) => row[at]))]));
    const placed = { key, place: places.map((index) => row[index] ?? null), names };
    rows.set(name, [...(rows.get(name) ?? []), placed]);
  }
  return rows;
}

function indexOf(plan: Plan, table: string, name: string, owner: string): number {
  const index = plan.columns.findIndex((column: ResultColumn) => column.name === name);
  if (index < 0) throw noColumn(owner, table, name);
  return index;
}

/** The text of a version's file: the version, and a checksum of it first, so that damage is found. */
export function printVersion(version: Version): string {
  const body = inOrder(version);
  return `${JSON.stringify({ sha256: checksum(body), ...body }, null, 2)}\n`;
}

/**
 * Reads the text of a version's file.
 *
 * @param file Named in the message where the text is not what was published.
 */
export function parseVersion(text: string, file: string): Version {
  const parsed = schema.safeParse(parseJson(text, file));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw damagedVersion(file, `${issue.path.join('.') || 'the whole'}: ${issue.message.toLowerCase()}`);
  }
  const { sha256, ...version } = parsed.data;
  if (checksum(inOrder(version)) !== sha256) throw damagedVersion(file, 'its checksum is not that of its content');
  refuseTwice(version, version.schedule, file);
  return version;
}

function parseJson(text: string, file: string): unknown {
  try {
    return exactJson(text);
  } catch {
    throw damagedVersion(file, 'it is not JSON');
  }
}

const checksum = (body: Version): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

/** One order of keys, whoever built the object: the checksum is one of text. */
function inOrder({ schedule, provenance, ...version }: Version): Version {
  return {
    version: version.version,
    base: version.base,
    kind: version.kind,
    name: version.name,
    title: version.title,
    run: version.run,
    status: version.status,
    provenance: {
      scenario: provenance.scenario,
      data: provenance.data,
      schedule: provenance.schedule,
      engine: provenance.engine,
      solver: provenance.solver,
      seed: provenance.seed,
      method: provenance.method,
    },
    schedule: { table: schedule.table, key: schedule.key, place: schedule.place },
    columns: version.columns.map(({ name, type, label }) => ({ name, type, label })),
    rows: version.rows,
  };
}

const texts = z.array(z.string());

const schema = z.strictObject({
  sha256: z.string(),
  version: z.int().min(1),
  base: z.int().min(0),
  kind: z.string(),
  name: z.string(),
  title: z.string(),
  run: z.string(),
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  provenance: provenanceSchema,
  schedule: z.strictObject({ table: z.string(), key: texts, place: texts }),
  columns: z.array(resultColumn),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
});
