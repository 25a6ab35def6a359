import type { Limits, Model, Priority, Reached, Solution } from './model.ts';

/** Where a search may begin: columns that the one before it needed, and a schedule that meets the hard limits. */
export interface Start {
  readonly columns: readonly number[];
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
}

/** Solves one model; where to begin is known after the first. */
export type SolveStage = (
  model: Model,
  start?: Start,
) => Promise<{ readonly solution: Solution; readonly columns: readonly number[] }>;

/**
 * Lexicographic optimisation: makes each priority as large as possible in turn, holds what was reached by a hard
 * limit, and lets the score decide last. Nothing below can ever buy anything of what is above.
 *
 * Weights could say the same in one model, but only with coefficients that no solver's tolerance survives.
 */
export async function solveInOrder(model: Model, solve: SolveStage): Promise<Solution> {
  const reached: Reached[] = [];
  let limits = model.limits;
  let settled = true;
  let reproducible = true;
  let start: Start | undefined;
  for (const priority of model.priorities ?? []) {
    const stage = { ...alone(model, priority), limits: limits.map(hardOnly) };
    const { solution, columns } = await solve(stage, start);
    if (solution.status === 'infeasible' || solution.status === 'unknown') return solution;
    settled &&= solution.status === 'optimal';
    reproducible &&= solution.reproducible;
    const { net: value, bound, prices } = solution;
    reached.push({ name: priority.name, value, bound, model: stage, prices });
    limits = [...limits, held(priority, value)];
    start = { columns, chosen: solution.chosen, auxiliary: solution.auxiliary };
  }
  const { priorities: _, ...rest } = model;
  const last = { ...rest, limits };
  const { solution } = await solve(last, start);
  const status = solution.status === 'optimal' && !settled ? 'feasible' : solution.status;
  return { ...solution, status, reproducible: reproducible && solution.reproducible, priorities: reached, model: last };
}

/** The model in which only this priority counts. Auxiliary columns are free. */
export function alone(model: Model, priority: Priority): Model {
  const { priorities: _, auxiliary, ...rest } = model;
  const free = auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {};
  // Ties are for those who are worth something: the others need not be looked at.
  const tie = model.tie.map((own, j) => (priority.value[j] === 0 ? 0 : own));
  return { ...rest, ...free, unit: 1, score: priority.value, tie };
}

/** Limits without their penalties. */
export const hardOnly = ({ over: _, under: __, ...limits }: Limits): Limits => limits;

function held(priority: Priority, value: number): Limits {
  const group = Int32Array.from(priority.value, (own) => (own === 0 ? -1 : 0));
  return {
    rule: 'priority',
    groups: 1,
    members: { group, use: priority.value },
    least: Float64Array.of(value),
    label: () => priority.name,
    more: () => `one more unit of ${priority.name}`,
  };
}
