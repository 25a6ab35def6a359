/**
 * What the adaptive cycle may turn, of a dispatcher and of the plan.
 *
 * @example
 * PARAMETERS.concurrency // 3
 */
export interface Parameters {
  /** Seconds before the second attempt. */
  readonly backoffInitial: number;
  /** Each further wait is so many times the one before. */
  readonly backoffMultiplier: number;
  /** No wait is longer, in seconds, unless the platform itself says so. */
  readonly backoffMax: number;
  /** How many calls of one channel may run at once. */
  readonly concurrency: number;
  /** Seconds between the beginnings of two calls of one channel. */
  readonly spacing: number;
  /** Which share of the limit of a platform is used, from 0 to 1. */
  readonly bucketShare: number;
  /** After so many minutes of waiting a normal job counts as 20 instead of 10. */
  readonly normalAges: number;
  /** After so many minutes of waiting a low job counts as a normal one. */
  readonly lowRises: number;
  /** How far the times of posts follow what was learnt from own results, from 0 to 1. */
  readonly learntWeight: number;
}

/**
 * The parameters that a new store begins with.
 *
 * @example
 * [PARAMETERS.backoffInitial, PARAMETERS.backoffMultiplier, PARAMETERS.backoffMax] // [2, 2, 60]
 */
export const PARAMETERS: Parameters = {
  backoffInitial: 2,
  backoffMultiplier: 2,
  backoffMax: 60,
  concurrency: 3,
  spacing: 1,
  bucketShare: 0.9,
  normalAges: 15,
  lowRises: 120,
  learntWeight: 0.2,
};
