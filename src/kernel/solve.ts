import { anneal } from './anneal/anneal.ts';
import { join } from './decomposition/join.ts';
import { type ActiveLimits, solveLazily } from './decomposition/lazy.ts';
import { type Memory, remembered } from './decomposition/memory.ts';
import { partsOf } from './decomposition/parts.ts';
import { firstFit, inOrder, type SolveStage, solveInOrder } from './decomposition/priorities.ts';
import { evaluate } from './evaluate.ts';
import { generous, shareOf } from './fuse.ts';
import { filledUp, improve } from './improve/improve.ts';
import { refill } from './improve/refill.ts';
import { boundedByDearest, isLarge, quickSolution } from './large/quick.ts';
import { startTogether } from './large/together.ts';
import type { Conflict, Effort, Model, Solution } from './model.ts';
import { compile } from './program/compile.ts';
import { withProgram } from './program/program.ts';
import { findConflict } from './questions/conflict.ts';
import { type Attempt, attempt, type SearchOptions, type Task } from './search/attempt.ts';
import type { Schedule } from './search/greedy.ts';
import { nothingLost } from './search/perfect.ts';
import type { Start } from './search/search.ts';

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
export async function solve(model: Model, given: Effort, options: Options = {}): Promise<Solution> {
  const effort = shareOf(given, 1);
  const solution = await (options.method ? solveWhole : solveInParts)(model, effort, options);
  if (solution.status !== 'infeasible' || options.conflict === false) return solution;
  return { ...solution, conflict: await conflictOf(model, effort) };
}

/**
 * The limits that cannot hold together. Whether they can does not depend on priorities, so that this solves without them.
 * Nor does it begin with a schedule: of many questions that have none, each would be searched for one in vain.
 */
function conflictOf(model: Model, effort: Effort): Promise<Conflict> {
  const task = { effort, options: {} };
  const solveFor = async (changed: Model, start?: Start) => (await solveFrom(start, changed, new Map(), task)).solution;
  const relax = async (loose: Model): Promise<Schedule> => {
    // Something must give way, and by one unit at the least: a schedule that breaks no more needs no proof.
    const start = anneal(loose, effort, { bound: -1, soft: true });
    if (start && evaluate(loose, start.chosen, start.auxiliary) === -1) return start;
    return solveFor(loose, start && { columns: [], ...start });
  };
  return findConflict(model, solveFor, relax);
}

/**
 * Solves the parts that no limit joins one by one, and joins their solutions. A hint is for the model as a whole, so
 * that a model with a hint is not split.
 */
async function solveInParts(model: Model, effort: Effort, options: Options): Promise<Solution> {
  const parts = options.hint ? [] : partsOf(model);
  if (parts.length === 0) return solveWhole(model, effort, options);
  const solutions: Solution[] = [];
  // Small parts first, with more than their share of the seconds: what they leave unused is left for the large ones.
  const order = [...parts.entries()].sort(([, a], [, b]) => a.model.candidates - b.model.candidates);
  let left = model.candidates;
  for (const [index, part] of order) {
    const share = left > 0 ? generous(part.model.candidates / left) : 1;
    // What counts its work instead of burning the fuse goes by a share of the seconds that is always the same.
    const seconds = (effort.seconds * part.model.candidates) / model.candidates;
    solutions[index] = await remembered(options.memory, part.model, () =>
      solveWhole(part.model, { ...shareOf(effort, share), seconds }, options),
    );
    left -= part.model.candidates;
  }
  // What all parts together have left goes to those that their share did not prove.
  const open = order.filter(([index]) => solutions[index]!.status === 'feasible');
  for (const [k, [index, part]] of open.entries()) {
    if ((effort.fuse?.left() ?? 0) < WORTHWHILE) break;
    const again = await remembered(options.memory, part.model, () =>
      solveWhole(part.model, shareOf(effort, 1 / (open.length - k)), options),
    );
    if (isBetter(again, solutions[index]!)) solutions[index] = again;
  }
  const solution = join(model, parts, solutions);
  // A group that no candidate is in belongs to no part. Its hard limit can fail where every part is solved.
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  const fails = found && evaluate(model, solution.chosen, solution.auxiliary) === -Infinity;
  return fails ? solveWhole(model, effort, options) : solution;
}

/** Whether a solution is proven, or reaches more: in its first priority, then in the next one, and last in net score. */
function isBetter(after: Solution, before: Solution): boolean {
  if (after.status !== 'feasible') return after.status === 'optimal';
  const figures = ({ priorities = [], net }: Solution) => [...priorities.map(({ value }) => value), net];
  return inOrder(figures(after), figures(before)) > 0;
}

/** Solves a model as one piece, its priorities in order. */
async function solveWhole(model: Model, effort: Effort, options: Options): Promise<Solution> {
  // What the schedules of one priority have broken stays in force for those below it.
  const active: ActiveLimits = new Map();
  if (!model.priorities) return (await solveStage(model, active, { effort, options })).solution;
  const fits = firstFit(model);
  const together = fits ? undefined : await startTogether(model, effort, active);
  const last = model.limits.length + model.priorities.length;
  const solveOne: SolveStage = async (stage, share, start) => {
    const task = { effort: shareOf(effort, share), options, start };
    // To improve one priority alone would spoil the others again: of each only the bound is left to find.
    const bounded = together && stage.limits.length < last && (await quickSolution(stage, task.effort, active, start));
    return bounded ? { solution: bounded, columns: [] } : solveStage(stage, active, task);
  };
  return solveInOrder(model, solveOne, together ?? fits);
}

/**
 * How much of the seconds branch and bound may take before large neighbourhoods improve what it found; less where places
 * are filled, since a search of the places finds more.
 */
const SEARCH = { empty: 0.6, filled: 0.25 };
/** Fewer seconds than this are not worth a second search. */
const WORTHWHILE = 0.2;

/**
 * Solves a model for its score alone, with the lazy limits that schedules turn out to break. A schedule that is not
 * proven to be the best is filled up and improved, and what is left of the effort goes into a proof.
 */
async function solveStage(model: Model, active: ActiveLimits, task: Task): Promise<Attempt> {
  const first = task.start ?? startOf(model, task);
  const found = await solveFrom(first, model, active, task);
  // No schedule was found, neither by a short search of the places nor by branch and bound: then by a thorough one.
  const start = found.solution.status === 'unknown' ? startOf(model, task, true) : undefined;
  const after = start ? await solveFrom(start, model, active, task) : found;
  const reproducible = (start ?? first)?.reproducible !== false && found.solution.reproducible;
  return reproducible ? after : { ...after, solution: { ...after.solution, reproducible } };
}

async function solveFrom(begin: Start | undefined, model: Model, active: ActiveLimits, task: Task): Promise<Attempt> {
  const { effort } = task;
  const exact = (start: Start | undefined, share: number) =>
    solveLazily(model, active, (current) => attempt(current, { ...task, start, share }));
  const perfect = begin && nothingLost(model, begin);
  if (perfect) return { solution: perfect, columns: [] };
  const direct = await directly(begin, model, active, task);
  if (direct?.solution.status === 'optimal') return direct;
  const quick = direct?.solution ?? (await quickSolution(model, effort, active, begin));
  const found = quick ? { solution: quick, columns: [] } : await exact(begin, begin ? SEARCH.filled : SEARCH.empty);
  if (found.solution.status !== 'feasible') return found;
  const bounded = boundedByDearest(model, found.solution);
  const filled = begin ? await refill(model, bounded, effort) : bounded;
  if (filled.status === 'optimal') return { columns: found.columns, solution: filled };
  const improved = await improve(model, filled, shareOf(effort, 0.4));
  const start = { columns: found.columns, chosen: improved.chosen, auxiliary: improved.auxiliary };
  const left = effort.fuse?.left() ?? 0;
  if (improved.status === 'optimal' || left < WORTHWHILE)
    return { columns: found.columns, solution: filledUp(model, improved) };
  const again = await exact(start, 1);
  return { columns: again.columns, solution: filledUp(model, firmer(improved, again.solution)) };
}

/** A relaxation of a large model that takes more iterations than this is given up, and so is one with more rows. */
const DIRECT = { iterations: 30_000, rows: 80_000, gap: 0.02 };

/**
 * The best schedule of a large model, or nearly so, where its relaxation is easy and leads there: as it does where things
 * keep distances in time, however many rows say so. Undefined elsewhere: it has taken few iterations to see that.
 */
async function directly(
  start: Start | undefined,
  model: Model,
  active: ActiveLimits,
  task: Task,
): Promise<Attempt | undefined> {
  const rows = model.limits.reduce((sum, { groups }) => sum + groups, 0);
  if (rows > DIRECT.rows || !isLarge(model)) return undefined;
  const effort = { ...task.effort, iterations: Math.min(DIRECT.iterations, task.effort.iterations ?? Infinity) };
  // Without tie-breaks a relaxation of so many equal schedules is solved much sooner.
  const even = { ...model, tie: new Uint32Array(model.candidates) };
  const found = await solveLazily(even, active, (current) =>
    attempt(current, { ...task, effort, start, plunging: true }),
  );
  const { status, net, bound } = found.solution;
  return status === 'optimal' || (status === 'feasible' && bound - net <= DIRECT.gap * Math.abs(bound))
    ? found
    : undefined;
}

/** A schedule to begin with, for models in which places must be filled. */
function startOf(model: Model, { effort, options: { hint, near = hint } }: Task, thorough = false): Start | undefined {
  // Where nothing near is possible, anything will do to begin with.
  const schedule = (!thorough && near && anneal(model, effort, { near })) || anneal(model, effort, { thorough });
  return schedule && { columns: [], ...schedule };
}

/** The better schedule of two searches of one model, and the lower bound. */
function firmer(first: Solution, second: Solution): Solution {
  const reproducible = first.reproducible && second.reproducible;
  if (second.status === 'optimal') return { ...second, reproducible };
  const proof = second.bound < first.bound ? second : first;
  const best = second.status === 'feasible' && second.net > first.net ? second : first;
  return { ...best, bound: proof.bound, prices: proof.prices, reproducible };
}

/** The whole model as text for any other solver. */
export async function exportModel(model: Model, format: 'mps' | 'lp'): Promise<string> {
  return withProgram(compile(model), { seed: 0, seconds: 1 }, (program) => {
    program.add(Array.from({ length: model.candidates }, (_, j) => j));
    return program.text(format);
  });
}
