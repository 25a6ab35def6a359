import { mostOf, type Reach, reachOf, scoreOf, stepOf, visitGroups } from '../members.ts';
import { BILLION, type Limits, type Model } from '../model.ts';
import { cornersOf, segmentsOf, softPenaltyOf } from '../penalty.ts';
import { type Prices, subtractUse } from './pricing.ts';

/** The bound that a set of prices proves. */
export interface Bound {
  /** Objective units; no schedule nets more. Exact to the billionth, except where amounts are too large for doubles. */
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
  const largest = largestWorth(model, perUse);
  const worth = subtractUse(model, perUse, scores);
  const sum = sumUp();
  for (const value of worth) if (value > 0) sum.add(value, largest);
  for (let k = 0; k < (model.auxiliary?.count ?? 0); k++) {
    const column = model.candidates + k;
    const most = mostOf(model, column);
    sum.add(Math.max(0, columnWorth(model, perUse, column)) * most, largest * most);
  }
  model.limits.forEach((limits, index) => {
    const price = perUse[index]!;
    const earnings = earningsOf(limits, reaches[index]!);
    for (let group = 0; group < limits.groups; group++) {
      const { best, size } = earnings(group, price[group]!);
      sum.add(best, size);
    }
  });
  return { value: sum.ceiling() / BILLION, worth };
}

/** No partial result of any column's worth is larger than this, in billionths. */
function largestWorth(model: Model, perUse: Prices): number {
  const largestOf = (values: Float64Array) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scores = Math.max(largestOf(model.score), largestOf(model.auxiliary?.score ?? new Float64Array()));
  return model.limits.reduce((sum, { members }, index) => {
    const price = largestOf(perUse[index]!);
    if (price === 0) return sum;
    const use = members.use ? largestOf(members.use) : 1;
    return sum + price * use * ('start' in members ? longest(members.start) : 1);
  }, scores * BILLION);
}

/** In how many groups a column is at the most. */
function longest(start: Int32Array): number {
  let most = 0;
  for (let column = 1; column < start.length; column++) most = Math.max(most, start[column]! - start[column - 1]!);
  return most;
}

/**
 * A sum of doubles that are whole numbers, and a value that it is certainly not above. Doubles hold whole numbers up to
 * 2^53 exactly. What is larger is rounded, by no more than a few parts in 2^53 of the largest number on the way.
 */
function sumUp() {
  let sum = 0;
  let lost = 0;
  let doubt = 0;
  return {
    /** @param size no number from which `value` was computed is larger. */
    add: (value: number, size: number): void => {
      const next = sum + value;
      // What the addition rounded away (Neumaier 1974).
      if (Number.isFinite(next)) lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
      if (size > Number.MAX_SAFE_INTEGER) doubt += size * ROUNDING;
    },
    ceiling: (): number => {
      const total = sum + lost;
      if (!Number.isFinite(total)) return sum;
      return Math.abs(total) > Number.MAX_SAFE_INTEGER ? total + doubt + Math.abs(total) * ROUNDING : total + doubt;
    },
  };
}

/** Eight roundings to the nearest double. */
const ROUNDING = 2 ** -50;

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

/**
 * The largest price * use - penalty(use) over the uses that a group can have; minus infinity if there is none. No number
 * on the way to it is larger than `size`.
 */
const earningsOf =
  (limits: Limits, reach: Reach) =>
  (group: number, price: number): { readonly best: number; readonly size: number } => {
    const step = stepOf(reach, group);
    const segments = segmentsOf(limits, group, reach);
    let best = -Infinity;
    let size = 0;
    for (const count of segments ? cornersOf(segments) : []) {
      const penalty = softPenaltyOf(limits, group, count * step) * BILLION;
      best = Math.max(best, price * count * step - penalty);
      size = Math.max(size, Math.abs(price * count * step), penalty);
    }
    return { best, size };
  };

/** The greatest multiple of the quantum that is not above a value, give or take the error of its sum. */
export const floorTo = (value: number, quantum: number): number => Math.floor((value + 1e-6) / quantum) * quantum;
