import type { Parameters } from './parameters.ts';

/** The share of a wait that chance adds, so that jobs that failed together do not come back together. */
const JITTER = 0.5;

/**
 * How many milliseconds to wait after so many failed attempts: initial × multiplier^(attempts − 1), at most the longest
 * wait, and up to half of it more by chance.
 *
 * @param chance A number of [0, 1).
 */
export function backoff(attempts: number, parameters: Parameters, chance: number): number {
  const { backoffInitial, backoffMultiplier, backoffMax } = parameters;
  const seconds = Math.min(backoffMax, backoffInitial * backoffMultiplier ** Math.max(0, attempts - 1));
  return Math.round(seconds * 1000 * (1 + JITTER * chance));
}
