import { spinner } from './spinner.ts';

/** What of a sweep is done. */
export interface SweepTally {
  readonly made: number;
  readonly recorded: number;
  readonly failed: number;
  readonly seconds: number;
}

/** The progress of a sweep on stderr, with the time that is left. */
export interface SweepProgress {
  readonly watch: (finished: { readonly recorded: boolean; readonly problems?: unknown }) => void;
  /** Does the work with the line shown. */
  readonly during: <T>(work: () => Promise<T>) => Promise<T>;
  readonly tally: () => SweepTally;
}

/** Counts runs as they end; draws a line where somebody watches. */
export async function sweepProgress(runs: number, on: boolean): Promise<SweepProgress> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let [made, recorded, failed] = [0, 0, 0];
  const line = on ? await spinner('') : undefined;
  const draw = () => {
    if (line === undefined) return;
    const done = made + recorded + failed;
    const known = recorded > 0 ? ` · ${recorded} recorded before` : '';
    const lost = failed > 0 ? ` · ${failed} failed` : '';
    line.text = `${bar(done / runs)} ${done} of ${runs} runs${known}${lost}${leftText(made, runs - done, seconds())}`;
    line.render();
  };
  return {
    watch: (finished) => {
      if (finished.problems !== undefined) failed += 1;
      else if (finished.recorded) recorded += 1;
      else made += 1;
      draw();
    },
    during: async (work) => {
      line?.start();
      draw();
      try {
        return await work();
      } finally {
        line?.stop();
      }
    },
    tally: () => ({ made, recorded, failed, seconds: seconds() }),
  };
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, share) * 20);
  return '█'.repeat(full) + '░'.repeat(20 - full);
}

/** After a few runs, from those made now: recorded ones took no time. */
function leftText(made: number, left: number, seconds: number): string {
  if (made < 3 || left === 0) return '';
  const rest = Math.ceil((seconds / made) * left);
  return rest < 90 ? ` · about ${rest} s left` : ` · about ${Math.ceil(rest / 60)} min left`;
}

/** A line on stderr that can be drawn anew. */
export interface StatusLine {
  readonly draw: (doing: string) => void;
  readonly stop: () => void;
}

/** A line on stderr that says what is being done, where somebody watches. */
export async function statusLine(title: string, on: boolean): Promise<StatusLine> {
  if (!on) return { draw: () => {}, stop: () => {} };
  const line = (await spinner(title)).start();
  return {
    draw: (doing) => {
      line.text = `${title} · ${doing}`;
      line.render();
    },
    stop: () => void line.stop(),
  };
}
