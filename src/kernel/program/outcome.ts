import type { SolverState } from './state.ts';

/** What one run of the solver came to. Its figures are the solver's floats: nothing of them is in a `Solution`. */
export interface Outcome {
  /** `clock`: the seconds ran out; `stopped`: nodes or iterations did, or the solver gave up. */
  readonly status: 'optimal' | 'infeasible' | 'stopped' | 'clock';
  /** False when no solution came with it: every value is then 0. */
  readonly hasSolution: boolean;
  readonly objective: number;
  /** No solution of this program scores more, in points. */
  readonly bound: number;
  /** The value of a candidate; 0 where it is not present. */
  readonly value: (candidate: number) => number;
  readonly auxiliary: Float64Array;
  readonly dual: (row: number) => number;
  readonly iterations: number;
  readonly nodes: number;
}

/** Whether the limits of effort ended the run before the solver was done. */
export const isCutShort = ({ status }: Outcome): boolean => status === 'clock' || status === 'stopped';

/** Runs the solver and reads what it came to. */
export function runSolver(state: SolverState, integer: boolean): Outcome {
  const { compiled, highs, solver, layout, columnOf } = state;
  const modelStatus = statusAfterRun(state);
  if (modelStatus === undefined) return nothing(layout.auxiliary);
  const is = highs.constants.modelStatus;
  // A program without columns is answered without a solution to read.
  const empty = modelStatus === is.empty;
  const optimal = modelStatus === is.optimal || empty;
  const hasSolution = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible || optimal;
  // A relaxation that the clock stops has duals too, and they prove a bound that is often nearly as low.
  const hasDuals = !integer && solver.info.get('dual_solution_status') !== highs.constants.solutionStatus.none;
  const solution = (hasSolution || hasDuals) && !empty ? solver.getSolution() : undefined;
  const value = (column: number) => (hasSolution ? (solution?.colValue[column] ?? 0) : 0);
  const objective = hasSolution ? solver.getObjectiveValue() : -Infinity;
  return {
    status: statusOf(),
    hasSolution,
    objective,
    bound: (integer ? Number(solver.info.get('mip_dual_bound')) : objective) * compiled.scale,
    value: (candidate) => (columnOf[candidate]! < 0 ? 0 : value(columnOf[candidate]!)),
    auxiliary: Float64Array.from({ length: layout.auxiliary }, (_, k) => Math.round(value(k))),
    dual: (row) => (solution?.rowDual[row] ?? 0) * compiled.scale,
    iterations: Math.max(0, Number(solver.info.get('simplex_iteration_count'))),
    nodes: integer ? Math.max(0, Number(solver.info.get('mip_node_count'))) : 0,
  };

  function statusOf(): Outcome['status'] {
    if (optimal) return 'optimal';
    if (modelStatus === is.infeasible || modelStatus === is.unboundedOrInfeasible) return 'infeasible';
    return modelStatus === is.timeLimit ? 'clock' : 'stopped';
  }
}

/** Runs the solver; undefined where it failed. A schedule must not be lost because it lost its way in large figures. */
function statusAfterRun({ solver, fuse }: SolverState): number | undefined {
  const before = solver.getRunTime();
  try {
    return solver.run().modelStatus;
  } catch {
    return undefined;
  } finally {
    fuse.burn(solver.getRunTime() - before);
  }
}

/** The solver came to nothing: no solution, and prices of 0, which prove a bound too. */
const nothing = (auxiliary: number): Outcome => ({
  status: 'stopped',
  hasSolution: false,
  objective: -Infinity,
  bound: Infinity,
  value: () => 0,
  auxiliary: new Float64Array(auxiliary),
  dual: () => 0,
  iterations: 0,
  nodes: 0,
});
