import type { Instance } from '../domain.ts';
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
  solveOne: (model: Model) => Promise<Solution>,
): Promise<Solved> {
  let open = first;
  for (;;) {
    const solution = await solveOne(open);
    const broken = solution.chosen.length > 0 ? (cuts?.(solution.chosen) ?? []) : [];
    if (broken.length === 0) return { model: solution.model ?? open, open, solution };
    open = { ...open, limits: [...open.limits, ...broken] };
  }
}
