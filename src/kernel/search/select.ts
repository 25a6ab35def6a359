import { visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import type { Compiled } from '../program/compile.ts';
import type { Program } from '../program/program.ts';
import type { Ties } from '../ties.ts';

/** How many of each group to begin with. */
const FIRST_OF_GROUP = 4;
/** How many of each group to add in a round. */
const MORE_OF_GROUP = 3;
/** As many candidates as this, or fewer, are added without a choice. */
const FEW = 500;
/** Rules with more groups than this do not choose candidates: nearly every candidate would be the best of one. */
const MANY_GROUPS = 50_000;
/** Worth below this, in points, does not make a candidate worth adding: it is the solver's own tolerance. */
const TOLERANCE = 1e-6;

/** A first few good candidates of every group, ascending. */
export function firstCandidates({ model, ties }: Compiled): number[] {
  const chosen = bestOfAll(model, { worth: worthsOf(model, ties), count: FIRST_OF_GROUP, least: 0 });
  if (chosen.size === 0) for (let j = 0; j < Math.min(model.candidates, 1000); j++) chosen.add(j);
  return [...chosen].sort((a, b) => a - b);
}

/** The score of every candidate in points, tie-break included. */
export function worthsOf(model: Model, ties: Ties): Float64Array {
  const worth = new Float64Array(model.candidates);
  for (let j = 0; j < worth.length; j++) worth[j] = ties.worth(j);
  return worth;
}

/**
 * The candidates to add in a round: the best of each group among those that are absent and still worth something
 * after paying for their use. Overwrites `worth`.
 */
export function bestAbsent(
  { model, program }: { readonly model: Model; readonly program: Program },
  worth: Float64Array,
): number[] {
  const paying: number[] = [];
  for (let j = 0; j < worth.length; j++) {
    if (worth[j]! > TOLERANCE && !program.has(j)) paying.push(j);
    else worth[j] = -Infinity;
  }
  if (paying.length <= FEW) return paying;
  const chosen = bestOfAll(model, { worth, count: MORE_OF_GROUP, least: TOLERANCE });
  return chosen.size > 0 ? [...chosen].sort((a, b) => a - b) : paying.slice(0, 5000);
}

/** Which candidates count as best: the `count` of greatest worth in a group, each worth more than `least`. */
interface Choice {
  readonly worth: Float64Array;
  readonly count: number;
  readonly least: number;
}

/** The best candidates of every group of every rule. */
function bestOfAll(model: Model, choice: Choice): Set<number> {
  const chosen = new Set<number>();
  for (const limits of model.limits)
    if (limits.groups <= MANY_GROUPS) for (const j of bestOfGroups(model, limits, choice)) chosen.add(j);
  return chosen;
}

/** The best candidates of each group. A group's places hold its best so far, and each better one moves in. */
function bestOfGroups(model: Model, limits: Limits, { worth, count, least }: Choice): number[] {
  const places = new Int32Array(limits.groups * count).fill(-1);
  for (let j = 0; j < model.candidates; j++)
    if (worth[j]! > least) visitGroups(limits, j, (group) => insert(j, group * count));
  return [...places].filter((j) => j >= 0);

  /** Keeps the places from `from` on sorted by worth, greatest first. */
  function insert(j: number, from: number): void {
    let at = from + count - 1;
    if (places[at]! >= 0 && worth[places[at]!]! >= worth[j]!) return;
    while (at > from && (places[at - 1]! < 0 || worth[places[at - 1]!]! < worth[j]!)) {
      places[at] = places[at - 1]!;
      at--;
    }
    places[at] = j;
  }
}
