import { betaCdf, betaOf, betaQuantile } from './maths/beta.ts';
import type { Estimate } from './maths/bootstrap.ts';
import { type Forecasts, forecast, type Method } from './methods.ts';
import { inOrder, type Trial } from './outcomes.ts';
import type { Belief, LevelSizes } from './shrinkage.ts';
import { type CalibrationBin, type MethodScore, testMethods } from './test-methods.ts';
import { bySlot, countsOf, hourOf, total, weekdayOf } from './week.ts';

/** What chances are taken from: the built-in table, the trials with partial pooling, or a random forest. */
export type UsedMethod = Extract<Method, 'table' | 'shrinkage' | 'forest'>;

/**
 * What an hour of a weekday is worth.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * const { weekday, hour, samples, method } = learnt.slots[33];
 * [weekday, hour, samples, method] // [1, 9, 0, 'table']
 */
export interface Slot {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
  readonly samples: number;
  readonly successes: number;
  /** The chance of success, with an interval that holds the true chance in 80 of 100 slots. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** The variance of the chance: with the mean, it gives the Beta distribution of the interval. */
  readonly variance: number;
  readonly method: UsedMethod;
  /** The chance that this slot is better than the base rate: of slots with 0.8, four of five are. */
  readonly confidence: number;
}

/**
 * What the test of time says. `few`: fewer than 50 trials. `none`: no effect of hour and weekday can be shown. `effect`:
 * a learnt method foretells better than the overall mean, more surely than chance would have it in 5 of 100 cases.
 *
 * @example
 * learn([], { worth: () => 0.5 }).verdict // 'few'
 */
export type Verdict = 'few' | 'none' | 'effect';

/**
 * What was learnt of outcomes: 168 slots, and the test that says how far they may be trusted.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * [learnt.samples, learnt.verdict, learnt.test] // [0, 'few', null]
 */
export interface Learnt {
  readonly samples: number;
  readonly successes: number;
  /** The chance of success over all trials. */
  readonly base: number;
  readonly verdict: Verdict;
  readonly method: UsedMethod;
  /** Monday 0:00 first, Sunday 23:00 last. */
  readonly slots: readonly Slot[];
  /** How far slots differ, in log odds. */
  readonly levels: LevelSizes;
  /** Null where there are too few trials to test anything. */
  readonly test: LearntTest | null;
}

/**
 * The test of the methods, on trials that none of them had seen.
 *
 * @example
 * learn([], { worth: () => 0.5 }).test // null
 */
export interface LearntTest {
  readonly folds: number;
  readonly tested: number;
  readonly blocks: number;
  readonly scores: readonly MethodScore[];
  /** By how much the Brier score of shrinkage is less than that of the overall mean, and the forest's than that of shrinkage. */
  readonly gains: { readonly shrinkage: Estimate; readonly forest: Estimate; readonly forestOnShrinkage: Estimate };
  /** The method that is used, by groups of like chances. */
  readonly calibration: readonly CalibrationBin[];
  /** The least share of the variance that so many trials would show in four of five cases. */
  readonly least: number;
}

/**
 * What learning is given beside trials.
 *
 * @example
 * learn([], { worth: () => 0.5, seed: 2 }).slots.length // 168
 */
export interface LearnOptions {
  /** The built-in table: what an hour of a weekday (0 is Monday) is worth before anything is known, from 0 to 1. */
  readonly worth: (weekday: number, hour: number) => number;
  readonly seed?: number;
}

/**
 * Fewer trials are not tested: the table stands.
 *
 * @example
 * FEWEST_TRIALS // 50
 */
export const FEWEST_TRIALS = 50;

/**
 * Learns what hour and weekday are worth. The slots' chances are those of shrinkage where it foretells later trials
 * better than the overall mean does, those of a random forest where this foretells still better, and otherwise those of
 * the built-in table, as strong as the trials support it. "Better" means that the 95 % interval of the difference of Brier
 * scores lies above 0. Two methods may show an effect, each by chance in at most 2.5 of 100 cases: together 5.
 *
 * @example
 * const learnt = learn([], { worth: (_, hour) => (hour === 9 ? 1 : 0) });
 * [learnt.verdict, learnt.method, learnt.slots.length] // ['few', 'table', 168]
 */
export function learn(trials: readonly Trial[], { worth, seed = 1 }: LearnOptions): Learnt {
  const sorted = inOrder(trials);
  const table = bySlot(worth);
  const counts = countsOf(sorted);
  const forecasts = forecast(counts, table, seed);
  const tested = sorted.length < FEWEST_TRIALS ? null : testMethods(sorted, table, seed);
  const gains = tested && {
    shrinkage: tested.gain('shrinkage', 'mean'),
    forest: tested.gain('forest', 'mean'),
    forestOnShrinkage: tested.gain('forest', 'shrinkage'),
  };
  const verdict = gains === null ? 'few' : gains.shrinkage.low > 0 || gains.forest.low > 0 ? 'effect' : 'none';
  const method = verdict !== 'effect' ? 'table' : gains!.forestOnShrinkage.low > 0 ? 'forest' : 'shrinkage';
  return {
    ...{ samples: total(counts.samples), successes: total(counts.successes), base: forecasts.shrunk.base },
    ...{ verdict, method },
    slots: beliefsOf(forecasts, method).map((belief, slot) => ({
      ...{ weekday: weekdayOf(slot), hour: hourOf(slot) },
      ...{ samples: counts.samples[slot]!, successes: counts.successes[slot]! },
      ...slotOfBelief(belief, forecasts.shrunk.base),
      method,
    })),
    levels: forecasts.shrunk.levels,
    test: tested &&
      gains && {
        ...{ folds: tested.folds, tested: tested.tested, blocks: tested.blocks, scores: tested.scores, gains },
        calibration: tested.calibration(verdict === 'effect' ? method : 'shrinkage'),
        least: leastShown(tested.tested),
      },
  };
}

/** A forest gives no variance: it has that of shrinkage, and more where the two disagree. */
function beliefsOf({ chances, shrunk }: Forecasts, method: UsedMethod): readonly Belief[] {
  if (method === 'table') return shrunk.table;
  if (method === 'shrinkage') return shrunk.slots;
  return shrunk.slots.map(({ mean, variance, contrast }, slot) => {
    const own = chances.forest[slot]!;
    const apart = (own - mean) ** 2;
    return { mean: own, variance: variance + apart, contrast: contrast + apart };
  });
}

const TAIL = 0.1;

function slotOfBelief({ mean, variance, contrast }: Belief, base: number) {
  const whole = betaOf(mean, variance);
  return {
    ...{ mean, variance },
    low: betaQuantile(whole, TAIL),
    high: betaQuantile(whole, 1 - TAIL),
    confidence: 1 - betaCdf(betaOf(mean, contrast), base),
  };
}

// A method that knows all chances gains s² on each trial, s being their deviation, with a deviation of s around that:
// after n trials it stands √n·s from 0. Four of five are shown at 1.96 + 0.84 = 2.8; s² is a quarter of the share that
// is explained.
const leastShown = (tested: number): number => Math.min(1, (4 * 2.8 ** 2) / tested);
