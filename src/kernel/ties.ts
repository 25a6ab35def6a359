import type { Model } from './model.ts';

/** Scores with a tie-break, so small that those of all chosen candidates add up to less than half a quantum. */
export interface Ties {
  /** Score of a candidate in points, tie-break included. */
  readonly worth: (candidate: number) => number;
}

/**
 * Decides among schedules of equal net score by a seeded hash of each candidate's key. Without it the path of the
 * solver would decide which of them is found, and the linear program would have very many equal optima.
 *
 * @param quantum the smallest difference between two net scores, in objective units.
 */
export function tiesOf(model: Model, quantum: number): Ties {
  const width = (0.45 * quantum) / model.unit / Math.max(1, mostChosen(model));
  return { worth: (candidate) => model.score[candidate]! / model.unit + (model.tie[candidate]! / 2 ** 32) * width };
}

/** A ceiling on the number of candidates in any schedule, from the hard limits that every candidate is under. */
export function mostChosen(model: Model): number {
  let ceiling = model.candidates;
  for (const { members, most } of model.limits) {
    if (!most || 'start' in members || members.use || members.group.length < model.candidates) continue;
    if (members.group.subarray(0, model.candidates).some((group) => group < 0)) continue;
    ceiling = Math.min(
      ceiling,
      most.reduce((sum, value) => sum + Math.max(0, Math.floor(value)), 0),
    );
  }
  return ceiling;
}

/**
 * A 32-bit hash of a key and a seed: FNV-1a over UTF-16 code units, then the finisher of MurmurHash3.
 *
 * @example
 * hashOf('VIN1', 42) // 3154932248
 * hashOf('VIN1', 43) // 4139868922
 */
export function hashOf(key: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let k = 0; k < key.length; k++) hash = Math.imul(hash ^ key.charCodeAt(k), 0x01000193);
  return mixed(hash);
}

/**
 * Joins two hashes into one: cheaper than hashing the joined key when a million pairs share few parts.
 *
 * @example
 * joinHashes(1, 2) // 2117216093
 * joinHashes(2, 1) // 232174035
 */
export const joinHashes = (a: number, b: number): number => mixed(Math.imul(a, 0x9e3779b1) ^ b);

function mixed(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
