import type { Limits, Model, Reached, Solution, Status } from '../model.ts';
import type { Part } from './part.ts';
import { constantOf } from './parts.ts';
import { forPriority, hardOnly } from './priorities.ts';

/** The parts of a model with their solutions: `solutions[p]` is of `parts[p]`. */
interface Pieces {
  readonly model: Model;
  readonly parts: readonly Part[];
  readonly solutions: readonly Solution[];
}

/** The solution of a model from those of its parts: schedules and bounds add up, prices stay with their groups. */
export function join(model: Model, parts: readonly Part[], solutions: readonly Solution[]): Solution {
  const pieces = { model, parts, solutions };
  const constant = constantOf(model);
  const sum = (of: (solution: Solution) => number) => solutions.reduce((total, solution) => total + of(solution), 0);
  const status = statusOf(solutions);
  const hasSchedule = status === 'optimal' || status === 'feasible';
  const reached = hasSchedule && model.priorities ? reachedOf(pieces) : undefined;
  const own = solutions.map(({ prices }) => prices);
  return {
    status,
    chosen: hasSchedule ? chosenOf(pieces) : new Int32Array(),
    auxiliary: auxiliaryOf(pieces),
    net: hasSchedule ? sum(({ net }) => net) - constant : 0,
    bound: hasSchedule ? sum(({ bound }) => bound) - constant : 0,
    prices: [...joinPrices(pieces, own), ...(reached ?? []).map((_, level) => priorityPrices(model, own, level))],
    reproducible: solutions.every(({ reproducible }) => reproducible),
    work: {
      method: solutions.some(({ work }) => work.method === 'sifting') ? 'sifting' : 'whole',
      rounds: sum(({ work }) => work.rounds),
      columns: sum(({ work }) => work.columns),
      iterations: sum(({ work }) => work.iterations),
      nodes: sum(({ work }) => work.nodes),
    },
    ...(reached ? { priorities: reached, model: withPriorities(pieces, reached.length) } : {}),
  };
}

function statusOf(solutions: readonly Solution[]): Status {
  const any = (status: Status) => solutions.some((solution) => solution.status === status);
  if (any('infeasible')) return 'infeasible';
  if (any('unknown')) return 'unknown';
  return any('feasible') ? 'feasible' : 'optimal';
}

const chosenOf = ({ parts, solutions }: Pieces): Int32Array =>
  Int32Array.from(parts.flatMap((part, p) => Array.from(solutions[p]!.chosen, (j) => part.candidates[j]!))).sort();

function auxiliaryOf({ model, parts, solutions }: Pieces): Float64Array {
  const auxiliary = new Float64Array(model.auxiliary?.count ?? 0);
  parts.forEach((part, p) => {
    part.auxiliary.forEach((whole, k) => {
      auxiliary[whole] = solutions[p]!.auxiliary[k]!;
    });
  });
  return auxiliary;
}

/** For each part the prices of its limits; those of the priorities that it keeps follow its own. */
type PricesOfParts = readonly (readonly Float64Array[])[];

/** Prices of the model's own limits. */
function joinPrices({ model, parts }: Pieces, prices: PricesOfParts): Float64Array[] {
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

/** What it costs to keep a priority, in each part. */
const priorityPrices = (model: Model, prices: PricesOfParts, level: number): Float64Array =>
  Float64Array.from(prices, (own) => own[model.limits.length + level]?.[0] ?? 0);

/** What each priority reached in all parts together, and what proves it. */
function reachedOf(pieces: Pieces): readonly Reached[] {
  const { model, solutions } = pieces;
  return model.priorities!.map((priority, level) => {
    const inParts = solutions.map((solution) => solution.priorities![level]!);
    const prices = inParts.map((reached) => reached.prices);
    const above = Array.from({ length: level }, (_, earlier) => priorityPrices(model, prices, earlier));
    return {
      name: priority.name,
      value: inParts.reduce((sum, { value }) => sum + value, 0),
      bound: inParts.reduce((sum, { bound }) => sum + bound, 0),
      model: { ...forPriority(model, priority), limits: withPriorities(pieces, level).limits.map(hardOnly) },
      prices: [...joinPrices(pieces, prices), ...above],
    };
  });
}

/**
 * The model with limits that keep its first priorities at what they reached. Each part has a limit of its own: no
 * candidate of one part can make up for another part, so that together they say the same as one limit would.
 */
function withPriorities({ model, parts, solutions }: Pieces, levels: number): Model {
  const { priorities, ...rest } = model;
  const partOf = new Int32Array(model.candidates);
  parts.forEach((part, p) => {
    for (const j of part.candidates) partOf[j] = p;
  });
  const limits = priorities!.slice(0, levels).map(
    ({ name, value }, level): Limits => ({
      rule: 'priority',
      groups: parts.length,
      members: { group: partOf.map((p, j) => (value[j] === 0 ? -1 : p)), use: value },
      least: Float64Array.from(solutions, (solution) => solution.priorities![level]!.value),
      label: () => name,
      more: () => `one more unit of ${name}`,
    }),
  );
  return { ...rest, limits: [...model.limits, ...limits] };
}
