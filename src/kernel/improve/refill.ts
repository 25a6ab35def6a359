import { anneal } from '../anneal/anneal.ts';
import { evaluate } from '../evaluate.ts';
import { shareOf } from '../fuse.ts';
import { coarseBound } from '../large/coarse.ts';
import type { Effort, Model, Solution } from '../model.ts';
import { rowsOf } from '../program/rows.ts';
import { floorTo } from '../search/bound.ts';

/** How much of the seconds that are left the bound of a coarser model may take, and then the search. */
const SHARE = { bound: 0.15, search: 0.7 };

/**
 * Improves a schedule in which places are filled and that is not proven to be the best: with the bound of a coarser
 * model, and by a thorough search of the places, which ends where it reaches the bound.
 */
export async function refill(model: Model, solution: Solution, effort: Effort): Promise<Solution> {
  const { quantum } = rowsOf(model);
  const coarse = await coarseBound(model, shareOf(effort, SHARE.bound));
  const bound = Math.min(solution.bound, floorTo(coarse, quantum));
  const bounded: Solution = { ...solution, bound };
  if (isBest(bounded, quantum)) return { ...bounded, status: 'optimal' };
  const found = anneal(model, shareOf(effort, SHARE.search), { thorough: true, bound });
  if (found === undefined) return bounded;
  const reproducible = solution.reproducible && found.reproducible;
  const net = evaluate(model, found.chosen, found.auxiliary);
  const best = net > bounded.net ? { ...bounded, chosen: found.chosen, auxiliary: found.auxiliary, net } : bounded;
  return { ...best, reproducible, ...(isBest(best, quantum) && { status: 'optimal' }) };
}

const isBest = ({ bound, net }: Solution, quantum: number): boolean => bound - net < quantum;
