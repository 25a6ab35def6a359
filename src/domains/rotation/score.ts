import type { Candidates } from './candidates.ts';
import type { Known } from './known.ts';
import { minutesFromWish } from './spots.ts';

/** Points of each candidate: what its shift and its change cost, below zero. */
export function scoresOf({ settings, world }: Known, candidates: Candidates): Float64Array {
  const { shift, changes } = settings.weights;
  return Float64Array.from(candidates.spot, (s, j) => {
    const b = candidates.break[j]!;
    const changed = world.published.has(s) && world.published.get(s) !== b;
    return 0 - shift * minutesFromWish(world.spots[s]!, world.breaks[b]!) - (changed ? changes : 0);
  });
}
