import type { Instance } from '../domain.ts';
import type { Memory } from '../kernel/decomposition/memory.ts';
import { evaluate } from '../kernel/evaluate.ts';
import type { Model, Solution } from '../kernel/model.ts';

/** A solution, the model that was solved last, and that model before its priorities were held. */
export interface Solved {
  /** Pins, cuts and held priorities are limits of it. */
  readonly model: Model;
  /** What a variation of the question is made from. */
  readonly open: Model;
  readonly solution: Solution;
}

/**
 * Solves a model of these candidates, and solves it again with the limits that its schedule turns out to break. A search
 * that the seconds stopped leaves some of them for the next one.
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
    if (broken.length === 0) return { model: solution.model ?? open, open, solution };
    // Limits that let the schedule pass would bring it back for ever.
    if (evaluate({ ...open, limits: broken }, solution.chosen, solution.auxiliary) !== -Infinity)
      throw new RangeError('limits that a schedule is said to break do not exclude it');
    open = { ...open, limits: [...open.limits, ...broken] };
  }
}
