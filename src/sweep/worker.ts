import type { Domain } from '../domain.ts';
import { loadKinds } from '../domains/load.ts';
import { type Memory, memoryOf } from '../pipeline/memory.ts';
import { type Batch, type Finished, runBatch } from './batch.ts';

/** What a thread is sent: its runs, and where to tell of each as it is done. */
export interface Task {
  readonly batch: Batch;
  /** The modules of kinds that the user has named. */
  readonly modules: readonly string[];
  readonly port: { readonly postMessage: (finished: Finished) => void; readonly close: () => void };
}

// Tables stay in the thread, and so does the solver: both are made once, however many batches it gets.
let shared: Promise<{ readonly memory: Memory; readonly kinds: readonly Domain[] }> | undefined;

async function sharedBy(modules: readonly string[]) {
  const kinds = await loadKinds(modules);
  return { memory: memoryOf(kinds), kinds };
}

/** Makes the runs of a batch in a thread of its own. */
export async function work({ batch, modules, port }: Task): Promise<readonly Finished[]> {
  const all: Finished[] = [];
  try {
    shared ??= sharedBy(modules);
    await runBatch(batch, await shared, (finished) => {
      all.push(finished);
      port.postMessage(finished);
    });
    return all;
  } finally {
    port.close();
  }
}
