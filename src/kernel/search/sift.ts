import { isCutShort, type Outcome } from '../program/outcome.ts';
import { type Bound, boundOf } from './bound.ts';
import { type Prices, pricesOf, roundPrices, subtractUse } from './pricing.ts';
import type { Search } from './search.ts';
import { bestAbsent, firstCandidates, worthsOf } from './select.ts';

/** The linear relaxation over all candidates, solved over the few that matter. */
export interface Relaxation {
  readonly outcome: Outcome;
  /** Whole billionths of a point for each unit of use. */
  readonly prices: Prices;
  readonly bound: Bound;
  readonly rounds: number;
  readonly iterations: number;
}

/** Called after each round with its number, from 1, and how many candidates are present. */
export type OnRound = (round: number, columns: number) => void;

/**
 * Sifting (Bixby et al. 1992): solve over the candidates present, price all others by the duals, add those that would
 * still pay, until none would. The relaxation then bounds every schedule, over all candidates.
 */
export function sift(search: Search): Relaxation {
  const { model, rows, ties, program } = search;
  if (program.present.length === 0) program.add(firstCandidates(search));
  const scores = worthsOf(model, ties);
  let iterations = 0;
  for (let round = 1; ; round++) {
    const outcome = program.relax();
    iterations += outcome.iterations;
    search.onRound(round, program.present.length);
    const exact = pricesOf(rows, outcome.dual);
    const worth = subtractUse(model, exact, scores.slice());
    // Where every useful candidate is present, another that seems to pay is the solver's tolerance times a large score.
    const added = outcome.status === 'optimal' && !search.complete ? bestAbsent(search, worth) : [];
    if (added.length === 0) {
      const prices = roundPrices(exact);
      return { outcome, prices, bound: boundOf(model, prices, rows.reaches), rounds: round, iterations };
    }
    program.add(added);
  }
}

/**
 * By how much the hard limits cannot be met, whole numbers or not, in units of the rows: the same sifting, where only
 * the artificial columns cost. It is 0 where the search was cut short, since nothing is known then.
 */
export function shortfall(search: Search): number {
  const { model, rows, program } = search;
  if (program.present.length === 0) program.add(firstCandidates(search));
  program.aim('feasibility');
  for (let round = 1; ; round++) {
    const outcome = program.relax();
    search.onRound(round, program.present.length);
    const worth = subtractUse(model, pricesOf(rows, outcome.dual), new Float64Array(model.candidates));
    const added = outcome.status === 'optimal' ? bestAbsent(search, worth) : [];
    if (added.length === 0) {
      program.aim('score');
      if (isCutShort(outcome)) return 0;
      return outcome.hasSolution ? Math.max(0, -outcome.objective) : Infinity;
    }
    program.add(added);
  }
}
