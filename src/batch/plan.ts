import { createHash } from 'node:crypto';
import type { Run } from '../runs/run.ts';
import type { ReadScenario } from '../scenario/read.ts';
import type { ResultTable } from '../tables/result.ts';
import { type Batch, platformOf } from './read.ts';
import { type Cap, capsOf, quotaOf, throughputOf } from './scores.ts';

/** A post with its time. */
export interface JobAssignment {
  readonly post_id: string;
  readonly platform: string;
  readonly channel: string;
  readonly content_type: string | null;
  /** The instant in UTC: `2025-11-03T11:00:00Z`. */
  readonly scheduled_time: string;
  /** The same by the clocks of the channel: `2025-11-03T06:00`. */
  readonly local_time: string;
  readonly zone: string;
  /** From 0 to 1: how good the hour is. */
  readonly timing_score: number;
  readonly priority: string;
  /** The first 32 hexadecimal digits of the SHA-256 of job, post, channel and instant. */
  readonly idempotency_key: string;
}

/**
 * The plan of a batch, as it is stored.
 *
 * @example
 * const outOf = ({ unplaced }: BatchPlan) => unplaced.map(({ post_id }) => post_id);
 * typeof outOf // 'function'
 */
export interface BatchPlan {
  /** Follows from key and content: the same batch has the same one everywhere. */
  readonly schedule_id: string;
  readonly bulk_job_id: string;
  readonly created_at: string;
  /** As of a run; `empty` of a batch without posts, for which nothing is run. */
  readonly status: string;
  readonly job_assignments: readonly JobAssignment[];
  readonly unplaced: readonly {
    readonly post_id: string;
    readonly reason: string;
    readonly best_chance: string | null;
    /** The posts that hold this instant; none where rules alone close it. */
    readonly held_by: readonly string[];
  }[];
  /** Posts per hour: 1 ÷ the mean time between consecutive posts; null of fewer than two, or where all go out at once. */
  readonly projected_throughput: number | null;
  /** Share of the hours and rolling windows of the plan that keep their caps; null where there is none to keep. */
  readonly quota_compliance_score: number | null;
  /** Share of the posts due that started on time; null as long as nothing was executed, and so in a plan that is kept. */
  readonly schedule_adherence_score: number | null;
}

const sha = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The plan that a run found; without a run, that of a batch that has no posts. */
export function planOf(
  batch: Batch,
  { key, at, found }: { readonly key: string; readonly at: string; readonly found?: Found | undefined },
): BatchPlan {
  const assigned = found === undefined ? [] : assignmentsOf(batch, found);
  const caps: readonly Cap[] = found === undefined ? [] : capsOf(found.scenario.settings);
  return {
    schedule_id: sha(key, batch.content).slice(0, 32),
    bulk_job_id: batch.bulk_job_id,
    created_at: at,
    status: found?.run.status ?? 'empty',
    job_assignments: assigned,
    unplaced: found === undefined ? [] : unplacedOf(found.run, new Set(batch.posts.map(({ id }) => id))),
    projected_throughput: throughputOf(assigned),
    quota_compliance_score: quotaOf(assigned, caps),
    schedule_adherence_score: null,
  };
}

/** A run of a batch, and the scenario that it was. */
export interface Found {
  readonly run: Run;
  readonly scenario: ReadScenario;
}

function assignmentsOf({ bulk_job_id, posts }: Batch, { run, scenario }: Found): readonly JobAssignment[] {
  const wanted = new Map(posts.map((post) => [post.id, post]));
  const { channels = [] } = scenario.settings as { readonly channels?: readonly Readonly<Record<string, unknown>>[] };
  const zones = new Map(channels.map(({ channel, zone }) => [channel, String(zone)]));
  return recordsIn(run.tables.plan).map((row) => {
    const [id, channel, instant] = [String(row.post), String(row.channel), `${String(row.at).slice(0, 16)}:00Z`];
    const post = wanted.get(id)!;
    return {
      post_id: id,
      platform: String(row.platform ?? platformOf(post)),
      channel,
      content_type: post.content_type ?? null,
      scheduled_time: instant,
      local_time: String(row.local).slice(4).replace(' ', 'T'),
      zone: zones.get(channel) ?? 'UTC',
      timing_score: Number(row.timing),
      priority: post.priority,
      idempotency_key: sha(bulk_job_id, id, channel, instant).slice(0, 32),
    };
  });
}

const unplacedOf = (run: Run, known: ReadonlySet<string>): BatchPlan['unplaced'] =>
  recordsIn(run.tables.unplaced).map(({ post, why, best_at: best, holders }) => ({
    post_id: String(post),
    reason: String(why),
    best_chance: best === undefined || best === null || best === '' ? null : String(best),
    held_by: namesIn(String(holders ?? ''), known),
  }));

/** The names in a list with commas, of which a name may itself have some: the longest that is known is meant. */
function namesIn(list: string, known: ReadonlySet<string>): readonly string[] {
  if (list === '') return [];
  const parts = list.split(', ');
  const ends = parts.map((_, p) => parts.length - p);
  const end = ends.find((count) => known.has(parts.slice(0, count).join(', '))) ?? 1;
  return [parts.slice(0, end).join(', '), ...namesIn(parts.slice(end).join(', '), known)];
}

const recordsIn = (table: ResultTable | undefined): readonly Readonly<Record<string, unknown>>[] =>
  (table?.rows ?? []).map((row) => Object.fromEntries(table!.columns.map(({ name }, c) => [name, row[c]])));
