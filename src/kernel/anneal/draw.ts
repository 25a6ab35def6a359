import { joinHashes } from '../ties.ts';

/** Numbers that one seed always draws in one order. */
export interface Draw {
  /** A whole number below n. */
  readonly below: (n: number) => number;
  /** A fraction above 0, and up to 1. */
  readonly fraction: () => number;
}

/** A row of numbers for a seed. */
export function drawing(seed: number): Draw {
  let count = 0;
  const next = () => joinHashes(seed, ++count);
  return { below: (n) => next() % n, fraction: () => (next() + 1) / 2 ** 32 };
}
