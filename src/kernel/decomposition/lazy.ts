import { usesOf } from '../members.ts';
import type { Limits, Model, Solution } from '../model.ts';

/**
 * The lazy limits in force: for an entry of `model.limits`, the groups that a schedule has broken. It grows while a
 * model is solved.
 */
export type ActiveLimits = Map<number, Set<number>>;

/**
 * Solves without the lazy limits that no schedule has broken yet, and again with those that the new schedule breaks,
 * until it breaks none. Leaving limits out can only add schedules, so that the best schedule with some left out is the
 * best of all when it breaks none.
 */
export async function solveLazily<T extends { readonly solution: Solution }>(
  model: Model,
  active: ActiveLimits,
  solve: (model: Model) => Promise<T>,
): Promise<T> {
  for (;;) {
    const answer = await solve(withActive(model, active));
    if (!activateBroken(model, active, answer.solution)) return answer;
  }
}

/** The model without the lazy limits that are not in force. */
function withActive(model: Model, active: ActiveLimits): Model {
  if (!model.limits.some(({ lazy }) => lazy)) return model;
  const limits = model.limits.map((each, index) => (each.lazy ? onlyGroups(each, active.get(index)) : each));
  return { ...model, limits };
}

function onlyGroups(limits: Limits, groups: ReadonlySet<number> | undefined): Limits {
  const inForce = (values: Float64Array, none: number) =>
    values.map((value, group) => (groups?.has(group) ? value : none));
  const { most, least } = limits;
  return {
    ...limits,
    ...(most ? { most: inForce(most, Infinity) } : {}),
    ...(least ? { least: inForce(least, -Infinity) } : {}),
  };
}

/** Puts the lazy limits in force that a solution breaks; false where it breaks none. */
function activateBroken(model: Model, active: ActiveLimits, { chosen, auxiliary }: Solution): boolean {
  let broken = false;
  model.limits.forEach((limits, index) => {
    if (!limits.lazy) return;
    usesOf(model, limits, chosen, auxiliary).forEach((use, group) => {
      if (use <= (limits.most?.[group] ?? Infinity) && use >= (limits.least?.[group] ?? -Infinity)) return;
      active.set(index, (active.get(index) ?? new Set()).add(group));
      broken = true;
    });
  });
  return broken;
}
