import { scoreOf } from '../members.ts';
import type { Effort, Fuse } from '../model.ts';
import type { Compiled } from './compile.ts';
import type { Highs, HighsModel } from './highs.ts';
import type { Layout } from './layout.ts';

/** A program as it stands in the solver. */
export interface SolverState {
  readonly compiled: Compiled;
  readonly effort: Effort;
  readonly fuse: Fuse;
  readonly highs: Highs;
  readonly solver: HighsModel;
  readonly layout: Layout;
  /** Candidates present, in the order of their columns. */
  readonly present: number[];
  /** Column of each candidate, or -1 where it is not present. */
  readonly columnOf: Int32Array;
}

/** What counts: the scores, or only whether the hard limits can be met. */
export type Aim = 'score' | 'feasibility';

/**
 * Sets the costs for an aim. For `feasibility` only the artificial columns cost, and they are free to move; for
 * `score` they are fixed at zero.
 */
export function setAim({ compiled, solver, layout, present }: SolverState, aim: Aim): void {
  const { model, rows, ties, scale } = compiled;
  const unit = model.unit * scale;
  const scoring = aim === 'score';
  const cost: number[] = [];
  for (let k = 0; k < layout.auxiliary; k++) cost.push(scoring ? scoreOf(model, model.candidates + k) / unit : 0);
  for (const step of rows.steps) cost.push(scoring ? -step.price / unit : 0);
  for (const _ of layout.artificial) cost.push(scoring ? 0 : -1);
  for (const candidate of present) cost.push(scoring ? ties.worth(candidate) / scale : 0);
  if (cost.length > 0) solver.changeColsCost({ kind: 'range', from: 0, to: cost.length - 1 }, cost);
  solver.changeObjectiveOffset(scoring ? -rows.offset / unit : 0);
  layout.artificial.forEach((_, k) => {
    solver.changeColBounds(layout.auxiliary + layout.steps + k, 0, scoring ? 0 : 1e6);
  });
}

/** Makes candidates and auxiliary columns integer, and holds the candidates that `exclude` names at zero. */
export function setInteger(state: SolverState, exclude: (candidate: number) => boolean): void {
  const { solver, layout, present, effort } = state;
  const columns = layout.first + present.length;
  const types = new Int32Array(columns);
  types.fill(1, 0, layout.auxiliary);
  types.fill(1, layout.first);
  if (columns > 0) solver.changeColsIntegrality({ kind: 'range', from: 0, to: columns - 1 }, types);
  if (present.length > 0) {
    const upper = Float64Array.from(present, (candidate) => (exclude(candidate) ? 0 : 1));
    const range = { kind: 'range' as const, from: layout.first, to: columns - 1 };
    solver.changeColsBounds(range, new Float64Array(present.length), upper);
  }
  solver.options.set({ presolve: 'on' });
  if (effort.nodes !== undefined) solver.options.set({ mip_max_nodes: effort.nodes });
}

/** Gives the solver a schedule to begin with. */
export function setStart({ solver, columnOf }: SolverState, schedule: ReadonlySet<number>): void {
  const indices: number[] = [];
  const values: number[] = [];
  columnOf.forEach((column, candidate) => {
    if (column < 0) return;
    indices.push(column);
    values.push(schedule.has(candidate) ? 1 : 0);
  });
  const order = indices.map((_, k) => k).sort((a, b) => indices[a]! - indices[b]!);
  solver.setSolution({ indices: order.map((k) => indices[k]!), values: order.map((k) => values[k]!) });
}

/** Gives the solver a share of the seconds that are left. */
export function setFuse({ solver, fuse }: SolverState, share = 1): void {
  solver.options.set({ time_limit: Math.max(0.001, fuse.left() * share) });
}
