import type { Limits, Model, Priority, Reached, Solution } from './model.ts';

/**
 * Lexicographic optimisation: makes each priority as large as possible in turn, holds what was reached by a hard
 * limit, and lets the score decide last. Nothing below can ever buy anything of what is above.
 *
 * Weights could say the same in one model, but only with coefficients that no solver's tolerance survives.
 */
export async function solveInOrder(model: Model, solve: (model: Model) => Promise<Solution>): Promise<Solution> {
  const reached: Reached[] = [];
  let limits = model.limits;
  let settled = true;
  let reproducible = true;
  for (const priority of model.priorities ?? []) {
    const stage = { ...alone(model, priority), limits: limits.map(hardOnly) };
    const solution = await solve(stage);
    if (solution.status === 'infeasible' || solution.status === 'unknown') return solution;
    settled &&= solution.status === 'optimal';
    reproducible &&= solution.reproducible;
    const { net: value, bound, prices } = solution;
    reached.push({ name: priority.name, value, bound, model: stage, prices });
    limits = [...limits, held(priority, value)];
  }
  const { priorities: _, ...rest } = model;
  const last = { ...rest, limits };
  const solution = await solve(last);
  const status = solution.status === 'optimal' && !settled ? 'feasible' : solution.status;
  return { ...solution, status, reproducible: reproducible && solution.reproducible, priorities: reached, model: last };
}

/** The model in which only this priority counts. Auxiliary columns are free. */
function alone(model: Model, priority: Priority): Model {
  const { priorities: _, auxiliary, ...rest } = model;
  const free = auxiliary ? { auxiliary: { ...auxiliary, score: new Float64Array(auxiliary.count) } } : {};
  return { ...rest, ...free, unit: 1, score: priority.value };
}

const hardOnly = ({ over: _, under: __, ...limits }: Limits): Limits => limits;

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
