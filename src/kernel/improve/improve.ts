import { replaced, within } from '../decomposition/part.ts';
import { evaluate } from '../evaluate.ts';
import { fuseOf, shareOf } from '../fuse.ts';
import type { Effort, Model, Solution } from '../model.ts';
import { rowsOf } from '../program/rows.ts';
import { attempt } from '../search/attempt.ts';
import { boundOf } from '../search/bound.ts';
import { fill, type Schedule } from '../search/greedy.ts';
import { usefulCandidates } from '../search/useful.ts';
import { joinHashes } from '../ties.ts';
import { nearest } from './near.ts';
import { neighbourhoodsOf } from './neighbourhood.ts';
import { restrictionsOf } from './restrict.ts';

/** How many candidates are freed at first, at the least and at the most. */
const SIZE = { first: 200, least: 60, most: 1000 };
/** A neighbourhood that takes fewer iterations than this could be larger, one that takes more than that smaller. */
const ITERATIONS = { few: 1000, many: 3000 };
/** As many neighbourhoods in a row without a better schedule end the search. */
const PATIENCE = 60;
/** Every so manieth neighbourhood is of all candidates, the others of those that are near. */
const WIDE = 4;
/** Branch and bound of one neighbourhood stops after so many nodes. */
const NODES = 20;

/**
 * Improves a schedule that is not proven to be the best, by large neighbourhoods (Shaw 1998): frees the candidates of a
 * few groups, keeps all else, and solves that small model exactly. First it adds what still fits.
 *
 * Effort is counted in neighbourhoods and nodes, so that the same question gives the same schedule; seconds only stop it.
 */
export async function improve(model: Model, solution: Solution, effort: Effort): Promise<Solution> {
  const rows = rowsOf(model);
  const useful = usefulCandidates(model, rows);
  const { worth } = boundOf(model, solution.prices, rows.reaches);
  let best = filled(model, solution, useful, worth);
  let { reproducible } = solution;
  let work = solution.work;
  const pickAny = neighbourhoodsOf(model, useful);
  const near = nearest(model, useful, worth);
  const pickNear = near.length < useful.length ? neighbourhoodsOf(model, near) : pickAny;
  const restrict = restrictionsOf(model);
  const fuse = effort.fuse ?? fuseOf(effort.seconds);
  const isBest = () => solution.bound - best.net < rows.quantum;
  let size = SIZE.first;
  for (
    let round = 0, idle = 0;
    idle < Math.max(PATIENCE, useful.length / size / 2) && useful.length > 0 && !isBest();
    round++
  ) {
    if (fuse.left() <= 0) {
      reproducible = false;
      break;
    }
    const chosen = flagsOf(model.candidates, best.chosen);
    const pick = round % WIDE === 0 ? pickAny : pickNear;
    const free = pick({ seed: joinHashes(effort.seed, round), schedule: best.chosen, chosen, size });
    const part = restrict(best, free);
    const own = within(part, best);
    const found = await attempt(part.model, {
      effort: { ...shareOf(effort, 1), nodes: Math.min(NODES, effort.nodes ?? NODES) },
      options: { method: 'whole' },
      start: { columns: [], ...own },
    });
    const { status, net } = found.solution;
    reproducible &&= found.solution.reproducible;
    work = { ...work, nodes: work.nodes + found.solution.work.nodes };
    idle++;
    size = nextSize(size, found.solution);
    if (status === 'infeasible' || status === 'unknown') continue;
    if (net < evaluate(part.model, own.chosen, own.auxiliary)) continue;
    const next = replaced(best, part, found.solution);
    const after = evaluate(model, next.chosen, next.auxiliary);
    if (after > best.net) idle = 0;
    if (after >= best.net) best = { ...next, net: after };
  }
  const { chosen, auxiliary, net } = best;
  return { ...solution, status: isBest() ? 'optimal' : 'feasible', chosen, auxiliary, net, reproducible, work };
}

/** The size of the next neighbourhood, by how hard this one was. */
function nextSize(size: number, { status, work }: Solution): number {
  if (status !== 'optimal' || work.iterations > ITERATIONS.many) return Math.max(SIZE.least, Math.floor(size * 0.8));
  return work.iterations < ITERATIONS.few ? Math.min(SIZE.most, Math.ceil(size * 1.1)) : size;
}

/** A solution that is not proven, with all that still fits and pays. */
export function filledUp(model: Model, solution: Solution): Solution {
  if (solution.status !== 'feasible') return solution;
  const rows = rowsOf(model);
  const { worth } = boundOf(model, solution.prices, rows.reaches);
  return { ...solution, ...filled(model, solution, usefulCandidates(model, rows), worth) };
}

/** A schedule with its net score. */
interface Scored extends Schedule {
  readonly net: number;
}

/** The schedule with all that still fits and pays, dearest first. */
function filled(
  model: Model,
  { chosen, auxiliary, net }: Scored,
  useful: readonly number[],
  worth: Float64Array,
): Scored {
  const order = useful.filter((j) => model.score[j]! > 0).sort((a, b) => worth[b]! - worth[a]! || a - b);
  const more = fill(model, { chosen, auxiliary }, order, 'paying');
  const after = evaluate(model, more.chosen, more.auxiliary);
  return after > net ? { ...more, net: after } : { chosen, auxiliary, net };
}

function flagsOf(candidates: number, chosen: Int32Array): Uint8Array {
  const flags = new Uint8Array(candidates);
  for (const j of chosen) flags[j] = 1;
  return flags;
}
