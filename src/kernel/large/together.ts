import type { ActiveLimits } from '../decomposition/lazy.ts';
import { forPriority, hardOnly } from '../decomposition/priorities.ts';
import { shareOf } from '../fuse.ts';
import { improve } from '../improve/improve.ts';
import type { Effort, Model } from '../model.ts';
import type { Start } from '../search/search.ts';
import { dive } from './dive.ts';
import { outline } from './outline.ts';
import { isLarge, quickFrom } from './quick.ts';
import { settle } from './settle.ts';

/** How much more a unit of a priority counts than one of the next. */
const WEIGHT = 16;
/** How much of the seconds the relaxation of the first priority may take, and all that is done here. */
const SHARE = { first: 0.2, all: 0.7 };

/**
 * A schedule of a large model to begin with, good in all its priorities at once. To go through them in order would
 * settle for the first whatever the second needs most, which no later step puts right in the time that there is: so they
 * are relaxed as one score, the first is settled exactly but near to that, and the others dive after it.
 *
 * Undefined where the model is not large, or has no priorities.
 *
 * @param active limits that relaxations have broken so far; it grows.
 */
export async function startTogether(model: Model, given: Effort, active: ActiveLimits): Promise<Start | undefined> {
  const [priority] = model.priorities ?? [];
  if (!priority || !isLarge(model)) return undefined;
  const effort = shareOf(given, SHARE.all);
  const limits = model.limits.map(hardOnly);
  const first = { ...forPriority(model, priority), limits };
  // What breaks the first priority weighs most, and its relaxation is soon done.
  await outline(first, shareOf(effort, SHARE.first), active);
  const all = { ...forPriority(model, { ...priority, value: weightedValue(model) }), limits };
  const relaxed = await outline(all, effort, active);
  const firm = await settle(first, relaxed, effort);
  const found = quickFrom(all, relaxed, await dive(all, relaxed, effort, active, firm));
  if (!found) return undefined;
  const { chosen, auxiliary } = await improve(all, found, effort);
  return { columns: [], chosen, auxiliary };
}

/** The priorities as one value. */
function weightedValue({ candidates, priorities }: Model): Float64Array {
  const value = new Float64Array(candidates);
  for (const { value: own } of priorities!)
    own.forEach((each, j) => {
      value[j] = value[j]! * WEIGHT + each;
    });
  return value;
}
