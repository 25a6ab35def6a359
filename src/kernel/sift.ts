import { type Bound, boundOf } from './bound.ts';
import type { Reach } from './members.ts';
import type { Model } from './model.ts';
import { type Prices, pricesOf, rounded, subtractUse } from './pricing.ts';
import type { Outcome, Program } from './program.ts';
import type { Rows } from './rows.ts';
import { pick, promising, worthsOf } from './select.ts';
import type { Ties } from './ties.ts';

/** The linear relaxation over all candidates, solved over the few that matter. */
export interface Relaxation {
  readonly outcome: Outcome;
  /** Whole billionths of a point for each unit of use. */
  readonly prices: Prices;
  readonly bound: Bound;
  readonly rounds: number;
  readonly iterations: number;
}

/** What is told after each round. */
export type OnRound = (round: number, columns: number) => void;

/** Worth below this, in points, does not make a candidate worth adding: the solver's own tolerance. */
const TOLERANCE = 1e-6;

/**
 * Sifting (Bixby et al. 1992): solve over the candidates present, price all others by the duals, add those that would
 * still pay, until none would. The relaxation then bounds every schedule, over all candidates.
 *
 * @param complete no candidate that is absent can be in a better schedule
 */
export function sift(
  model: Model,
  rows: Rows,
  ties: Ties,
  reaches: readonly Reach[],
  program: Program,
  onRound: OnRound,
  complete = false,
): Relaxation {
  if (program.present.length === 0) program.add(promising(model, ties));
  const scores = worthsOf(model, ties);
  let iterations = 0;
  for (let round = 1; ; round++) {
    const outcome = program.relax();
    iterations += outcome.iterations;
    onRound(round, program.present.length);
    const exact = pricesOf(rows, outcome.dual);
    const worth = subtractUse(model, exact, scores.slice());
    // Where all that can matter is present, what seems to pay is the solver's tolerance times large scores.
    const added = outcome.status === 'optimal' && !complete ? pick(model, worth, program.has, TOLERANCE) : [];
    if (added.length === 0) {
      const prices = rounded(exact);
      return { outcome, prices, bound: boundOf(model, prices, reaches), rounds: round, iterations };
    }
    program.add(added);
  }
}

/**
 * Whether any solution, whole or not, meets the hard limits: the same sifting, where only the artificial columns
 * cost. Returns the shortfall in row units; 0 where the program has no artificial column, and where the search was
 * stopped: then nothing is known.
 */
export function shortfall(model: Model, rows: Rows, ties: Ties, program: Program, onRound: OnRound): number {
  if (program.present.length === 0) program.add(promising(model, ties));
  program.aim('feasibility');
  for (let round = 1; ; round++) {
    const outcome = program.relax();
    onRound(round, program.present.length);
    const worth = subtractUse(model, pricesOf(rows, outcome.dual), new Float64Array(model.candidates));
    const added = outcome.status === 'optimal' ? pick(model, worth, program.has, TOLERANCE) : [];
    if (added.length === 0) {
      program.aim('score');
      if (outcome.status === 'clock' || outcome.status === 'stopped') return 0;
      return outcome.found ? Math.max(0, -outcome.objective) : Infinity;
    }
    program.add(added);
  }
}
