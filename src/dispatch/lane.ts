import { isOver, type Job } from './job.ts';

/** The jobs of one channel: those that are not due yet apart, since there may be thousands of them. */
export interface Lane {
  /** Puts a job where it belongs, as it stands now. */
  readonly put: (job: Job) => void;
  /** What is due or under way, once time has come so far. */
  readonly open: (now: number) => readonly Job[];
  /** When the next job that is not due yet will be. */
  readonly next: () => number;
  readonly running: () => number;
}

/** An empty lane. */
export function newLane(): Lane {
  const due = new Map<string, Job>();
  /** By planned time, the earliest at the end; what is here twice counts as `later` has it. */
  let queue: Job[] = [];
  let isSorted = true;
  const later = new Map<string, Job>();

  function settle(): void {
    if (!isSorted) queue = queue.sort((a, b) => b.plannedAt - a.plannedAt || (a.id < b.id ? 1 : -1));
    isSorted = true;
    while (queue.length > 0 && later.get(queue.at(-1)!.id) !== queue.at(-1)) queue.pop();
  }
  return {
    put: (job) => {
      due.delete(job.id);
      later.delete(job.id);
      if (isOver(job)) return;
      if (job.state !== 'planned') return void due.set(job.id, job);
      later.set(job.id, job);
      queue.push(job);
      isSorted = false;
    },
    open: (now) => {
      for (settle(); queue.length > 0 && queue.at(-1)!.plannedAt <= now; settle()) {
        const job = queue.pop()!;
        later.delete(job.id);
        due.set(job.id, job);
      }
      return [...due.values()];
    },
    next: () => {
      settle();
      return queue.at(-1)?.plannedAt ?? Infinity;
    },
    running: () => [...due.values()].filter(({ state }) => state === 'in flight').length,
  };
}
