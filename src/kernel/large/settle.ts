import { solveLazily } from '../decomposition/lazy.ts';
import { partOf, replaced } from '../decomposition/part.ts';
import { shareOf } from '../fuse.ts';
import { nearest } from '../improve/near.ts';
import type { Effort, Model } from '../model.ts';
import { rowsOf } from '../program/rows.ts';
import { attempt } from '../search/attempt.ts';
import { nothingIn, type Schedule } from '../search/greedy.ts';
import type { Outline } from './outline.ts';

/** Branch and bound stops after so many nodes, and after this part of the seconds. */
const MOST = { nodes: 20, share: 0.4 };
/** Between equals one candidate in place counts for so much. */
const IN_PLACE = 2;

/**
 * A schedule that is as good as the near candidates allow, and of those the nearest to a relaxation that saw to more than
 * this model's score. What does not score is left for later. Undefined where none is found.
 */
export async function settle(model: Model, { values, bound }: Outline, effort: Effort): Promise<Schedule | undefined> {
  if (!values) return undefined;
  const scoring = Array.from(model.score.keys()).filter((j) => model.score[j]! > 0);
  const near = new Set([...nearest(model, scoring, bound.worth), ...scoring.filter((j) => values[j]! > 0)]);
  const taken = scoring.reduce((sum, j) => sum + values[j]!, 0);
  // All that is in place together counts for less than the smallest difference of two scores.
  const factor = Math.ceil((IN_PLACE * taken + scoring.length) / rowsOf(model).quantum);
  const score = model.score.map((value, j) => (value > 0 ? value * factor + Math.round(IN_PLACE * values[j]!) : 0));
  const columns = [...near].sort((a, b) => a - b);
  const part = partOf({ ...model, score }, columns);
  const few = { ...shareOf(effort, MOST.share), nodes: Math.min(MOST.nodes, effort.nodes ?? MOST.nodes) };
  const { solution } = await solveLazily(part.model, new Map(), (current) =>
    attempt(current, { effort: few, options: { method: 'whole' } }),
  );
  const found = solution.status === 'optimal' || solution.status === 'feasible';
  return found ? replaced(nothingIn(model), part, solution) : undefined;
}
