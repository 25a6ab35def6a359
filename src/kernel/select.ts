import { visitGroups } from './members.ts';
import type { Limits, Model } from './model.ts';
import type { Ties } from './ties.ts';

/** How many of each group to begin with. */
const FIRST_OF_GROUP = 4;
/** How many of each group to add in a round. */
const MORE_OF_GROUP = 3;
/** Rules with more groups than this do not choose candidates: nearly every candidate would be the best of one. */
const MANY_GROUPS = 50_000;

/** A first few good candidates of every group. */
export function promising(model: Model, ties: Ties): number[] {
  const worth = worthsOf(model, ties);
  const chosen = new Set<number>();
  for (const limits of model.limits)
    for (const j of bestOfGroups(model, limits, worth, FIRST_OF_GROUP, 0)) chosen.add(j);
  if (chosen.size === 0) for (let j = 0; j < Math.min(model.candidates, 1000); j++) chosen.add(j);
  return [...chosen].sort((a, b) => a - b);
}

/** The score of every candidate in points, tie-break included. */
export function worthsOf(model: Model, ties: Ties): Float64Array {
  const worth = new Float64Array(model.candidates);
  for (let j = 0; j < worth.length; j++) worth[j] = ties.worth(j);
  return worth;
}

/** The candidates to add: the best of each group among those that are worth more than `least` and not present. */
export function pick(model: Model, worth: Float64Array, has: (j: number) => boolean, least: number): number[] {
  const paying: number[] = [];
  for (let j = 0; j < worth.length; j++) {
    if (worth[j]! > least && !has(j)) paying.push(j);
    else worth[j] = -Infinity;
  }
  if (paying.length <= 500) return paying;
  const chosen = new Set<number>();
  for (const limits of model.limits)
    for (const j of bestOfGroups(model, limits, worth, MORE_OF_GROUP, least)) chosen.add(j);
  return chosen.size > 0 ? [...chosen].sort((a, b) => a - b) : paying.slice(0, 5000);
}

/** The `count` candidates of greatest worth in each group, by repeated replacement of the least one kept. */
function bestOfGroups(model: Model, limits: Limits, worth: Float64Array, count: number, least: number): number[] {
  if (limits.groups > MANY_GROUPS) return [];
  const kept = new Int32Array(limits.groups * count).fill(-1);
  for (let j = 0; j < model.candidates; j++) {
    if (!(worth[j]! > least)) continue;
    visitGroups(limits, j, (group) => insert(kept, group * count, count, j, worth));
  }
  return [...kept].filter((j) => j >= 0);
}

/** Keeps `kept[from … from + count)` sorted by worth, greatest first. */
function insert(kept: Int32Array, from: number, count: number, j: number, worth: Float64Array): void {
  let at = from + count - 1;
  if (kept[at]! >= 0 && worth[kept[at]!]! >= worth[j]!) return;
  while (at > from && (kept[at - 1]! < 0 || worth[kept[at - 1]!]! < worth[j]!)) {
    kept[at] = kept[at - 1]!;
    at--;
  }
  kept[at] = j;
}
