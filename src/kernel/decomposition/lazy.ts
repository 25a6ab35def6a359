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
    const { chosen, auxiliary } = answer.solution;
    if (!activate(model, active, (limits) => usesOf(model, limits, chosen, auxiliary))) return answer;
  }
}

/** The model without the lazy limits that are not in force. */
export function withActive(model: Model, active: ActiveLimits): Model {
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

/**
 * Puts the lazy limits in force that are broken; false where none joins them.
 *
 * @param uses the use of every group of one rule's limits.
 * @param tolerance what is beyond a limit by no more than this breaks none.
 */
export function activate(
  model: Model,
  active: ActiveLimits,
  uses: (limits: Limits) => Float64Array,
  tolerance = 0,
): boolean {
  let joined = false;
  model.limits.forEach((limits, index) => {
    if (!limits.lazy) return;
    const { most, least } = limits;
    const own = active.get(index) ?? new Set();
    uses(limits).forEach((use, group) => {
      const isMet = use <= (most?.[group] ?? Infinity) + tolerance && use >= (least?.[group] ?? -Infinity) - tolerance;
      if (isMet || own.has(group)) return;
      own.add(group);
      joined = true;
    });
    if (own.size > 0) active.set(index, own);
  });
  return joined;
}
