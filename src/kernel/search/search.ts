import type { Solution } from '../model.ts';
import type { Compiled } from '../program/compile.ts';
import type { Program } from '../program/program.ts';
import { floorTo } from './bound.ts';
import { readSchedule, roundUp } from './incumbent.ts';
import { closeGap } from './integer.ts';
import { noSchedule, optimal, unproven } from './result.ts';
import { type OnRound, shortfall, sift } from './sift.ts';

/** Where a search may begin: columns that the one before it needed, and a schedule that meets the hard limits. */
export interface Start {
  readonly columns: readonly number[];
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
  /** False where a fuse cut short what made the schedule: the next one may differ. */
  readonly reproducible?: boolean;
  /** Candidates that are in no schedule which keeps the priorities above. */
  readonly without?: ReadonlySet<number>;
}

/** All that one search works with: the compiled model, its program in the solver, and where to begin. */
export interface Search extends Compiled {
  readonly program: Program;
  readonly start: Start | undefined;
  /** How much of the seconds that are left one run of branch and bound may take. */
  readonly share: number;
  /** Whether it ends before branch and bound. */
  readonly plunging: boolean;
  /** Whether every candidate that can be in a better schedule is present from the beginning. */
  readonly complete: boolean;
  readonly onRound: OnRound;
}

/** A shortfall below this, in units of a row, is the solver's tolerance and none. */
const NO_SHORTFALL = 1e-6;

/**
 * Finds a best schedule of one model, in three steps: can the hard limits be met at all; the linear relaxation, whose
 * bound covers every candidate; and, where its solution is not in whole numbers, the integer search that closes the
 * gap.
 */
export function runSearch(search: Search): Solution {
  const { rows, program, start } = search;
  // A schedule to begin with shows that the hard limits can be met.
  if (program.mayBeInfeasible && !start && shortfall(search) > NO_SHORTFALL) return noSchedule(search, 'infeasible');
  const relaxation = sift(search);
  const ceiling = floorTo(relaxation.bound.value, rows.quantum);
  // The bound holds whatever the prices are, so that a relaxation cut short still leaves a bound and a schedule.
  if (relaxation.outcome.status !== 'optimal') {
    const best = roundUp(search, relaxation);
    return unproven(search, { relaxation, best, ceiling, outcomes: [relaxation.outcome] });
  }
  const schedule = readSchedule(search, relaxation.outcome);
  if (schedule.valid && ceiling - schedule.net < rows.quantum)
    return optimal(search, { relaxation, best: schedule, outcomes: [] });
  return closeGap(search, { relaxation, ceiling, known: schedule.valid ? schedule : undefined });
}
