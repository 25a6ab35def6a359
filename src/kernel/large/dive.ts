import type { ActiveLimits } from '../decomposition/lazy.ts';
import { type Part, replaced } from '../decomposition/part.ts';
import { shareOf } from '../fuse.ts';
import { restrictionsOf } from '../improve/restrict.ts';
import type { Effort, Limits, Model } from '../model.ts';
import { rowsOf } from '../program/rows.ts';
import { attempt } from '../search/attempt.ts';
import { fill, nothingIn, type Schedule } from '../search/greedy.ts';
import { usefulCandidates } from '../search/useful.ts';
import { type Outline, outline } from './outline.ts';

/** How much of what the relaxation takes is settled in one step. */
const STEP = 0.35;
/** A value of the relaxation above this is more than the solver's noise. */
const TAKEN = 1e-6;
/** What is left goes to branch and bound where it has no more candidates than this, for so many nodes. */
const REST = { candidates: 5000, nodes: 20, share: 0.3 };
/** Rounds of relaxing what is left end after so many candidates. */
const CANDIDATES = 60_000;

/**
 * A schedule of a large model by diving: it settles the candidates that the relaxation takes most of, relaxes what is
 * left anew, and so on; the last few are found exactly. It need not meet limits that ask for more.
 *
 * @param active limits that relaxations have broken so far; it grows.
 * @param from what is settled already.
 */
export async function dive(
  model: Model,
  first: Outline,
  effort: Effort,
  active: ActiveLimits,
  from?: Schedule,
): Promise<Schedule> {
  const open = { ...model, limits: model.limits.map(withoutLeast) };
  const useful = usefulCandidates(model, rowsOf(model));
  const restrict = restrictionsOf(model);
  const { worth } = first.bound;
  let schedule = from ?? nothingIn(model);
  let { values } = first;
  for (let step = from ? 0 : 1; values; step++) {
    const value = values;
    const taken = useful.filter((j) => value[j]! > TAKEN);
    taken.sort((a, b) => value[b]! - value[a]! || worth[b]! - worth[a]! || a - b);
    // What is settled already may have moved what the first relaxation took.
    const next = step === 0 ? schedule : fill(open, schedule, taken.slice(0, Math.ceil(STEP * taken.length)));
    if (step > 0 && next.chosen.length === schedule.chosen.length) return schedule;
    schedule = next;
    const settled = new Set(schedule.chosen);
    const part = restrict(schedule, Int32Array.from(useful.filter((j) => !settled.has(j))));
    if (part.model.candidates <= REST.candidates) return withRest(schedule, part, effort);
    const own = activeIn(part, active);
    const relaxed = await outline(part.model, effort, own, CANDIDATES);
    for (const [index, groups] of own)
      for (const group of groups) activeOf(active, index).add(part.groups[index]![group]!);
    values = relaxed.values && spread(model, part, relaxed.values);
  }
  return schedule;
}

/** A schedule with the best of what is left. */
async function withRest(schedule: Schedule, part: Part, effort: Effort): Promise<Schedule> {
  const rest = { ...shareOf(effort, REST.share), nodes: Math.min(REST.nodes, effort.nodes ?? REST.nodes) };
  const { solution } = await attempt(part.model, { effort: rest, options: { method: 'whole' } });
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  return found ? replaced(schedule, part, solution) : schedule;
}

const withoutLeast = ({ least: _, ...limits }: Limits): Limits => limits;

/** The limits in force among those of a part, by the part's own numbers. */
function activeIn(part: Part, active: ActiveLimits): ActiveLimits {
  const own: ActiveLimits = new Map();
  for (const [index, groups] of active)
    part.groups[index]!.forEach((whole, group) => {
      if (groups.has(whole)) activeOf(own, index).add(group);
    });
  return own;
}

function activeOf(active: ActiveLimits, index: number): Set<number> {
  const groups = active.get(index) ?? new Set();
  active.set(index, groups);
  return groups;
}

/** The values of a part's candidates, by the numbers of the whole model. */
function spread(model: Model, { candidates }: Part, own: Float64Array): Float64Array {
  const values = new Float64Array(model.candidates);
  candidates.forEach((j, k) => {
    values[j] = own[k]!;
  });
  return values;
}
