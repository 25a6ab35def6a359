import type { Fuse } from '../kernel/model.ts';
import type { Watch } from './stage.ts';

/** Times stages. The only clock of a run, and only its `timing` knows what it says. */
export function stopwatch(watch: Watch) {
  const timing: { stage: string; ms: number; rows: number }[] = [];
  let began = performance.now();
  let current = '';
  return {
    timing: () => timing,
    watch: {
      begin: (stage: string, doing: string) => {
        if (stage !== current) began = performance.now();
        current = stage;
        watch.begin(stage, doing);
      },
      end: (stage: string, rows: number) => {
        timing.push({ stage, ms: Math.round((performance.now() - began) * 10) / 10, rows });
        current = '';
        watch.end(stage, rows);
      },
    },
  };
}

/** A fuse that burns by the clock from now on: the seconds of a run, shared by all that it solves. */
export function fuseFromNow(seconds: number): Fuse {
  const began = performance.now();
  return { left: () => Math.max(0, seconds - (performance.now() - began) / 1000), burn: () => {} };
}
