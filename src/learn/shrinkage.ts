import { type Above, above, chanceOf, type Evidence, fitLevels, type Levels, type Spread } from './levels.ts';
import { type Counts, meanOf, SLOTS } from './week.ts';

/** What is known of the chance of one slot: mean and variance of a distribution of chances. */
export interface Belief {
  readonly mean: number;
  readonly variance: number;
  /** The variance of its difference to the base rate: what moves all slots alike does not count. */
  readonly contrast: number;
}

/** What the trials leave of 168 slots, with partial pooling, and what the table alone says of them. */
export interface Shrunk {
  /** The chance of success over all trials, as the slots have it. */
  readonly base: number;
  /** Slot ← band and weekday ← table. */
  readonly slots: readonly Belief[];
  /** The table alone, as strong as the trials make it; how far slots differ from it makes its variance. */
  readonly table: readonly Belief[];
  /** How far slots differ, in log odds: means over the spreads, by how likely each is. */
  readonly levels: LevelSizes;
}

/** How far slots differ, in log odds: what the table pulls from worth 0 to worth 1, and standard deviations. */
export interface LevelSizes {
  readonly table: number;
  readonly bands: number;
  readonly weekdays: number;
  readonly slots: number;
}

// Log odds: 0.2 moves a chance of 50 % by 5 points, 0.8 by 19. On real accounts the hour explains a few percent of the
// variance, which is a deviation of 0.3 to 0.4 in all.
const DEVIATIONS = [0, 0.12, 0.3, 0.75] as const;
const STRENGTHS = [8, 25, 80, 250, 2000] as const;

const SPREADS: readonly Spread[] = STRENGTHS.flatMap((strength) =>
  DEVIATIONS.flatMap((bands) => DEVIATIONS.map((weekdays) => ({ strength, bands, weekdays }))),
);

// What weighs less than this beside the likeliest spread moves no mean by a thousandth.
const LEAST = 1e-3;

/**
 * Shrinks the slots of a week: a slot with few trials is what its band of the day and its weekday are, these are what
 * the table says where they have few trials, and the table counts for as much as the trials support (empirical Bayes: each
 * spread of a grid by the marginal likelihood of its Beta-Binomial model). The mean is taken over the grid, not at its
 * best point, and effects enter with their variance: otherwise intervals would be too narrow where trials are few.
 *
 * @param worth what the table says of each slot, from 0 to 1
 */
export function shrink(counts: Counts, worth: Float64Array): Shrunk {
  const weights = counts.samples.map((samples) => samples + 1);
  const middle = meanOf(worth, weights) ?? 0;
  const evidence: Evidence = { counts, pull: worth.map((value) => value - middle) };
  const fitted = likely(evidence);
  const said = fitted.map(({ levels, weight }) => ({
    ...above(levels, evidence),
    weight,
    strength: levels.spread.strength,
  }));
  const none = { samples: 0, successes: 0 };
  const slots = mixed(said, ({ all, strength }, slot) =>
    ofSlot(all[slot]!, strength, { samples: counts.samples[slot]!, successes: counts.successes[slot]! }),
  );
  const table = mixed(said, ({ alone, strength }, slot) => ofSlot(alone[slot]!, strength, none));
  const means = slots.map((slot) => slot.mean);
  const base = meanOf(means, counts.samples) ?? meanOf(means, weights)!;
  return { base, slots, table, levels: sizes(fitted) };
}

interface Weighed {
  readonly levels: Levels;
  readonly weight: number;
}

/** Spreads with their weight, without those that hardly count. */
function likely(evidence: Evidence): readonly Weighed[] {
  let start: Float64Array | undefined;
  const all = SPREADS.map((spread) => {
    const levels = fitLevels(evidence, spread, start);
    start = levels.effects;
    return levels;
  });
  const best = Math.max(...all.map((levels) => levels.evidence));
  const kept = all
    .map((levels) => ({ levels, weight: Math.exp(levels.evidence - best) }))
    .filter(({ weight }) => weight >= LEAST);
  const whole = kept.reduce((sum, { weight }) => sum + weight, 0);
  return kept.map(({ levels, weight }) => ({ levels, weight: weight / whole }));
}

/** The slot's own Beta distribution, around what the levels above say, which are not known for certain either. */
function ofSlot(
  { odds, variance, contrast }: Above,
  strength: number,
  { samples, successes }: { readonly samples: number; readonly successes: number },
): Belief {
  const chance = chanceOf(odds);
  const slope = chance * (1 - chance);
  // Second order: the mean of a curved function is not the function of the mean.
  const centre = Math.min(0.999, Math.max(0.001, chance + 0.5 * slope * (1 - 2 * chance) * Math.min(variance, 1)));
  const mean = (successes + strength * centre) / (samples + strength);
  const own = (mean * (1 - mean)) / (samples + strength + 1);
  const share = (strength / (samples + strength)) ** 2 * slope ** 2;
  return { mean, variance: own + share * variance, contrast: own + share * contrast };
}

/** Mixes the beliefs of all spreads: the variance within each, and that between their means. */
function mixed<T extends { readonly weight: number }>(
  spreads: readonly T[],
  of: (spread: T, slot: number) => Belief,
): readonly Belief[] {
  return Array.from({ length: SLOTS }, (_, slot) => {
    let [mean, squares, variance, contrast] = [0, 0, 0, 0];
    for (const spread of spreads) {
      const belief = of(spread, slot);
      mean += spread.weight * belief.mean;
      squares += spread.weight * belief.mean ** 2;
      variance += spread.weight * belief.variance;
      contrast += spread.weight * belief.contrast;
    }
    const between = Math.max(0, squares - mean ** 2);
    return { mean, variance: variance + between, contrast: contrast + between };
  });
}

function sizes(fitted: readonly Weighed[]): LevelSizes {
  const mean = (of: (levels: Levels) => number) =>
    fitted.reduce((sum, { levels, weight }) => sum + weight * of(levels), 0);
  return {
    table: mean(({ effects }) => effects[1]!),
    bands: mean(({ spread }) => spread.bands),
    weekdays: mean(({ spread }) => spread.weekdays),
    // The deviation of the log odds of a Beta distribution around one half, to first order.
    slots: mean(({ spread }) => 2 / Math.sqrt(spread.strength + 1)),
  };
}
