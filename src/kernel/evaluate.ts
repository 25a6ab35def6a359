import { scoreOf, usesOf } from './members.ts';
import type { Model } from './model.ts';
import { penaltyOf } from './penalty.ts';

/**
 * The net score of a schedule in objective units, in whole numbers throughout; minus infinity where it breaks a hard
 * limit. Every net score that leaves the kernel is computed here.
 */
export function evaluate(model: Model, chosen: Int32Array, auxiliary: Float64Array = new Float64Array()): number {
  let net = 0;
  for (const column of chosen) net += model.score[column]!;
  auxiliary.forEach((value, k) => {
    if (value !== 0) net += value * scoreOf(model, model.candidates + k);
  });
  for (const limits of model.limits) {
    const uses = usesOf(model, limits, chosen, auxiliary);
    for (let group = 0; group < limits.groups; group++) net -= penaltyOf(limits, group, uses[group]!);
  }
  return net;
}
