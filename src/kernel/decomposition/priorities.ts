import type { Limits, Model, Priority, Reached, Solution } from '../model.ts';
import type { Attempt } from '../search/attempt.ts';
import type { Start } from '../search/search.ts';

/** Solves one model; where to begin is known after the first. */
export type SolveStage = (model: Model, start?: Start) => Promise<Attempt>;

/**
 * Lexicographic optimisation: makes each priority as large as possible in turn, keeps what was reached by a hard
 * limit, and lets the score decide last. Nothing below can ever buy anything of what is above.
 *
 * Weights could say the same in one model, but only with coefficients that no solver's tolerance survives.
 */
export async function solveInOrder(model: Model, solve: SolveStage): Promise<Solution> {
  const reached: Reached[] = [];
  let limits = model.limits;
  let proven = true;
  let reproducible = true;
  let start: Start | undefined;
  for (const priority of model.priorities ?? []) {
    const stage = { ...forPriority(model, priority), limits: limits.map(hardOnly) };
    const { solution, columns } = await solve(stage, start);
    if (solution.status === 'infeasible' || solution.status === 'unknown') return solution;
    proven &&= solution.status === 'optimal';
    reproducible &&= solution.reproducible;
    const { net: value, bound, prices } = solution;
    reached.push({ name: priority.name, value, bound, model: stage, prices });
    limits = [...limits, atLeast(priority, value)];
    start = { columns, chosen: solution.chosen, auxiliary: solution.auxiliary };
  }
  const { priorities: _, ...rest } = model;
  const last = { ...rest, limits };
  const { solution } = await solve(last, start);
  const status = solution.status === 'optimal' && !proven ? 'feasible' : solution.status;
  return { ...solution, status, reproducible: reproducible && solution.reproducible, priorities: reached, model: last };
}

/** The model in which only this priority counts. Auxiliary columns are free. */
export function forPriority(model: Model, priority: Priority): Model {
  const { priorities: _, auxiliary, ...rest } = model;
  const free = auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {};
  // A candidate that adds nothing to the priority needs no tie-break here, and can then be left out of the search.
  const tie = model.tie.map((own, j) => (priority.value[j] === 0 ? 0 : own));
  return { ...rest, ...free, unit: 1, score: priority.value, tie };
}

/** Limits without their penalties. */
export const hardOnly = ({ over: _, under: __, ...limits }: Limits): Limits => limits;

/** The hard limit that keeps a priority at the value that it has reached. */
function atLeast(priority: Priority, value: number): Limits {
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
