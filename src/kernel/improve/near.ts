import { visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';

/** So many candidates of each group are near. */
const NEAR = 15;

/**
 * The limits that choose one candidate of each group at the most ("each spot airs once"), if there are any: the others of
 * a group can only take its place.
 */
export const onceOf = (model: Model): Limits | undefined =>
  model.limits.find(
    ({ members, most }) => !('start' in members) && !members.use && most?.every((each) => each === 1) === true,
  );

/**
 * Of each group of which one is chosen at the most, the few that are worth most at these prices, ascending. A schedule
 * seldom needs another one, and neighbourhoods of these alone reach several times as far.
 *
 * @param useful candidates in an order of their own: of equals the first ones are near.
 */
export function nearest(model: Model, useful: readonly number[], worth: Float64Array): readonly number[] {
  const once = onceOf(model);
  if (!once) return useful;
  const groups = new Map<number, number[]>();
  const near: number[] = [];
  for (const j of useful) {
    let alone = true;
    visitGroups(once, j, (group) => {
      alone = false;
      const own = groups.get(group);
      if (own) own.push(j);
      else groups.set(group, [j]);
    });
    if (alone) near.push(j);
  }
  for (const own of groups.values()) near.push(...own.sort((a, b) => worth[b]! - worth[a]!).slice(0, NEAR));
  return near.sort((a, b) => a - b);
}
