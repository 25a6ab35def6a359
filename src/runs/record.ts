import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ResultColumn, ResultTable } from '../tables/result.ts';
import { exactJson } from '../text/json.ts';
import { givenSchema } from './given.ts';
import { damaged } from './problems.ts';
import type { Run, Week } from './run.ts';

/** A table of a run as `run.json` keeps it: its columns, and how many rows its CSV file holds. */
export interface TableSummary {
  readonly columns: readonly ResultColumn[];
  readonly rows: number;
}

/**
 * A run as `run.json` keeps it: everything but the rows of its tables.
 *
 * @example
 * const record = toRecord(run);
 * [record.name, record.metrics.placed, record.tables.log.rows] // ['prime-evening', 12, 12]
 */
export type RunRecord = Omit<Run, 'tables' | 'weeks'> & { readonly tables: Readonly<Record<string, TableSummary>> };

/**
 * The record of a run: its keys in one fixed order, its tables summarised. Values that JSON cannot hold (an infinite
 * bound of a run that found nothing) are left out.
 *
 * @example
 * JSON.parse(JSON.stringify(toRecord(run))).objective.net_score // -326
 * toRecord(run).tables.log.rows // 12
 */
export function toRecord(run: Run): RunRecord {
  return {
    id: run.id,
    kind: run.kind,
    name: run.name,
    title: run.title,
    status: run.status,
    objective: finite(run.objective),
    metrics: run.metrics,
    candidates: run.candidates,
    funnel: run.funnel,
    audit: run.audit,
    notes: run.notes,
    ...(run.conflict === undefined ? {} : { conflict: run.conflict }),
    ...(run.priorities === undefined ? {} : { priorities: run.priorities }),
    ...(run.decided === undefined ? {} : { decided: run.decided }),
    ...(run.inWeek === undefined ? {} : { inWeek: run.inWeek }),
    ...(run.ranges === undefined ? {} : { ranges: run.ranges }),
    ...(run.backbone === undefined ? {} : { backbone: run.backbone }),
    ...(run.given === undefined ? {} : { given: run.given }),
    ...(run.since === undefined ? {} : { since: run.since }),
    ...(run.newest === undefined ? {} : { newest: run.newest }),
    scenario: run.scenario,
    ...(run.data === undefined ? {} : { data: run.data }),
    provenance: run.provenance,
    timing: run.timing,
    tables: mapValues(run.tables, ({ columns, rows }) => ({ columns, rows: rows.length })),
  };
}

/** The run again, from its record and its tables. */
export function fromRecord(record: RunRecord, tables: Readonly<Record<string, ResultTable>>): Run {
  return { ...record, tables };
}

/** The text of `run.json`: two spaces, one final line end; last a checksum of all of it but its timings. */
export function printRecord(record: RunRecord): string {
  const plain = JSON.parse(JSON.stringify(record)) as object;
  return `${JSON.stringify({ ...plain, sha256: checksum(recordSchema.parse(plain)) }, null, 2)}\n`;
}

/** The checksum that the text of a `run.json` states, and the one that it has. */
export function checksums(text: string, file: string): { readonly stated: string | undefined; readonly own: string } {
  const { sha256 } = Object(parseJson(text, file)) as { readonly sha256?: unknown };
  return { stated: typeof sha256 === 'string' ? sha256 : undefined, own: checksum(readRecord(text, file)) };
}

const checksum = (record: RunRecord): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...record, timing: [] }))
    .digest('hex');

/**
 * Reads the text of a `run.json`.
 *
 * @param file Named in the message where the text is no record.
 * @throws Refusal where the text is not JSON, or a part of the record is missing or of another type.
 */
export function readRecord(text: string, file: string): RunRecord {
  const parsed = recordSchema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw damaged(file, `${issue.path.join('.') || 'the whole'}: ${issue.message.toLowerCase()}`);
}

/** The text of `weeks.json`. */
export const printWeeks = (weeks: readonly Week[]): string => `${JSON.stringify(weeks, null, 2)}\n`;

/**
 * Reads the text of a `weeks.json`.
 *
 * @throws Refusal where it holds something else.
 */
export function readWeeks(text: string, file: string): readonly Week[] {
  const parsed = z.array(weekSchema).safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw damaged(file, `${issue.path.join('.') || 'the whole'}: ${issue.message.toLowerCase()}`);
}

function parseJson(text: string, file: string): unknown {
  try {
    return exactJson(text);
  } catch {
    throw damaged(file, 'it is not JSON');
  }
}

function finite(values: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => Number.isFinite(value)));
}

function mapValues<A, B>(values: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value)]));
}

const words = z.string();
const relaxation = z.object({ rule: words, label: words, by: z.number() });

/** A column of a result table, as files keep it. */
export const resultColumn = z.object({
  name: words,
  type: z.enum(['text', 'integer', 'number', 'percent', 'date', 'money']),
  label: words,
});

const level = z.object({
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  name: z.enum(['feasible', 'priced', 'bounded', 'reproducible', 'determined']),
  passed: z.boolean(),
  text: words,
});

/** The provenance of a run, as files keep it. */
export const provenanceSchema = z.object({
  scenario: words,
  data: words,
  schedule: words,
  engine: words,
  solver: words,
  seed: z.number(),
  method: words,
});

const since = z.object({
  by: z.enum(['published', 'stay_close_to', 'baseline']),
  name: words,
  kept: z.number(),
  changes: z.array(
    z.object({
      change: z.enum(['new', 'dropped', 'moved']),
      what: words,
      before: words.nullable(),
      after: words.nullable(),
    }),
  ),
});

const recordSchema = z.object({
  id: words,
  kind: words,
  name: words,
  title: words,
  status: z.enum(['optimal', 'feasible', 'infeasible', 'unknown']),
  objective: z.record(words, z.number()),
  metrics: z.record(words, z.number().nullable()),
  candidates: z.number(),
  funnel: z.array(z.object({ step: words, removed: z.number(), left: z.number(), text: words })),
  audit: z.object({ passed: z.boolean(), levels: z.array(level) }),
  notes: z.array(words),
  conflict: z
    .object({ members: z.array(z.object({ rule: words, label: words })), relaxation: z.array(relaxation) })
    .exactOptional(),
  priorities: z.array(z.object({ name: words, value: z.number(), bound: z.number().nullable() })).exactOptional(),
  decided: z
    .array(
      z.object({ name: words, metric: words, want: z.enum(['most', 'least']), value: z.number(), proven: z.boolean() }),
    )
    .exactOptional(),
  inWeek: z.number().int().positive().exactOptional(),
  ranges: z.record(words, z.object({ least: z.number(), most: z.number(), exact: z.boolean() })).exactOptional(),
  backbone: z.object({ always: z.number(), chosen: z.number(), exact: z.boolean() }).exactOptional(),
  given: givenSchema.exactOptional(),
  since: z.array(since).exactOptional(),
  newest: z.object({ name: words, folder: words, version: z.number().int().nonnegative() }).exactOptional(),
  scenario: z.object({
    file: words,
    text: words,
    settings: z.record(words, z.unknown()),
    overrides: z.array(
      z
        .object({ path: words, old: z.unknown().optional(), new: z.unknown().optional(), by: words })
        // What was not set before is no key in JSON.
        .transform(({ path, old, new: now, by }) => ({ path, old, new: now, by })),
    ),
    expect: z.record(words, z.unknown()).exactOptional(),
    lines: z.record(words, z.number()).exactOptional(),
  }),
  data: z.array(z.object({ table: words, rows: z.number(), fingerprint: words })).exactOptional(),
  provenance: provenanceSchema,
  timing: z.array(z.object({ stage: words, ms: z.number(), rows: z.number() })),
  tables: z.record(words, z.object({ columns: z.array(resultColumn), rows: z.number().int().nonnegative() })),
});

const weekSchema = recordSchema
  .pick({
    ...{ status: true, objective: true, metrics: true, candidates: true, funnel: true, audit: true, notes: true },
    ...{ conflict: true, provenance: true },
  })
  .extend({ week: z.number(), from: words });
