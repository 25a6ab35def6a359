import { BILLION, type Solution } from '../model.ts';
import { isCutShort, type Outcome } from '../program/outcome.ts';
import { floorTo } from './bound.ts';
import { better, type Incumbent, readSchedule, roundUp } from './incumbent.ts';
import { plunge } from './plunge.ts';
import { noSchedule, optimal, unproven } from './result.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** A gap that is open: the relaxation, what no schedule nets more than, and the best schedule so far. */
export interface Gap {
  readonly relaxation: Relaxation;
  /** Objective units, a multiple of the quantum. */
  readonly ceiling: number;
  readonly known: Incumbent | undefined;
}

/**
 * Closes the gap between schedule and bound. First it solves the integer problem over the candidates present, for a
 * good schedule. Then it adds every candidate that could be in a better one, by its reduced cost, and solves again:
 * what comes out is the best over all candidates.
 */
export function closeGap(search: Search, { relaxation, ceiling, known }: Gap): Solution {
  const { model, rows, program, start } = search;
  const isOut = (j: number) => start?.without?.has(j) ?? false;
  const plunged = plunge(search, relaxation, ceiling);
  if (plunged && ceiling - plunged.net < rows.quantum)
    return optimal(search, { relaxation, best: plunged, outcomes: [] });
  const before = better(better(known, roundUp(search, relaxation)), plunged);
  if (search.plunging) return unproven(search, { relaxation, best: before, ceiling, outcomes: [] });
  const first = program.solveInteger(isOut, setOf(before ?? start), search.share);
  const incumbent = better(before, scheduleIn(search, first));
  if (isCutShort(first)) {
    const lower = search.complete ? Math.min(ceiling, ceilingOf(search, first)) : ceiling;
    return unproven(search, { relaxation, best: incumbent, ceiling: lower, outcomes: [first] });
  }
  const allPresent = search.complete && first.status === 'optimal' && holds(search, first);
  if (incumbent && (allPresent || ceiling - incumbent.net < rows.quantum))
    return optimal(search, { relaxation, best: incumbent, outcomes: [first] });

  const cannotImprove = ruledOut(search, relaxation, incumbent?.net ?? -Infinity);
  const missing: number[] = [];
  for (let j = 0; j < model.candidates; j++) if (!program.has(j) && !isOut(j) && !cannotImprove(j)) missing.push(j);
  program.add(missing);
  const chosen = setOf(incumbent);
  const last = program.solveInteger((j) => isOut(j) || (cannotImprove(j) && !chosen?.has(j)), chosen, search.share);
  const best = better(incumbent, scheduleIn(search, last));
  if (last.status === 'infeasible' && !best) return noSchedule(search, 'infeasible');
  const outcomes = [first, last];
  if (isCutShort(last) || !best || !holds(search, last)) {
    // What is left out of this search can be in no schedule that is better than the one it began with.
    const lower = Math.max(incumbent?.net ?? -Infinity, ceilingOf(search, last));
    return unproven(search, { relaxation, best, ceiling: Math.min(ceiling, lower), outcomes });
  }
  return optimal(search, { relaxation, best, outcomes });
}

/** Whether a candidate can be in no schedule that nets more than `net`, by its reduced cost. */
function ruledOut({ rows }: Search, { bound }: Relaxation, net: number): (candidate: number) => boolean {
  const { value, worth } = bound;
  return (j) => value + Math.min(0, worth[j]! / BILLION) < net + rows.quantum - 1e-6;
}

/** What branch and bound has shown so far that no schedule nets more than, in objective units; tie-breaks are in it. */
const ceilingOf = ({ model, rows }: Search, { bound }: Outcome): number =>
  Number.isFinite(bound) ? floorTo(bound * model.unit, rows.quantum) : Infinity;

/**
 * Whether the solver's schedule stands when it is computed again in whole numbers. Its tolerances can let a schedule pass
 * that breaks a hard limit by a little, and that schedule then proves nothing about the others.
 */
const holds = (search: Search, outcome: Outcome): boolean =>
  !outcome.hasSolution || readSchedule(search, outcome).valid;

const scheduleIn = (search: Search, outcome: Outcome): Incumbent | undefined =>
  outcome.hasSolution ? readSchedule(search, outcome) : undefined;

const setOf = (schedule: { readonly chosen: Int32Array } | undefined): ReadonlySet<number> | undefined =>
  schedule && new Set(schedule.chosen);
