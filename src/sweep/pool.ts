import { Tinypool } from 'tinypool';
import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type Memory, memoryOf } from '../pipeline/memory.ts';
import { isShared } from '../tables/sources/source.ts';
import { type Batch, type Finished, problemsIn, runBatch, scenarioOf } from './batch.ts';

/** How to make the runs of batches. */
export interface Making {
  readonly workers: number;
  /** Kinds of the user's own, and the modules from which a thread can load them. */
  readonly kinds: readonly Domain[];
  readonly modules: readonly string[];
  readonly done: (finished: Finished) => void;
}

/** Makes the runs of all batches, on so many threads; on this one alone where one is asked for. */
export async function runBatches(batches: readonly Batch[], making: Making): Promise<void> {
  const { workers, kinds, modules, done } = making;
  // A kind without a module is known to this thread alone.
  const threads = kinds.length > modules.length ? 1 : Math.min(workers, batches.length);
  if (threads > 1) return onThreads(batches, threads, making);
  const shared = { memory: memoryOf(kinds), kinds };
  for (const batch of batches) await runBatch(batch, shared, done);
}

async function onThreads(batches: readonly Batch[], threads: number, making: Making) {
  const pool = new Tinypool({
    filename: workerUrl(),
    name: 'work',
    minThreads: threads,
    maxThreads: threads,
    // A thread that sleeps between its batches is never woken by Deno; the waiting saved is nothing beside a batch.
    useAtomics: false,
  });
  try {
    const memory = memoryOf(making.kinds);
    const whole: Batch[] = [];
    for (const batch of batches) whole.push(await withData(batch, memory, making.kinds));
    await Promise.all(whole.map((batch) => onThread(pool, batch, making)));
  } finally {
    await pool.destroy();
  }
}

/**
 * A batch with its tables, where others may write to them meanwhile, as to those of a database: each thread that read
 * them for itself would read them at another moment, and runs of other data are no comparison.
 */
async function withData(batch: Batch, memory: Memory, kinds: readonly Domain[]): Promise<Batch> {
  const [first, ...others] = batch.runs.map(({ settings }) => settings);
  if (first === undefined || !isShared(first.data) || domainOf(batch.kind, kinds).tablesFor !== undefined) return batch;
  const source = JSON.stringify(first.data);
  if (others.some(({ data }) => JSON.stringify(data) !== source)) return batch;
  const data = await memory.data(scenarioOf(batch, first));
  return data === undefined ? batch : { ...batch, data };
}

/** Each run is told of once: as it is done or, where its thread died before, with the reason. */
async function onThread(pool: Tinypool, batch: Batch, { modules, done }: Making): Promise<void> {
  const told = new Set<number>();
  const tell = (finished: Finished) => {
    if (told.has(finished.number)) return;
    told.add(finished.number);
    done(finished);
  };
  const { port1, port2 } = new MessageChannel();
  port1.on('message', tell);
  try {
    const all: readonly Finished[] = await pool.run({ batch, modules, port: port2 }, { transferList: [port2] });
    all.forEach(tell);
  } catch (error) {
    const problems = problemsIn(error);
    for (const { number } of batch.runs) tell({ number, problems, recorded: false });
  } finally {
    port1.close();
  }
}

// Built, the library is JavaScript. From its sources a thread needs the loader that this process has; Node 20 does not
// hand it down, so the thread begins with a module that asks for it.
function workerUrl(): string {
  if (!import.meta.url.endsWith('.ts')) return new URL('./worker.js', import.meta.url).href;
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const worker = JSON.stringify(new URL('./worker.ts', import.meta.url).href);
  const code = `import { register } from ${loader}; register(); export const { work } = await import(${worker});`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
