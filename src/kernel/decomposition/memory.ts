import type { Hinge, Limits, Model, Solution } from '../model.ts';

/**
 * Parts that have been solved, so that a model that differs in a few limits alone is not solved again where it is the
 * same. The solution of a part is a function of the part.
 */
export interface Memory {
  readonly known: { readonly model: Model; readonly solution: Solution }[];
}

/** The solution of a part, from the memory where the same part is in it. */
export async function remembered(
  memory: Memory | undefined,
  model: Model,
  solve: () => Promise<Solution>,
): Promise<Solution> {
  const before = memory?.known.find((each) => isSame(each.model, model));
  if (before) return widened(before.solution, before.model.limits.length, model.limits.length);
  const solution = await solve();
  // What a clock stopped is not a function of the part alone.
  if (solution.status === 'optimal') memory?.known.push({ model, solution });
  return solution;
}

/** A solution of a model to which empty limits were added at the end: their prices stand before those of priorities. */
function widened(solution: Solution, from: number, to: number): Solution {
  if (from === to) return solution;
  const none = Array.from({ length: to - from }, () => new Float64Array());
  const wide = (prices: Solution['prices']) => [...prices.slice(0, from), ...none, ...prices.slice(from)];
  const { priorities } = solution;
  return {
    ...solution,
    prices: wide(solution.prices),
    ...(priorities && { priorities: priorities.map((each) => ({ ...each, prices: wide(each.prices) })) }),
  };
}

type Numbers = ArrayLike<number> | undefined;

function isSame(a: Model, b: Model): boolean {
  return (
    a.unit === b.unit &&
    a.candidates === b.candidates &&
    a.limits.length <= b.limits.length &&
    b.limits.slice(a.limits.length).every(({ groups }) => groups === 0) &&
    equal(a.score, b.score) &&
    equal(a.tie, b.tie) &&
    equal(a.auxiliary?.most, b.auxiliary?.most) &&
    equal(a.auxiliary?.score, b.auxiliary?.score) &&
    (a.priorities ?? []).every(({ value }, k) => equal(value, b.priorities?.[k]?.value)) &&
    a.limits.every((limits, k) => isSameLimits(limits, b.limits[k]!))
  );
}

const isSameLimits = (a: Limits, b: Limits): boolean =>
  a.groups === b.groups &&
  a.lazy === b.lazy &&
  equal(a.members.group, b.members.group) &&
  equal(a.members.use, b.members.use) &&
  equal(startOf(a), startOf(b)) &&
  equal(a.most, b.most) &&
  equal(a.least, b.least) &&
  areSameHinges(a.over, b.over) &&
  areSameHinges(a.under, b.under);

const startOf = ({ members }: Limits): Numbers => ('start' in members ? members.start : undefined);

function areSameHinges(a: readonly Hinge[] = [], b: readonly Hinge[] = []): boolean {
  return a.length === b.length && a.every(({ at, price }, k) => price === b[k]!.price && equal(at, b[k]!.at));
}

function equal(a: Numbers, b: Numbers): boolean {
  if (a === b) return true;
  if (a?.length !== b?.length) return false;
  for (let k = 0; k < (a?.length ?? 0); k++) if (a![k] !== b![k]) return false;
  return true;
}
