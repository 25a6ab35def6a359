import { logBeta } from './maths/beta.ts';
import { cholesky, inverse, logDeterminant, type Matrix, solved } from './maths/matrix.ts';
import { type Counts, hourOf, SLOTS, weekdayOf } from './week.ts';

/** First hours of the bands of a day. Within a band, hours are taken to be alike until the outcomes say otherwise. */
const BANDS = [0, 6, 9, 12, 15, 18, 21] as const;

const BAND = 2;
const DAY = BAND + BANDS.length;
const SIZE = DAY + 7;

/** How far slots may differ: what the grid of `shrink` goes through. Deviations are those of the log odds. */
export interface Spread {
  /** Standard deviation of the bands of the day around what the table says. */
  readonly bands: number;
  /** The same of the weekdays. */
  readonly weekdays: number;
  /** How many trials the levels above are worth when a slot is judged: a + b of its Beta distribution. */
  readonly strength: number;
}

/** The upper levels as the trials leave them, for one spread. */
export interface Levels {
  readonly spread: Spread;
  /** Base, pull of the table, then bands and weekdays: log odds. */
  readonly effects: Float64Array;
  /** The lower triangle of their precision. */
  readonly precision: Matrix;
  /** The logarithm of the chance of the trials under this spread, but for a constant. */
  readonly evidence: number;
}

/** What the levels above say of one slot: log odds, and the variance of these. */
export interface Above {
  readonly odds: number;
  readonly variance: number;
  /** The variance of their difference to the mean of all trials: what all slots share does not count. */
  readonly contrast: number;
}

/** The trials, with the table as it enters: less its mean, so that the base stays the base. */
export interface Evidence {
  readonly counts: Counts;
  readonly pull: Float64Array;
}

// Log odds. Of values above a median about half are: the base lies between 20 % and 80 % with nearly all chance. A table
// that is right to its full extent would be 1 or more on most accounts; that it says nothing, or the contrary, must stay
// within reach.
const BASE = { mean: 0, deviation: 0.7 } as const;
const PULL = { mean: 0.5, deviation: 0.5 } as const;

// A level whose deviation is 0 is held at 0 by a prior that no trials move.
const HELD = 1e-4;

const bandOf = (hour: number): number => BANDS.findLastIndex((first) => first <= hour);

/** Which four effects add up to a slot's log odds, besides that the second counts by the pull. */
const ADDENDS = Array.from({ length: SLOTS }, (_, slot) => [
  ...[0, 1, BAND + bandOf(hourOf(slot)), DAY + weekdayOf(slot)],
]);

export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Fits base, table, bands and weekdays for one spread: the most likely effects by Newton's steps on a logistic
 * regression with Gaussian priors. Trials of one slot share what is its own, so that many of them count for less:
 * n·(κ + 1) ÷ (n + κ), the effective size of a Beta-Binomial sample.
 *
 * @param start effects to begin with; those of a similar spread save steps
 */
export function fitLevels(evidence: Evidence, spread: Spread, start?: Float64Array): Levels {
  const effects = start === undefined ? new Float64Array(SIZE) : Float64Array.from(start);
  const prior = priorOf(spread);
  for (let step = 0; step < 30; step++) {
    const { gradient, hessian } = derivatives(evidence, spread, { effects, prior });
    const change = solved(cholesky(hessian, SIZE), gradient);
    let largest = 0;
    for (let at = 0; at < SIZE; at++) {
      // Steps are cut: far from the best effects Newton's would overshoot.
      const taken = Math.max(-2, Math.min(2, change[at]!));
      effects[at]! += taken;
      largest = Math.max(largest, Math.abs(taken));
    }
    if (largest < 1e-6) break;
  }
  const { hessian } = derivatives(evidence, spread, { effects, prior });
  const precision = cholesky(hessian, SIZE);
  return { spread, effects, precision, evidence: evidenceOf(evidence, { spread, effects, prior, precision }) };
}

interface Prior {
  readonly means: Float64Array;
  readonly precisions: Float64Array;
}

function priorOf({ bands, weekdays }: Spread): Prior {
  const deviations = [
    ...[BASE.deviation, PULL.deviation],
    ...BANDS.map(() => Math.max(bands, HELD)),
    ...Array.from({ length: 7 }, () => Math.max(weekdays, HELD)),
  ];
  const means = new Float64Array(SIZE);
  [means[0], means[1]] = [BASE.mean, PULL.mean];
  return { means, precisions: Float64Array.from(deviations, (deviation) => 1 / deviation ** 2) };
}

const oddsOf = (effects: Float64Array, pull: Float64Array, slot: number): number => {
  const [, , band, day] = ADDENDS[slot]!;
  return effects[0]! + effects[1]! * pull[slot]! + effects[band!]! + effects[day!]!;
};

function derivatives(
  { counts, pull }: Evidence,
  { strength }: Spread,
  { effects, prior }: { readonly effects: Float64Array; readonly prior: Prior },
) {
  const gradient = new Float64Array(SIZE);
  const hessian = new Float64Array(SIZE * SIZE);
  for (let at = 0; at < SIZE; at++) {
    gradient[at] = prior.precisions[at]! * (prior.means[at]! - effects[at]!);
    hessian[at * SIZE + at] = prior.precisions[at]!;
  }
  for (let slot = 0; slot < SLOTS; slot++) {
    const samples = counts.samples[slot]!;
    if (samples === 0) continue;
    const chance = chanceOf(oddsOf(effects, pull, slot));
    const size = (samples * (strength + 1)) / (samples + strength);
    const over = size * (counts.successes[slot]! / samples - chance);
    const weight = size * chance * (1 - chance);
    const addends = ADDENDS[slot]!;
    for (let i = 0; i < addends.length; i++) {
      const one = i === 1 ? pull[slot]! : 1;
      gradient[addends[i]!]! += one * over;
      for (let j = 0; j < addends.length; j++)
        hessian[addends[i]! * SIZE + addends[j]!]! += one * (j === 1 ? pull[slot]! : 1) * weight;
    }
  }
  return { gradient, hessian };
}

/** The evidence by Laplace's approximation, with the likelihood of the Beta-Binomial distribution. */
function evidenceOf(
  { counts, pull }: Evidence,
  { spread, effects, prior, precision }: Omit<Levels, 'evidence'> & { readonly prior: Prior },
): number {
  let sum = -0.5 * logDeterminant(precision, SIZE);
  for (let at = 0; at < SIZE; at++) {
    const off = effects[at]! - prior.means[at]!;
    sum += 0.5 * Math.log(prior.precisions[at]!) - 0.5 * prior.precisions[at]! * off * off;
  }
  for (let slot = 0; slot < SLOTS; slot++) {
    const samples = counts.samples[slot]!;
    if (samples === 0) continue;
    const successes = counts.successes[slot]!;
    const chance = chanceOf(oddsOf(effects, pull, slot));
    const [a, b] = [spread.strength * chance, spread.strength * (1 - chance)];
    sum += logBeta(a + successes, b + samples - successes) - logBeta(a, b);
  }
  return sum;
}

/** What the levels say of every slot, and what the table alone says where bands and weekdays are left open. */
export function above(
  levels: Levels,
  evidence: Evidence,
): { readonly all: readonly Above[]; readonly alone: readonly Above[] } {
  const { effects, precision, spread } = levels;
  const covariance = inverse(precision, SIZE);
  const mean = meanAddends(evidence);
  const meanWith = Float64Array.from({ length: SIZE }, (_, i) => dot(covariance, i, mean));
  const of = (slot: number, most: number): Above => {
    const held = ADDENDS[slot]!.slice(0, most);
    const share = (i: number) => (i === 1 ? evidence.pull[slot]! : 1);
    let [odds, variance, shared, own] = [0, 0, 0, 0];
    for (const [i, effect] of held.entries()) {
      odds += share(i) * effects[effect]!;
      shared += share(i) * meanWith[effect]!;
      for (const [j, other] of held.entries()) variance += share(i) * share(j) * covariance[effect * SIZE + other]!;
    }
    for (let i = 0; i < SIZE; i++) own += mean[i]! * meanWith[i]!;
    const open = most === 2 ? spread.bands ** 2 + spread.weekdays ** 2 : 0;
    return { odds, variance: open + variance, contrast: open + Math.max(0, variance - 2 * shared + own) };
  };
  const slots = Array.from({ length: SLOTS }, (_, slot) => slot);
  return { all: slots.map((slot) => of(slot, 4)), alone: slots.map((slot) => of(slot, 2)) };
}

function dot(matrix: Matrix, row: number, vector: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < SIZE; k++) sum += matrix[row * SIZE + k]! * vector[k]!;
  return sum;
}

/** How much of each effect the mean of all trials holds. */
function meanAddends({ counts, pull }: Evidence): Float64Array {
  const mean = new Float64Array(SIZE);
  const whole = counts.samples.reduce((sum, value) => sum + value, 0) || 1;
  for (let slot = 0; slot < SLOTS; slot++)
    for (const [i, effect] of ADDENDS[slot]!.entries())
      mean[effect]! += ((i === 1 ? pull[slot]! : 1) * counts.samples[slot]!) / whole;
  return mean;
}
