import { fuseOf } from '../fuse.ts';
import type { Effort } from '../model.ts';
import type { Compiled } from './compile.ts';
import { highs } from './highs.ts';
import { columnsFor, emptyProgram, layoutOf } from './layout.ts';
import { type Outcome, runSolver } from './outcome.ts';
import { type Aim, type SolverState, setAim, setFuse, setInteger, setStart } from './state.ts';

/** A linear program over some of a model's candidates, alive in the solver. */
export interface Program {
  /** Candidates present, in the order of their columns. */
  readonly present: readonly number[];
  readonly has: (candidate: number) => boolean;
  /** Whether choosing nothing may break a hard limit, so that feasibility must be looked into first. */
  readonly mayBeInfeasible: boolean;
  readonly add: (candidates: readonly number[]) => void;
  readonly aim: (aim: Aim) => void;
  /** Solves the linear relaxation: every candidate may take any value from 0 to 1, unless it is settled. */
  readonly relax: () => Outcome;
  /** Holds candidates at 1 or at 0 in the relaxations that follow, or lets them free again. */
  readonly settle: (candidates: readonly number[], to: 0 | 1 | 'free') => void;
  /** Solves in whole numbers, without the candidates that `exclude` names, in a share of the seconds that are left. */
  readonly solveInteger: (
    exclude: (candidate: number) => boolean,
    start?: ReadonlySet<number>,
    share?: number,
  ) => Outcome;
  readonly text: (format: 'mps' | 'lp') => string;
}

/**
 * Hands a compiled model to HiGHS, gives the program to `use`, and disposes of it when `use` returns.
 *
 * This is the only door between the kernel and the solver, and no file outside this folder knows HiGHS. A program that
 * stays open for several questions would be kept here.
 */
export async function withProgram<T>(compiled: Compiled, effort: Effort, use: (program: Program) => T): Promise<T> {
  const state = await openState(compiled, effort);
  try {
    return use(programOf(state));
  } finally {
    state.solver.dispose();
  }
}

/** The simplex methods of HiGHS. */
const DUAL = 1;
const PRIMAL = 4;
/** Where so small a part of the candidates is new, the primal method goes on from the basis; else the dual one begins anew. */
const FEW = 0.05;

/** The program in the solver with its rows, its auxiliary and step columns, and no candidate. */
async function openState(compiled: Compiled, effort: Effort): Promise<SolverState> {
  const { model, rows } = compiled;
  const runtime = await highs();
  const layout = layoutOf(compiled);
  const sense = runtime.constants.objectiveSense.maximize;
  const solver = runtime.createModel({ ...emptyProgram(compiled, layout), sense });
  solver.options.set({
    output_flag: false,
    random_seed: effort.seed % 2147483647,
    mip_rel_gap: 0,
    // A restart presolves again for little: on weeks with many small conflicts it costs a fifth of the time.
    mip_allow_restart: false,
    mip_abs_gap: (0.49 * rows.quantum) / model.unit / compiled.scale,
    mip_feasibility_tolerance: 1e-7,
    primal_feasibility_tolerance: 1e-8,
    dual_feasibility_tolerance: 1e-8,
  });
  if (effort.iterations) solver.options.set({ simplex_iteration_limit: effort.iterations });
  const columnOf = new Int32Array(model.candidates).fill(-1);
  const fuse = effort.fuse ?? fuseOf(effort.seconds);
  return { compiled, effort, fuse, highs: runtime, solver, layout, present: [], columnOf };
}

function programOf(state: SolverState): Program {
  const { compiled, solver, layout, present, columnOf } = state;
  let scoring = true;
  // What joins a solved program can pay: its basis is still a solution, and no longer the best one.
  let joined = false;
  return {
    present,
    mayBeInfeasible: layout.artificial.length > 0,
    has: (candidate) => columnOf[candidate]! >= 0,
    add: (candidates) => {
      if (candidates.length === 0) return;
      joined = candidates.length < FEW * present.length;
      for (const candidate of candidates) {
        columnOf[candidate] = layout.first + present.length;
        present.push(candidate);
      }
      const cost = (candidate: number) => (scoring ? compiled.ties.worth(candidate) / compiled.scale : 0);
      solver.addCols(columnsFor(compiled, candidates, cost));
    },
    aim: (aim) => {
      scoring = aim === 'score';
      setAim(state, aim);
    },
    relax: () => {
      solver.clearIntegrality();
      // What presolve puts back can miss the tolerance, and a run that it stops in has no duals to prove a bound with.
      solver.options.set({ presolve: 'off', simplex_strategy: joined ? PRIMAL : DUAL });
      joined = false;
      setFuse(state);
      return runSolver(state, false);
    },
    settle: (candidates, to) => {
      const [lower, upper] = to === 'free' ? [0, 1] : [to, to];
      for (const candidate of candidates) solver.changeColBounds(columnOf[candidate]!, lower, upper);
    },
    solveInteger: (exclude, start, share = 1) => {
      setInteger(state, exclude);
      solver.options.set({ simplex_strategy: DUAL });
      if (start) setStart(state, start);
      setFuse(state, share);
      return runSolver(state, true);
    },
    text: (format) => {
      setInteger(state, () => false);
      return format === 'lp' ? solver.exportModel('lp') : new TextDecoder().decode(solver.exportModel('mps'));
    },
  };
}
