import type { Highs, HighsModel } from './highs.ts';
import { columnsFor, emptyProgram, type Layout, layOut } from './layout.ts';
import { scoreOf } from './members.ts';
import type { Effort, Model } from './model.ts';
import type { Rows } from './rows.ts';
import type { Ties } from './ties.ts';

/** A linear program over some of a model's candidates, alive in the solver. Dispose of it. */
export interface Program {
  /** Candidates present, in the order of their columns. */
  readonly present: readonly number[];
  readonly has: (candidate: number) => boolean;
  /** Whether choosing nothing may break a hard limit, so that feasibility must be looked into first. */
  readonly doubtful: boolean;
  readonly add: (candidates: readonly number[]) => void;
  /** `feasibility`: only the artificial columns cost; `score`: they are fixed at zero and scores count. */
  readonly aim: (aim: 'feasibility' | 'score') => void;
  readonly relax: () => Outcome;
  /** Solves in whole numbers, without the candidates that `without` names. */
  readonly settle: (without: (candidate: number) => boolean, start?: ReadonlySet<number>) => Outcome;
  readonly dispose: () => void;
  readonly text: (format: 'mps' | 'lp') => string;
}

export interface Outcome {
  readonly status: 'optimal' | 'infeasible' | 'stopped' | 'clock';
  /** False when no solution came with it. */
  readonly found: boolean;
  readonly objective: number;
  /** No solution of this program scores more, in points. */
  readonly bound: number;
  readonly value: (candidate: number) => number;
  readonly auxiliary: Float64Array;
  readonly dual: (row: number) => number;
  readonly iterations: number;
  readonly nodes: number;
}

/** Opens a program with the rows, the auxiliary and the step columns, and no candidate. */
export function openProgram(highs: Highs, model: Model, rows: Rows, ties: Ties, effort: Effort): Program {
  const layout = layOut(model, rows);
  const solver = highs.createModel(emptyProgram(highs, model, rows, layout));
  solver.options.set({
    output_flag: false,
    random_seed: effort.seed % 2147483647,
    mip_rel_gap: 0,
    // A restart presolves again for little: on weeks with many small conflicts it costs a fifth of the time.
    mip_allow_restart: false,
    mip_abs_gap: (0.49 * rows.quantum) / model.unit,
    mip_feasibility_tolerance: 1e-7,
    primal_feasibility_tolerance: 1e-8,
    dual_feasibility_tolerance: 1e-8,
  });
  if (effort.iterations) solver.options.set({ simplex_iteration_limit: effort.iterations });
  const present: number[] = [];
  const columnOf = new Int32Array(model.candidates).fill(-1);
  let scoring = true;
  const solve = (integer: boolean) => {
    setFuse(solver, effort);
    return outcomeOf(highs, solver, layout, columnOf, integer);
  };
  return {
    present,
    doubtful: layout.artificial.length > 0,
    has: (candidate) => columnOf[candidate]! >= 0,
    add: (candidates) => {
      if (candidates.length === 0) return;
      for (const candidate of candidates) {
        columnOf[candidate] = layout.first + present.length;
        present.push(candidate);
      }
      solver.addCols(columnsFor(model, rows, candidates, (candidate) => (scoring ? ties.worth(candidate) : 0)));
    },
    aim: (aim) => {
      scoring = aim === 'score';
      aimAt(solver, model, rows, ties, layout, present, aim);
    },
    relax: () => {
      solver.clearIntegrality();
      const large = present.length > 20_000 || rows.count > 5000;
      solver.options.set({ presolve: large ? 'on' : 'off' });
      const outcome = solve(false);
      if (!large || outcome.status !== 'stopped' || effort.iterations) return outcome;
      // What presolve puts back can miss the tolerance; the basis that it leaves is nearly right.
      solver.options.set({ presolve: 'off' });
      return solve(false);
    },
    settle: (without, start) => {
      prepareWhole(solver, layout, present, without, effort);
      if (start) seedWith(solver, columnOf, start);
      return solve(true);
    },
    dispose: () => solver.dispose(),
    text: (format) => exportText(solver, layout, present, format),
  };
}

function aimAt(
  solver: HighsModel,
  model: Model,
  rows: Rows,
  ties: Ties,
  layout: Layout,
  present: readonly number[],
  aim: 'feasibility' | 'score',
): void {
  const scoring = aim === 'score';
  const own = Array.from({ length: layout.auxiliary }, (_, k) => scoreOf(model, model.candidates + k) / model.unit);
  const paid = rows.steps.map((step) => -step.price / model.unit);
  const missed = layout.artificial.map(() => (scoring ? 0 : -1));
  const cost = [...own.map((c) => (scoring ? c : 0)), ...paid.map((c) => (scoring ? c : 0)), ...missed];
  for (const candidate of present) cost.push(scoring ? ties.worth(candidate) : 0);
  const all = { kind: 'range' as const, from: 0, to: cost.length - 1 };
  if (cost.length > 0) solver.changeColsCost(all, cost);
  solver.changeObjectiveOffset(scoring ? -rows.offset / model.unit : 0);
  layout.artificial.forEach((_, k) => {
    solver.changeColBounds(layout.auxiliary + layout.steps + k, 0, scoring ? 0 : 1e6);
  });
}

function prepareWhole(
  solver: HighsModel,
  layout: Layout,
  present: readonly number[],
  without: (candidate: number) => boolean,
  effort: Effort,
): void {
  const columns = layout.first + present.length;
  const types = new Int32Array(columns);
  types.fill(1, 0, layout.auxiliary);
  types.fill(1, layout.first);
  if (columns > 0) solver.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, types);
  if (present.length > 0) {
    const upper = Float64Array.from(present, (candidate) => (without(candidate) ? 0 : 1));
    const range = { kind: 'range' as const, from: layout.first, to: columns - 1 };
    solver.changeColsBounds(range, new Float64Array(present.length), upper);
  }
  solver.options.set({ presolve: 'on' });
  if (effort.nodes !== undefined) solver.options.set({ mip_max_nodes: effort.nodes });
}

function seedWith(solver: HighsModel, columnOf: Int32Array, start: ReadonlySet<number>): void {
  const indices: number[] = [];
  const values: number[] = [];
  columnOf.forEach((column, candidate) => {
    if (column < 0) return;
    indices.push(column);
    values.push(start.has(candidate) ? 1 : 0);
  });
  const order = indices.map((_, k) => k).sort((a, b) => indices[a]! - indices[b]!);
  solver.setSolution({ indices: order.map((k) => indices[k]!), values: order.map((k) => values[k]!) });
}

/** The fuse: what is left of the seconds, by the solver's own account, so that the kernel needs no clock. */
function setFuse(solver: HighsModel, effort: Effort): void {
  solver.options.set({ time_limit: Math.max(0.001, effort.seconds - solver.getRunTime()) });
}

function outcomeOf(highs: Highs, solver: HighsModel, layout: Layout, columnOf: Int32Array, integer: boolean): Outcome {
  const { modelStatus } = solver.run();
  const is = highs.constants.modelStatus;
  // A program without columns is answered without a solution to read.
  const empty = modelStatus === is.empty;
  const optimal = modelStatus === is.optimal || empty;
  const found = solver.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible || optimal;
  const solution = found && !empty ? solver.getSolution() : undefined;
  const value = (column: number) => solution?.colValue[column] ?? 0;
  const infeasible = modelStatus === is.infeasible || modelStatus === is.unboundedOrInfeasible;
  const status = optimal ? 'optimal' : infeasible ? 'infeasible' : modelStatus === is.timeLimit ? 'clock' : 'stopped';
  const objective = found ? solver.getObjectiveValue() : -Infinity;
  return {
    status,
    found,
    objective,
    bound: integer ? Number(solver.info.get('mip_dual_bound')) : objective,
    value: (candidate) => (columnOf[candidate]! < 0 ? 0 : value(columnOf[candidate]!)),
    auxiliary: Float64Array.from({ length: layout.auxiliary }, (_, k) => Math.round(value(k))),
    dual: (row) => solution?.rowDual[row] ?? 0,
    iterations: Math.max(0, Number(solver.info.get('simplex_iteration_count'))),
    nodes: integer ? Math.max(0, Number(solver.info.get('mip_node_count'))) : 0,
  };
}

function exportText(solver: HighsModel, layout: Layout, present: readonly number[], format: 'mps' | 'lp'): string {
  prepareWhole(solver, layout, present, () => false, { seed: 0, seconds: 0 });
  return format === 'lp' ? solver.exportModel('lp') : new TextDecoder().decode(solver.exportModel('mps'));
}
