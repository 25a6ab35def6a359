import type { Solution, Status } from '../model.ts';
import type { Outcome } from '../program/outcome.ts';
import { emptySchedule, type Incumbent } from './incumbent.ts';
import type { Search } from './search.ts';
import type { Relaxation } from './sift.ts';

/** What a search came to: the relaxation behind its prices, its best schedule, and the integer runs of the solver. */
export interface Result {
  readonly relaxation: Relaxation;
  readonly best: Incumbent;
  readonly outcomes: readonly Outcome[];
}

/** What a search came to that the limits of effort cut short: perhaps no schedule, and a bound above it. */
export interface Unproven extends Omit<Result, 'best'> {
  readonly best: Incumbent | undefined;
  /** No schedule nets more, in objective units. */
  readonly ceiling: number;
}

/** The solution whose schedule no other beats. */
export const optimal = (search: Search, result: Result): Solution =>
  solutionOf(search, result, { status: 'optimal', bound: result.best.net });

/** The solution where effort ran out: the best schedule known, and choosing nothing rather than no schedule at all. */
export function unproven(search: Search, { relaxation, best, ceiling, outcomes }: Unproven): Solution {
  const schedule = best ?? emptySchedule(search);
  if (!schedule) return { ...noSchedule(search, 'unknown'), reproducible: isReproducible(outcomes) };
  const result = { relaxation, best: schedule, outcomes };
  // What no schedule nets more than is reached: whatever the solver says of its own search, that is proof.
  if (ceiling - schedule.net < search.rows.quantum) return optimal(search, result);
  return solutionOf(search, result, { status: 'feasible', bound: ceiling });
}

/** The solution without a schedule: none exists, or none was found. */
export function noSchedule({ model, program }: Search, status: 'infeasible' | 'unknown'): Solution {
  return {
    status,
    chosen: new Int32Array(),
    auxiliary: new Float64Array(model.auxiliary?.count ?? 0),
    net: 0,
    bound: 0,
    prices: model.limits.map((limits) => new Float64Array(limits.groups)),
    reproducible: true,
    work: { method: 'sifting', rounds: 0, columns: program.present.length, iterations: 0, nodes: 0 },
  };
}

function solutionOf(
  { program }: Search,
  { relaxation, best, outcomes }: Result,
  proof: { readonly status: Status; readonly bound: number },
): Solution {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, outcome) => total + of(outcome), 0);
  return {
    status: proof.status,
    chosen: best.chosen,
    auxiliary: best.auxiliary,
    net: best.net,
    bound: proof.bound,
    prices: relaxation.prices,
    reproducible: isReproducible(outcomes),
    work: {
      method: 'sifting',
      rounds: relaxation.rounds,
      columns: program.present.length,
      iterations: relaxation.iterations + sum(({ iterations }) => iterations),
      nodes: sum(({ nodes }) => nodes),
    },
  };
}

/** Only the clock makes a run that cannot be repeated: nodes and iterations are the same every time. */
const isReproducible = (outcomes: readonly Outcome[]): boolean => outcomes.every(({ status }) => status !== 'clock');
