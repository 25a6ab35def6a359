import { join } from './decomposition/join.ts';
import { type ActiveLimits, solveLazily } from './decomposition/lazy.ts';
import { type Memory, remembered } from './decomposition/memory.ts';
import { partsOf } from './decomposition/parts.ts';
import { solveInOrder } from './decomposition/priorities.ts';
import { evaluate } from './evaluate.ts';
import type { Effort, Model, Solution } from './model.ts';
import { compile } from './program/compile.ts';
import { withProgram } from './program/program.ts';
import { findConflict } from './questions/conflict.ts';
import { type Attempt, attempt, type SearchOptions, type Task } from './search/attempt.ts';

/** How to solve. */
export interface Options extends SearchOptions {
  /** `false`: an infeasible model is only said to be so; naming its conflict takes many more solves. */
  readonly conflict?: false;
  /** Parts that are known, and what is learnt of others. */
  readonly memory?: Memory;
}

/**
 * Finds a schedule of greatest net score and proves it, exactly: the result is recomputed in whole numbers, and a gap
 * is closed only when it is smaller than the smallest difference that two schedules can have.
 *
 * Both methods give an optimum; among equal ones the tie-break hash decides.
 *
 * @example
 * const slots = { rule: 'slots', groups: 1, members: { group: Int32Array.of(0, 0, 0) }, most: Float64Array.of(2) };
 * const limits = [{ ...slots, label: () => 'Monday', more: () => 'one more slot on Monday' }];
 * const model = { unit: 1, candidates: 3, score: Float64Array.of(5, 8, 3), tie: Uint32Array.of(1, 2, 3), limits };
 * const { status, chosen } = await solve(model, { seed: 42, seconds: 10 });
 * [status, [...chosen]] // ['optimal', [0, 1]]
 */
export async function solve(model: Model, effort: Effort, options: Options = {}): Promise<Solution> {
  const solution = await (options.method ? solveWhole : solveInParts)(model, effort, options);
  if (solution.status !== 'infeasible' || options.conflict === false) return solution;
  // Whether limits can hold together does not depend on priorities, so that this solves without them.
  const solveScore = async (changed: Model) => (await solveStage(changed, new Map(), { effort, options: {} })).solution;
  return { ...solution, conflict: await findConflict(model, solveScore) };
}

/**
 * Solves the parts that no limit joins one by one, and joins their solutions. A hint is for the model as a whole, so
 * that a model with a hint is not split.
 */
async function solveInParts(model: Model, effort: Effort, options: Options): Promise<Solution> {
  const parts = options.hint ? [] : partsOf(model);
  if (parts.length === 0) return solveWhole(model, effort, options);
  const solutions: Solution[] = [];
  for (const { model: own } of parts)
    solutions.push(await remembered(options.memory, own, () => solveWhole(own, effort, options)));
  const solution = join(model, parts, solutions);
  // A group that no candidate is in belongs to no part. Its hard limit can fail where every part is solved.
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  const fails = found && evaluate(model, solution.chosen, solution.auxiliary) === -Infinity;
  return fails ? solveWhole(model, effort, options) : solution;
}

/** Solves a model as one piece, its priorities in order. */
async function solveWhole(model: Model, effort: Effort, options: Options): Promise<Solution> {
  // What the schedules of one priority have broken stays in force for those below it.
  const active: ActiveLimits = new Map();
  if (!model.priorities) return (await solveStage(model, active, { effort, options })).solution;
  return solveInOrder(model, (stage, start) => solveStage(stage, active, { effort, options, start }));
}

/** Solves a model for its score alone, with the lazy limits that schedules turn out to break. */
const solveStage = (model: Model, active: ActiveLimits, task: Task): Promise<Attempt> =>
  solveLazily(model, active, (current) => attempt(current, task));

/** The whole model as text for any other solver. */
export async function exportModel(model: Model, format: 'mps' | 'lp'): Promise<string> {
  return withProgram(compile(model), { seed: 0, seconds: 1 }, (program) => {
    program.add(Array.from({ length: model.candidates }, (_, j) => j));
    return program.text(format);
  });
}
