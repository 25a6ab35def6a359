import { mostOf, type Reach, reachOf, scoreOf, stepOf, visitGroups } from '../members.ts';
import { BILLION, type Limits, type Model } from '../model.ts';
import { cornersOf, segmentsOf, softPenaltyOf } from '../penalty.ts';
import { type Prices, subtractUse } from './pricing.ts';

/** The bound that a set of prices proves. */
export interface Bound {
  /** Objective units, exact to the billionth; no schedule nets more. */
  readonly value: number;
  /** Each candidate's worth at those prices, in billionths of an objective unit. */
  readonly worth: Float64Array;
}

/**
 * Lagrangian bound (Geoffrion 1974): whatever the prices, a schedule nets at most what every column is worth after
 * paying for its use, plus what each limit can earn by being used: the largest price * use - penalty(use).
 *
 * @param prices whole billionths of a point for each unit of use.
 */
export function boundOf(model: Model, prices: Prices, reaches: readonly Reach[]): Bound {
  // From here on all is in billionths of an objective unit.
  const perUse = prices.map((price) => price.map((value) => value * model.unit));
  const scores = model.score.map((score) => score * BILLION);
  const worth = subtractUse(model, perUse, scores);
  let total = 0;
  for (const value of worth) if (value > 0) total += value;
  for (let k = 0; k < (model.auxiliary?.count ?? 0); k++) {
    const column = model.candidates + k;
    total += Math.max(0, columnWorth(model, perUse, column)) * mostOf(model, column);
  }
  model.limits.forEach((limits, index) => {
    const price = perUse[index]!;
    const earnings = earningsOf(limits, reaches[index]!);
    for (let group = 0; group < limits.groups; group++) total += earnings(group, price[group]!);
  });
  return { value: total / BILLION, worth };
}

/** The reaches of all limits, computed once for many bounds. */
export const reachesOf = (model: Model): readonly Reach[] => model.limits.map((limits) => reachOf(model, limits));

/** The worth of one column after paying for its use, where prices and worth are in billionths. */
function columnWorth(model: Model, perUse: Prices, column: number): number {
  let worth = scoreOf(model, column) * BILLION;
  model.limits.forEach((limits, index) => {
    visitGroups(limits, column, (group, use) => {
      worth -= use * perUse[index]![group]!;
    });
  });
  return worth;
}

/** The largest price * use - penalty(use) over the uses that a group can have; minus infinity if there is none. */
const earningsOf =
  (limits: Limits, reach: Reach) =>
  (group: number, price: number): number => {
    const step = stepOf(reach, group);
    const segments = segmentsOf(limits, group, reach);
    let best = -Infinity;
    for (const count of segments ? cornersOf(segments) : []) {
      const penalty = softPenaltyOf(limits, group, count * step) * BILLION;
      best = Math.max(best, price * count * step - penalty);
    }
    return best;
  };
