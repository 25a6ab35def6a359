import { certify } from '../audit/certificate.ts';
import type { Cut, Instance } from '../domain.ts';
import type { Memory } from '../kernel/decomposition/memory.ts';
import { evaluate } from '../kernel/evaluate.ts';
import { BILLION, type Model, type Solution } from '../kernel/model.ts';
import { Refusal } from '../problems/problem.ts';

/** A solution, the model that was solved last, and that model before its priorities were held. */
export interface Solved {
  /** Pins, cuts and held priorities are limits of it. */
  readonly model: Model;
  /** What a variation of the question is made from. */
  readonly open: Model;
  readonly solution: Solution;
  /** What schedules were kept from without a proof that the rules forbid it; then none is proven to be the best. */
  readonly unproven?: readonly string[];
}

/**
 * Solves a model of these candidates, and solves it again with the limits that its schedule turns out to break. A search
 * that the seconds stopped leaves some of them for the next one. Limits that nobody has proven may keep out a schedule that
 * is better: nothing that rests on them is said to be proven.
 */
export async function solveWithCuts(
  { cuts }: Pick<Instance, 'cuts'>,
  first: Model,
  solveOne: (model: Model, memory: Memory) => Promise<Solution>,
): Promise<Solved> {
  let open = first;
  const memory: Memory = { known: [] };
  for (;;) {
    const solution = await solveOne(open, memory);
    const broken = solution.chosen.length > 0 ? (cuts?.(solution.chosen) ?? []) : [];
    if (broken.length === 0) {
      const unproven = open.limits.flatMap((limits: Cut) =>
        limits.unproven ? Array.from({ length: limits.groups }, (_, group) => limits.label(group)) : [],
      );
      if (unproven.length === 0) return { model: solution.model ?? open, open, solution };
      return { model: solution.model ?? open, open, solution: notProven(open, solution), unproven };
    }
    // Limits that let the schedule pass would bring it back for ever.
    if (evaluate({ ...open, limits: broken }, solution.chosen, solution.auxiliary) !== -Infinity)
      throw new RangeError('limits that a schedule is said to break do not exclude it');
    open = { ...open, limits: [...open.limits, ...broken] };
  }
}

/** A solution that claims only what holds without the limits that are not proven: at a price of 0 they prove nothing. */
function notProven(open: Model, solution: Solution): Solution {
  const without = (prices: readonly Float64Array[]) =>
    prices.map((own, index) => ((open.limits[index] as Cut | undefined)?.unproven ? own.map(() => 0) : own));
  const { conflict: _, priorities, ...rest } = solution;
  if (solution.status === 'infeasible') return { ...rest, status: 'unknown', bound: Infinity };
  const prices = without(solution.prices);
  return {
    ...rest,
    ...(solution.status === 'optimal' && { status: 'feasible' }),
    prices,
    bound: boundBy(solution.model ?? open, prices),
    ...(priorities && {
      priorities: priorities.map((one) => {
        const own = without(one.prices);
        return { ...one, prices: own, bound: boundBy(one.model, own) };
      }),
    }),
  };
}

/** What no schedule of a model exceeds, by these prices. */
function boundBy(model: Model, prices: readonly Float64Array[]): number {
  try {
    const bound = certify(model, prices);
    return bound === null ? Infinity : Number(bound / BigInt(BILLION));
  } catch (error) {
    // A search that was stopped early may have no prices.
    if (error instanceof Refusal || error instanceof RangeError) return Infinity;
    throw error;
  }
}
