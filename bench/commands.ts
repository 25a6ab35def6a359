import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a command takes, against what it is held. Times are milliseconds, medians of processes run in turn. */
export interface CommandLine {
  readonly name: string;
  readonly ms: number;
  readonly against: string;
  readonly against_ms: number;
  /** ms / against_ms. */
  readonly ratio: number;
  /** The ratio should be no more than this. */
  readonly target: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMMAND = join(ROOT, 'dist', 'bin', 'evenhand.js');
const WEEK = 'scenarios/loans/la-week.yaml';
const SWEEP = 'scenarios/loans/sweep-fairness.yaml';
/** How many runs the sweep makes. */
const SWEEP_RUNS = 200;
const ROUNDS = 9;

/**
 * Times the built command as people start it, beside a process that does nothing, and a whole sweep on one thread.
 *
 * @param solve How long one solve of the sample week takes in a process that is warm, in milliseconds.
 */
export function commandLines(solve: number): readonly CommandLine[] {
  if (!existsSync(COMMAND)) throw new Error(`${COMMAND} is not there. Maybe run "npm run build" first.`);
  const out = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  try {
    const [nothing, version, week] = inTurn([
      ['-e', '0'],
      [COMMAND, '--version'],
      [COMMAND, 'run', WEEK, '--out', out],
    ]);
    const sweep = timed([COMMAND, 'sweep', SWEEP, '--workers', '1', '--fresh', '--out', out]) / SWEEP_RUNS;
    const node = ['node -e 0', nothing!] as const;
    return [
      lineOf('evenhand --version', version!, node, 2),
      lineOf('evenhand run, sample week', week!, node, 8),
      lineOf(`evenhand sweep, a run of ${SWEEP_RUNS}`, sweep, ['one solve', solve], 2),
    ];
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** In turn, so that a machine that grows slower does so for all of them; the first round, which warms disks, is lost. */
function inTurn(commands: readonly (readonly string[])[]): readonly number[] {
  const times: number[][] = commands.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [at, words] of commands.entries()) {
      const ms = timed(words);
      if (round > 0) times[at]!.push(ms);
    }
  return times.map(median);
}

function timed(words: readonly string[]): number {
  const began = performance.now();
  const { status } = spawnSync(process.execPath, words, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const ms = performance.now() - began;
  if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}`);
  return ms;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

function lineOf(name: string, ms: number, [against, own]: readonly [string, number], target: number): CommandLine {
  return {
    name,
    ms: Math.round(ms),
    against,
    against_ms: Math.round(own),
    ratio: Math.round((10 * ms) / own) / 10,
    target,
  };
}
