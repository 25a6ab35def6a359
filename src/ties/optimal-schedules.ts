import type { Instance } from '../domain.ts';
import type { Effort, Limits, Model } from '../kernel/model.ts';
import { type Optima, optimaOf } from '../kernel/questions/optima.ts';
import { solve } from '../kernel/solve.ts';
import { keepOnly } from '../kernel/vary.ts';
import { type Solved, solveWithCuts } from '../pipeline/cuts.ts';

/** The optimal schedules of a session, to be asked for those in which something is greatest. */
export interface Face {
  /** Its schedules are the optimal ones. Candidates are numbered as in `kept`; it has no score. */
  readonly model: Model;
  /** For each of its candidates, its number in the session. */
  readonly kept: Int32Array;
  /** Optimal schedules met so far, the run's first. */
  readonly known: readonly Int32Array[];
  /** How many times the solver was asked. */
  readonly solves: () => number;
  /** An optimal schedule in which the score of `variation` is greatest; undefined where `variation` has none. */
  readonly extreme: (variation: Model) => Promise<Extreme | undefined>;
}

/** The greatest value that is looked for: what a schedule reaches, and what none can exceed; equal where it is proven. */
export interface Extreme {
  readonly reached: number;
  readonly bound: number;
  readonly chosen: Int32Array;
}

/** Nodes of branch and bound for one question; a stopped one gives bounds, the same ones each time. */
const NODES = 50;

/** A question with its best schedule. */
export interface Posed extends Pick<Solved, 'model' | 'solution'> {
  readonly instance: Pick<Instance, 'cuts'>;
  /** The best schedules that the preferences of its scenario leave, where it states any. */
  readonly decided?: { readonly optima: Optima };
}

/** Limits that a schedule of these candidates breaks and the model does not state, as the kind finds them. */
export function brokenOn(
  { model, instance: { cuts } }: Posed,
  kept: Int32Array,
): ((chosen: Int32Array) => readonly Limits[]) | undefined {
  return cuts && ((chosen) => keepOnly({ ...model, limits: cuts(chosen.map((k) => kept[k]!)) }, kept).limits);
}

/** The optimal schedules of a question whose schedule is proven optimal; those that its preferences leave. */
export function faceOf(posed: Posed, solver: Effort): Face {
  const { model, solution, decided } = posed;
  const { kept, model: face } = decided?.optima ?? optimaOf(model, solution);
  const at = new Map([...kept].map((j, k) => [j, k]));
  const known: Int32Array[] = [Int32Array.from(solution.chosen, (j) => at.get(j)!)];
  const cuts = brokenOn(posed, kept);
  const effort = { ...solver, nodes: NODES };
  let solves = 0;
  return {
    model: { ...face, unit: 1 },
    kept,
    known,
    solves: () => solves,
    extreme: async (variation) => {
      solves++;
      const ask = (each: Model) => solve(each, effort, { method: 'whole', conflict: false });
      const { solution: found } = await solveWithCuts(cuts ? { cuts } : {}, variation, ask);
      if (found.status === 'infeasible') return undefined;
      if (found.status === 'unknown') return { reached: -Infinity, bound: Infinity, chosen: new Int32Array() };
      known.push(found.chosen);
      return { reached: found.net, bound: found.bound, chosen: found.chosen };
    },
  };
}

/** Columns beside the candidates of a model: the largest value of each, and what it scores. */
export interface Helpers {
  readonly most: readonly number[];
  readonly score: readonly number[];
}

/** The model with more auxiliary columns, after its own, and more limits over them. */
export function extended(model: Model, score: Float64Array, helpers: Helpers, limits: readonly Limits[]): Model {
  const own = model.auxiliary;
  const count = (own?.count ?? 0) + helpers.most.length;
  const auxiliary = {
    count,
    most: Float64Array.from([...(own?.most ?? []), ...helpers.most]),
    score: Float64Array.from([...(own?.score ?? []), ...helpers.score]),
  };
  return { ...model, score, ...(count > 0 && { auxiliary }), limits: [...model.limits, ...limits] };
}

/** A limit written as the columns it holds and what each uses. */
export interface Row {
  readonly entries: readonly (readonly [column: number, use: number])[];
  readonly least?: number;
  readonly most?: number;
}

/** Limits from rows, for as many columns. */
export function limitsOf(rule: string, rows: readonly Row[], columns: number): Limits {
  const of: [number, number][][] = Array.from({ length: columns }, () => []);
  rows.forEach((row, group) => {
    for (const [column, use] of row.entries) of[column]!.push([group, use]);
  });
  const start = new Int32Array(columns + 1);
  for (let column = 0; column < columns; column++) start[column + 1] = start[column]! + of[column]!.length;
  const flat = of.flat();
  return {
    rule,
    groups: rows.length,
    members: {
      start,
      group: Int32Array.from(flat, ([group]) => group),
      use: Float64Array.from(flat, ([, use]) => use),
    },
    least: Float64Array.from(rows, (row) => row.least ?? -Infinity),
    most: Float64Array.from(rows, (row) => row.most ?? Infinity),
    label: () => rule,
    more: () => rule,
  };
}
