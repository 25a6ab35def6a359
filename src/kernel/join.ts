import type { Limits, Model, Reached, Solution, Status } from './model.ts';
import { constantOf, type Part } from './parts.ts';
import { alone, hardOnly } from './priorities.ts';

/** The solution of a model from those of its parts: schedules and bounds add up, prices stay with their groups. */
export function join(model: Model, parts: readonly Part[], solutions: readonly Solution[]): Solution {
  const constant = constantOf(model);
  const sum = (of: (solution: Solution) => number) => solutions.reduce((total, solution) => total + of(solution), 0);
  const chosen = parts.flatMap((part, p) => Array.from(solutions[p]!.chosen, (j) => part.candidates[j]!));
  const auxiliary = new Float64Array(model.auxiliary?.count ?? 0);
  parts.forEach((part, p) => {
    part.auxiliary.forEach((whole, k) => {
      auxiliary[whole] = solutions[p]!.auxiliary[k]!;
    });
  });
  const status = statusOf(solutions);
  const found = status === 'optimal' || status === 'feasible';
  const { priorities } = model;
  const reached = found && priorities ? reachedOf(model, parts, solutions) : undefined;
  return {
    status,
    chosen: found ? Int32Array.from(chosen).sort() : new Int32Array(),
    auxiliary,
    net: found ? sum(({ net }) => net) - constant : 0,
    bound: found ? sum(({ bound }) => bound) - constant : 0,
    prices: [
      ...pricesOf(
        model,
        parts,
        solutions.map(({ prices }) => prices),
      ),
      ...(reached ?? []).map((_, level) => heldPrices(model, solutions, level)),
    ],
    reproducible: solutions.every(({ reproducible }) => reproducible),
    work: {
      method: solutions.some(({ work }) => work.method === 'sifting') ? 'sifting' : 'whole',
      rounds: sum(({ work }) => work.rounds),
      columns: sum(({ work }) => work.columns),
      iterations: sum(({ work }) => work.iterations),
      nodes: sum(({ work }) => work.nodes),
    },
    ...(reached ? { priorities: reached, model: heldModel(model, parts, solutions, reached.length) } : {}),
  };
}

function statusOf(solutions: readonly Solution[]): Status {
  const any = (status: Status) => solutions.some((solution) => solution.status === status);
  if (any('infeasible')) return 'infeasible';
  if (any('unknown')) return 'unknown';
  return any('feasible') ? 'feasible' : 'optimal';
}

/** Prices of the model's own limits. */
function pricesOf(model: Model, parts: readonly Part[], prices: readonly (readonly Float64Array[])[]): Float64Array[] {
  return model.limits.map((limits, index) => {
    const joined = new Float64Array(limits.groups);
    parts.forEach((part, p) => {
      part.groups[index]!.forEach((whole, own) => {
        joined[whole] = prices[p]![index]?.[own] ?? 0;
      });
    });
    return joined;
  });
}

/** The price of holding a priority in each part: the entry that follows the model's own limits. */
const heldPrices = (model: Model, solutions: readonly Solution[], level: number): Float64Array =>
  Float64Array.from(solutions, ({ prices }) => prices[model.limits.length + level]?.[0] ?? 0);

function reachedOf(model: Model, parts: readonly Part[], solutions: readonly Solution[]): readonly Reached[] {
  return model.priorities!.map((priority, level) => {
    const own = solutions.map((solution) => solution.priorities![level]!);
    const before = heldModel(model, parts, solutions, level);
    return {
      name: priority.name,
      value: own.reduce((sum, { value }) => sum + value, 0),
      bound: own.reduce((sum, { bound }) => sum + bound, 0),
      model: { ...alone(model, priority), limits: before.limits.map(hardOnly) },
      prices: [
        ...pricesOf(
          model,
          parts,
          own.map(({ prices }) => prices),
        ),
        ...Array.from({ length: level }, (_, earlier) =>
          Float64Array.from(own, ({ prices }) => prices[model.limits.length + earlier]?.[0] ?? 0),
        ),
      ],
    };
  });
}

/** The model with its first priorities held, in each part for itself: together the parts can reach no more. */
function heldModel(model: Model, parts: readonly Part[], solutions: readonly Solution[], levels: number): Model {
  const { priorities, ...rest } = model;
  const partOf = new Int32Array(model.candidates);
  parts.forEach((part, p) => {
    for (const j of part.candidates) partOf[j] = p;
  });
  const held = priorities!.slice(0, levels).map(
    ({ name, value }, level): Limits => ({
      rule: 'priority',
      groups: parts.length,
      members: { group: partOf.map((p, j) => (value[j] === 0 ? -1 : p)), use: value },
      least: Float64Array.from(solutions, (solution) => solution.priorities![level]!.value),
      label: () => name,
      more: () => `one more unit of ${name}`,
    }),
  );
  return { ...rest, limits: [...model.limits, ...held] };
}
