import { blockBootstrap, type Estimate } from './maths/bootstrap.ts';
import { forecast, METHODS, type Method } from './methods.ts';
import type { Trial } from './outcomes.ts';
import { blocksOf, folds } from './rolling.ts';
import { countsOf, SLOTS, slotOf } from './week.ts';

/** How well one method foretold trials that it had not seen. */
export interface MethodScore {
  readonly method: Method;
  /** Mean squared error of the chances (Brier 1950): the less, the better; 0.25 is what tossing a coin gives. */
  readonly brier: number;
  /** Mean negative logarithm of the chance that was given to what came. */
  readonly logLoss: number;
  /** The share of the variance that it explains: 1 − Brier score ÷ that of the overall mean. Below 0 it misleads. */
  readonly explained: Estimate;
  /**
   * The share of successes in the five slots that it held best, of those tried before, ÷ the share of all. Null where
   * no trial fell into them, and for the overall mean, to which all slots are equal.
   */
  readonly lift: Estimate | null;
  /** How many trials fell into those slots. */
  readonly liftSamples: number;
}

/** One trial as all methods foretold it. */
interface Foretold {
  readonly success: number;
  readonly chances: readonly number[];
  readonly top: readonly boolean[];
}

/** A group of trials that were given like chances, and what came of them. */
export interface CalibrationBin {
  readonly samples: number;
  readonly successes: number;
  /** The mean chance that they were given. */
  readonly foretold: number;
}

/** The test of all methods against each other, on trials that none of them had seen. */
export interface MethodTest {
  readonly folds: number;
  /** Trials that were foretold. */
  readonly tested: number;
  readonly blocks: number;
  readonly scores: readonly MethodScore[];
  /** By how much the Brier score of the first is less than that of the second, with its interval. */
  readonly gain: (better: Method, than: Method) => Estimate;
  readonly calibration: (method: Method, bins?: number) => readonly CalibrationBin[];
}

const TOP = 5;

/**
 * Tests every method in order of time with a rolling origin; intervals by the bootstrap of blocks of time.
 *
 * @param trials in order of time
 * @returns null where the trials cannot be parted into folds
 */
export function testMethods(trials: readonly Trial[], worth: Float64Array, seed: number): MethodTest | null {
  const parts = folds(trials.map(({ at }) => at));
  if (parts.length === 0) return null;
  const rows = parts.flatMap(({ from, to }) =>
    foretoldRows(trials.slice(0, from), trials.slice(from, to), { worth, seed }),
  );
  const tested = trials.slice(parts[0]!.from, parts.at(-1)!.to);
  const blockOf = blocksOf(tested);
  const blocks = Math.max(...blockOf) + 1;
  const sumsOf = (figures: (row: Foretold) => readonly number[]) => blockSums(rows, { blockOf, blocks, figures });
  const bootstrap = { seed };
  const gain = (better: Method, than: Method): Estimate =>
    blockBootstrap(
      sumsOf((row) => [1, squared(row, than) - squared(row, better)]),
      ([count, sum]) => (count === 0 ? null : sum! / count!),
      bootstrap,
    )!;
  const scores = METHODS.map((method) => scoreOf(method, rows, { sumsOf, seed }));
  return {
    ...{ folds: parts.length, tested: rows.length, blocks, scores, gain },
    calibration: (method, bins = 5) => calibrationOf(rows, method, bins),
  };
}

const place = (method: Method): number => METHODS.indexOf(method);
const squared = ({ success, chances }: Foretold, method: Method): number => (success - chances[place(method)]!) ** 2;

function foretoldRows(
  before: readonly Trial[],
  after: readonly Trial[],
  { worth, seed }: { readonly worth: Float64Array; readonly seed: number },
): readonly Foretold[] {
  const counts = countsOf(before);
  const { chances } = forecast(counts, worth, seed);
  const each = METHODS.map((method) => chances[method]);
  const tops = each.map((slots) => topSlots(slots, counts.samples));
  return after.map((trial) => {
    const slot = slotOf(trial);
    return {
      success: trial.success ? 1 : 0,
      chances: each.map((slots) => slots[slot]!),
      top: tops.map((top) => top.has(slot)),
    };
  });
}

/** The five best slots of those tried; of equal ones the more often tried. */
function topSlots(chances: Float64Array, samples: Float64Array): ReadonlySet<number> {
  const tried = Array.from({ length: SLOTS }, (_, slot) => slot).filter((slot) => samples[slot]! > 0);
  const sorted = tried.toSorted((a, b) => chances[b]! - chances[a]! || samples[b]! - samples[a]! || a - b);
  return new Set(sorted.slice(0, TOP));
}

interface Summing {
  readonly blockOf: readonly number[];
  readonly blocks: number;
  readonly figures: (row: Foretold) => readonly number[];
}

function blockSums(rows: readonly Foretold[], { blockOf, blocks, figures }: Summing): readonly (readonly number[])[] {
  const sums = Array.from({ length: blocks }, (): number[] => []);
  for (const [at, row] of rows.entries()) {
    const sum = sums[blockOf[at]!]!;
    for (const [i, value] of figures(row).entries()) sum[i] = (sum[i] ?? 0) + value;
  }
  return sums;
}

type SumsOf = (figures: (row: Foretold) => readonly number[]) => readonly (readonly number[])[];

function scoreOf(
  method: Method,
  rows: readonly Foretold[],
  { sumsOf, seed }: { readonly sumsOf: SumsOf; readonly seed: number },
): MethodScore {
  const at = place(method);
  const mean = (of: (row: Foretold) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const explained = blockBootstrap(
    sumsOf((row) => [squared(row, method), squared(row, 'mean')]),
    ([own, whole]) => (whole === 0 ? null : 1 - own! / whole!),
    { seed },
  )!;
  const lift = blockBootstrap(
    sumsOf((row) => [1, row.success, row.top[at] ? 1 : 0, row.top[at] ? row.success : 0]),
    ([all, good, top, topGood]) => (good === 0 || top === 0 ? null : topGood! / top! / (good! / all!)),
    { seed },
  );
  return {
    method,
    brier: mean((row) => squared(row, method)),
    logLoss: mean(({ success, chances }) => -Math.log(success === 1 ? chances[at]! : 1 - chances[at]!)),
    explained,
    lift: method === 'mean' ? null : lift,
    liftSamples: method === 'mean' ? 0 : rows.filter(({ top }) => top[at]).length,
  };
}

/** Rows by the chance that they were given, in groups of equal size. */
function calibrationOf(rows: readonly Foretold[], method: Method, bins: number): readonly CalibrationBin[] {
  const at = place(method);
  const sorted = rows.toSorted((a, b) => a.chances[at]! - b.chances[at]!);
  return Array.from({ length: bins }, (_, bin) => {
    const own = sorted.slice(Math.round((sorted.length * bin) / bins), Math.round((sorted.length * (bin + 1)) / bins));
    return {
      samples: own.length,
      successes: own.reduce((sum, { success }) => sum + success, 0),
      foretold: own.reduce((sum, { chances }) => sum + chances[at]!, 0) / Math.max(1, own.length),
    };
  }).filter(({ samples }) => samples > 0);
}
