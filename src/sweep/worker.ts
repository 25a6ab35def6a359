import { type Batch, type Finished, memoryOf, runBatch } from './batch.ts';

/** What a thread is sent: its runs, and where to tell of each as it is done. */
export interface Task {
  readonly batch: Batch;
  readonly port: { readonly postMessage: (finished: Finished) => void; readonly close: () => void };
}

// Tables stay in the thread, and so does the solver: both are made once, however many batches it gets.
const memory = memoryOf();

/** Makes the runs of a batch in a thread of its own. */
export async function work({ batch, port }: Task): Promise<readonly Finished[]> {
  const all: Finished[] = [];
  try {
    await runBatch(batch, memory, (finished) => {
      all.push(finished);
      port.postMessage(finished);
    });
    return all;
  } finally {
    port.close();
  }
}
