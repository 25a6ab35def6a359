import { mostOf, type Reach, reachOf } from './members.ts';
import { BILLION, type Limits, type Model } from './model.ts';
import { segmentsOf, softPenaltyOf } from './penalty.ts';
import { type Prices, subtractUse, worthOf } from './pricing.ts';

/** The bound that a set of prices proves, and each candidate's worth at those prices, in billionths of a unit. */
export interface Bound {
  /** Objective units, exact to the billionth; no schedule nets more. */
  readonly value: number;
  readonly worth: Float64Array;
}

/**
 * Lagrangian bound (Geoffrion 1974): whatever the prices, a schedule nets at most what every column is worth after
 * paying for its use, plus what each limit can earn by being used: the largest price * use - penalty(use).
 *
 * @param prices whole billionths of a point for each unit of use.
 */
export function boundOf(model: Model, prices: Prices, reaches: readonly Reach[]): Bound {
  const scale = BILLION;
  const perUnit = prices.map((price) => price.map((value) => value * model.unit));
  const worth = subtractUse(
    model,
    perUnit,
    model.score.map((score) => score * scale),
  );
  let total = 0;
  for (const value of worth) if (value > 0) total += value;
  for (let k = 0; k < (model.auxiliary?.count ?? 0); k++) {
    const column = model.candidates + k;
    const own = worthOf(model, perUnit, column, scale);
    total += Math.max(0, own) * mostOf(model, column);
  }
  model.limits.forEach((limits, index) => {
    for (let group = 0; group < limits.groups; group++)
      total += earns(limits, group, reaches[index]!, perUnit[index]![group]!);
  });
  return { value: total / scale, worth };
}

/** The reaches of all limits, computed once for many bounds. */
export const reachesOf = (model: Model): readonly Reach[] => model.limits.map((limits) => reachOf(model, limits));

/** The largest price * use - penalty(use) over the uses that the group can have. Concave, so a corner is best. */
function earns(limits: Limits, group: number, reach: Reach, price: number): number {
  const step = reach.step[group]! || 1;
  const segments = segmentsOf(limits, group, step, reach.lowest[group]!, reach.highest[group]!);
  if (!segments) return -Infinity;
  let best = -Infinity;
  const at = (count: number) => {
    const penalty = softPenaltyOf(limits, group, count * step) * BILLION;
    best = Math.max(best, price * count * step - penalty);
  };
  at(segments[0]!.from);
  for (const segment of segments) at(segment.to);
  return best;
}
