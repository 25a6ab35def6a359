import { readEvents } from '../adapt/read.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import { Refusal } from '../problems/problem.ts';
import { placeOf } from '../scenario/yaml/tree.ts';
import type { Json } from '../storage/bodies.ts';
import { DOCUMENTS, getDocument, listDocuments, putOnce } from '../storage/documents.ts';
import { openStorage } from '../storage/open.ts';
import type { Storage } from '../storage/storage.ts';
import { asExecuted } from './executed.ts';
import { type BatchPlan, planOf } from './plan.ts';
import { type Batch, readBatch } from './read.ts';
import { batchScenario, spanOf } from './scenario.ts';

const BATCHES = 'batches';

/** Where plans are kept, under which key, and what time it is. */
export interface BatchOptions {
  /** A folder, or `postgres`, `postgres:SCHEMA`, `env:NAME`. */
  readonly store: string;
  /** Under which key the plan is kept; otherwise the id of the job. */
  readonly key?: string | undefined;
  /** When, as ISO text in UTC: when a batch begins that does not say so, and when its plan was made. */
  readonly at: string;
}

/** What is kept of a batch. */
interface Kept {
  readonly content: string;
  readonly plan: BatchPlan;
}

/**
 * Plans a batch of posts from a JSON file, and keeps the plan under its key. The same batch again gives the plan that is
 * kept, whatever the time is; a plan that was not found is not kept.
 *
 * @throws Refusal where the batch cannot be used, and where its key is taken by another batch.
 * @example
 * const post = { id: 'a', platform: 'instagram', content_type: 'instagram_reels' };
 * writeNew(`${folder}/batch.json`, JSON.stringify({ bulk_job_id: 'week-45', posts: [post] }));
 * const options = { store: `${folder}/batches`, at: '2025-11-03T00:00:00Z' };
 * const { plan, isNew } = await runBatch(`${folder}/batch.json`, options);
 * [plan.bulk_job_id, plan.job_assignments.length, isNew] // ['week-45', 1, true]
 * (await runBatch(`${folder}/batch.json`, options)).isNew // false
 */
export async function runBatch(
  file: string,
  { store, key: wanted, at }: BatchOptions,
): Promise<{ readonly plan: BatchPlan; readonly isNew: boolean }> {
  const batch = readBatch(file);
  const key = wanted ?? batch.bulk_job_id;
  const storage = await openStorage(store, { features: [DOCUMENTS] });
  try {
    const before = await keptPlan(storage, batch, key);
    if (before !== undefined) return { plan: before, isNew: false };
    const plan = await planned(batch, key, at);
    if (plan.status !== 'empty' && plan.job_assignments.length === 0 && plan.unplaced.length === 0)
      return { plan, isNew: true };
    const body = JSON.parse(JSON.stringify({ content: batch.content, plan })) as Json;
    try {
      await putOnce(storage, { collection: BATCHES, key, body, at });
    } catch (error) {
      // Another process may have kept the same batch a moment ago, with another time.
      const meanwhile = error instanceof Refusal ? await keptPlan(storage, batch, key) : undefined;
      if (meanwhile === undefined) throw error;
      return { plan: meanwhile, isNew: false };
    }
    return { plan: (await keptPlan(storage, batch, key)) ?? plan, isNew: true };
  } finally {
    await storage.close();
  }
}

async function planned(batch: Batch, key: string, at: string): Promise<BatchPlan> {
  const span = spanOf(batch, at);
  if (batch.posts.length === 0) return planOf(batch, { key, at });
  const scenario = batchScenario(batch, span);
  return planOf(batch, { key, at, found: { scenario, run: await runScenario(scenario) } });
}

/** The plan that is kept under a key, if any. */
async function keptPlan(storage: Storage, batch: Batch, key: string): Promise<BatchPlan | undefined> {
  const document = await getDocument(storage, BATCHES, key);
  if (document === undefined) return undefined;
  const { content, plan } = document.body as unknown as Kept;
  if (content === batch.content) return plan;
  throw new Refusal([
    {
      message: `another batch is kept under "${key}" already`,
      maybe: 'Maybe give it another bulk_job_id, or another key with --key: a plan that is kept never changes.',
      place: placeOf(batch.written, ['bulk_job_id']),
    },
  ]);
}

/**
 * The plan that is kept under a key; undefined where there is none. With the log of its execution, a file as `readEvents`
 * takes it, the plan says how many posts started on time; what is kept stays as it is.
 *
 * @throws Refusal where there is no such store, and where the log cannot be read.
 * @example
 * writeNew(`${folder}/find.json`, JSON.stringify({ bulk_job_id: 'find', posts: [] }));
 * await runBatch(`${folder}/find.json`, { store: `${folder}/find`, at: '2025-11-03T00:00:00Z' });
 * (await findBatch(`${folder}/find`, 'find'))?.status // 'empty'
 */
export async function findBatch(store: string, key: string, executed?: string): Promise<BatchPlan | undefined> {
  const storage = await openStorage(store, { features: [DOCUMENTS], make: false });
  try {
    const document = await getDocument(storage, BATCHES, key);
    const plan = document && (document.body as unknown as Kept).plan;
    return plan === undefined || executed === undefined ? plan : asExecuted(plan, readEvents(executed));
  } finally {
    await storage.close();
  }
}

/**
 * The batches of a store, the last one first, at most so many.
 *
 * @example
 * writeNew(`${folder}/list.json`, JSON.stringify({ bulk_job_id: 'list', posts: [] }));
 * await runBatch(`${folder}/list.json`, { store: `${folder}/list`, at: '2025-11-03T00:00:00Z' });
 * (await listBatches(`${folder}/list`)).map(({ key }) => key) // ['list']
 */
export async function listBatches(
  store: string,
  most = 100,
): Promise<readonly { readonly key: string; readonly plan: BatchPlan }[]> {
  const storage = await openStorage(store, { features: [DOCUMENTS], make: false });
  try {
    const documents = await listDocuments(storage, BATCHES, { most });
    return documents.map(({ key, body }) => ({ key, plan: (body as unknown as Kept).plan }));
  } finally {
    await storage.close();
  }
}
