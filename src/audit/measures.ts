/**
 * Measures of how unevenly something countable is spread. `counts` are whole numbers from 0 up, one a person, in any
 * order. Whom they cover is the caller's to say: zeros left in are people who got nothing, and they count.
 * Sums stay whole until the last division, so equal spreads give equal figures. Of nothing, every measure is 0.
 */

/** A point of the Lorenz curve: the poorest `population` (fraction) hold `share` (fraction) of the whole. */
export interface LorenzPoint {
  readonly population: number;
  readonly share: number;
}

/**
 * Gini coefficient in its population form: 0 when all are equal, (n - 1)/n when one has everything.
 * Σ (2i - n - 1)·c_i / (n·T) over the ascending counts c_1 … c_n with sum T, after Sen, "On Economic Inequality" (1973).
 *
 * @example
 * gini([4, 4, 3, 2, 2]) // 0.16
 */
export function gini(counts: readonly number[]): number {
  const whole = total(counts);
  return whole === 0 ? 0 : spread(counts) / (counts.length * whole);
}

/**
 * Gini coefficient corrected for small numbers, n/(n - 1) times the population form: 1 when one has everything.
 * Of fewer than two it is 0.
 *
 * @example
 * giniCorrected([0, 0, 5]) // 1
 */
export function giniCorrected(counts: readonly number[]): number {
  const whole = total(counts);
  return whole === 0 || counts.length < 2 ? 0 : spread(counts) / ((counts.length - 1) * whole);
}

/**
 * Herfindahl-Hirschman index: the sum of squared shares, from 1/n (all equal) to 1 (one has everything). After
 * Hirschman, "The paternity of an index" (1964).
 *
 * @example
 * hhi([2, 2, 2, 2, 2]) // 0.2
 */
export function hhi(counts: readonly number[]): number {
  const whole = total(counts);
  return whole === 0 ? 0 : total(counts.map((count) => count * count)) / (whole * whole);
}

/**
 * What the `k` largest counts hold together, as a fraction of the whole.
 *
 * @example
 * topShare([3, 3, 2, 2, 2, 1, 1, 1], 5) // 0.8
 */
export function topShare(counts: readonly number[], k: number): number {
  const whole = total(counts);
  return whole === 0 ? 0 : total(ascending(counts).slice(Math.max(0, counts.length - k))) / whole;
}

/**
 * The Lorenz curve: from (0, 0) one point a person, poorest first, to (1, 1). Where there is nothing to share it is
 * the first point alone.
 *
 * @example
 * lorenz([3, 1]) // [{ population: 0, share: 0 }, { population: 0.5, share: 0.25 }, { population: 1, share: 1 }]
 */
export function lorenz(counts: readonly number[]): readonly LorenzPoint[] {
  const whole = total(counts);
  const points: LorenzPoint[] = [{ population: 0, share: 0 }];
  if (whole === 0) return points;
  let held = 0;
  for (const [index, count] of ascending(counts).entries()) {
    held += count;
    points.push({ population: (index + 1) / counts.length, share: held / whole });
  }
  return points;
}

/**
 * The arithmetic mean.
 *
 * @example
 * mean([1, 2, 2]) // 1.6666666666666667
 */
export function mean(counts: readonly number[]): number {
  return counts.length === 0 ? 0 : total(counts) / counts.length;
}

/**
 * The sum.
 *
 * @example
 * total([1, 2, 2]) // 5
 */
export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * The largest count.
 *
 * @example
 * largest([1, 3, 2]) // 3
 */
export function largest(counts: readonly number[]): number {
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** Σ (2i - n - 1)·c_i over ascending counts: the sum of |c_i - c_j| over unordered pairs, a whole number. */
function spread(counts: readonly number[]): number {
  return total(ascending(counts).map((count, index) => (2 * (index + 1) - counts.length - 1) * count));
}

function ascending(counts: readonly number[]): readonly number[] {
  return [...counts].sort((a, b) => a - b);
}
