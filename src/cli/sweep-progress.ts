import ora from 'ora';

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
export function sweepProgress(runs: number, on: boolean): SweepProgress {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  let [made, recorded, failed] = [0, 0, 0];
  const spinner = on ? ora({ stream: process.stderr, hideCursor: false, discardStdin: false }) : undefined;
  const draw = () => {
    if (spinner === undefined) return;
    const done = made + recorded + failed;
    const known = recorded > 0 ? ` · ${recorded} recorded before` : '';
    const lost = failed > 0 ? ` · ${failed} failed` : '';
    spinner.text = `${bar(done / runs)} ${done} of ${runs} runs${known}${lost}${leftText(made, runs - done, seconds())}`;
    spinner.render();
  };
  return {
    watch: (finished) => {
      if (finished.problems !== undefined) failed += 1;
      else if (finished.recorded) recorded += 1;
      else made += 1;
      draw();
    },
    during: async (work) => {
      spinner?.start();
      draw();
      try {
        return await work();
      } finally {
        spinner?.stop();
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

/** A line on stderr that says what is being done, where somebody watches. */
export function statusLine(
  title: string,
  on: boolean,
): { readonly draw: (doing: string) => void; readonly stop: () => void } {
  if (!on) return { draw: () => {}, stop: () => {} };
  const spinner = ora({ stream: process.stderr, hideCursor: false, discardStdin: false, text: title }).start();
  return {
    draw: (doing) => {
      spinner.text = `${title} · ${doing}`;
      spinner.render();
    },
    stop: () => void spinner.stop(),
  };
}
