// Batches of posts: from a file of jobs to a plan that is kept.

export { batchEvents } from './events.ts';
export type { BatchPlan } from './plan.ts';
export { findBatch, listBatches, runBatch } from './run-batch.ts';
