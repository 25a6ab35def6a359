import { type Reach, reachOf, stepOf, visitGroups } from '../members.ts';
import { BILLION, type Limits, type Model, type Solution } from '../model.ts';
import { cornersOf, segmentsOf, softPenaltyOf } from '../penalty.ts';
import { rowsOf } from '../program/rows.ts';
import { keepOnly, requireOne } from '../vary.ts';
import { candidatesAtNet, modelAtNet } from './face.ts';

/** All optimal schedules of a model, as a smaller model. */
export interface Optima {
  /** The candidates that can be in an optimal schedule, ascending; `model` numbers them anew in this order. */
  readonly kept: Int32Array;
  /** Its schedules are the optimal ones, all of them and no other. It has no score, so that any aim can be set. */
  readonly model: Model;
}

/**
 * All optimal schedules, from one of them and the prices that prove it.
 *
 * Where prices in whole objective units prove the optimum without a gap, complementary slackness describes the optimal
 * schedules without the score. A schedule is optimal exactly where it chooses every candidate that is worth more than
 * 0 after paying its prices, none that is worth less than 0, and uses each limit as far as its price makes best.
 *
 * Elsewhere a hard limit keeps the net score, which is harder to solve.
 */
export function optimaOf(model: Model, solution: Solution): Optima {
  const prices = model.auxiliary ? undefined : wholePrices(model, solution);
  if (prices) return byPrices(model, prices);
  const kept = candidatesAtNet(model, solution, solution.net);
  return { kept, model: modelAtNet(keepOnly(model, kept), solution.net) };
}

/**
 * What a use of a limit costs at whole prices that prove the optimum, in objective units; undefined where none were
 * found. The solver's own prices carry its tie-breaks and end in odd fractions.
 */
export function wholeCharges(
  model: Model,
  solution: Solution,
): ((limits: number, group: number, use: number) => number) | undefined {
  const prices = model.auxiliary ? undefined : wholePrices(model, solution);
  if (!prices) return undefined;
  const { perStep, reaches } = prices;
  return (limits, group, use) => (perStep[limits]![group]! * use) / stepOf(reaches[limits]!, group);
}

/** Prices in whole objective units for each step of use, and each candidate's worth after paying them. */
interface WholePrices {
  readonly perStep: readonly Float64Array[];
  readonly reaches: readonly Reach[];
  readonly worth: Float64Array;
}

/**
 * Whole prices that prove the optimum, if rounding the solver's prices gives any. Without tie-breaks most prices are a
 * multiple of the quantum, or of its half or its third: each grain is tried in turn, and the first that proves is it.
 */
function wholePrices(model: Model, solution: Solution): WholePrices | undefined {
  const { quantum } = rowsOf(model);
  const reaches = model.limits.map((limits) => reachOf(model, limits));
  const grains = [1, 2, 3, 4, 6].map((part) => quantum / part).filter(Number.isInteger);
  for (const grain of new Set([...grains, 1])) {
    const perStep = solution.prices.map((price, index) =>
      price.map((value, group) => {
        const step = stepOf(reaches[index]!, group);
        return Math.round((value * step * model.unit) / BILLION / grain) * grain;
      }),
    );
    const { worth, bound } = proofOf(model, perStep, reaches);
    if (bound === solution.net) return { perStep, reaches, worth };
  }
  return undefined;
}

/** The bound that whole prices prove, and each candidate's worth: whole numbers throughout. */
function proofOf(model: Model, perStep: readonly Float64Array[], reaches: readonly Reach[]) {
  const worth = Float64Array.from(model.score);
  let bound = 0;
  model.limits.forEach((limits, index) => {
    const price = perStep[index]!;
    for (let group = 0; group < limits.groups; group++)
      bound += bestUse({ limits, group, reach: reaches[index]! }, price[group]!)?.value ?? -Infinity;
    for (let j = 0; j < model.candidates; j++)
      visitGroups(limits, j, (group, use) => {
        // In a group whose columns all use nothing no step is above 0: a use of 0 costs nothing there.
        worth[j]! -= price[group]! * (use / stepOf(reaches[index]!, group));
      });
  });
  for (const own of worth) if (own > 0) bound += own;
  return { worth, bound };
}

/** One group of one rule, and how far its use can move. */
interface Place {
  readonly limits: Limits;
  readonly group: number;
  readonly reach: Reach;
}

/**
 * The range of use in which price * use - penalty(use) is greatest, and that value; undefined where no use is allowed.
 * The price is for a step of use. The penalty is convex, so that the best uses are one range.
 */
function bestUse({ limits, group, reach }: Place, price: number) {
  const step = stepOf(reach, group);
  const segments = segmentsOf(limits, group, reach);
  if (!segments) return undefined;
  let [value, from, to] = [-Infinity, 0, 0];
  for (const count of cornersOf(segments)) {
    const earned = price * count - softPenaltyOf(limits, group, count * step);
    if (earned > value) [value, from] = [earned, count];
    if (earned === value) to = count;
  }
  return { value, from: from * step, to: to * step };
}

/** The optimal schedules by what whole prices say of each candidate and of each limit. */
function byPrices(model: Model, { perStep, reaches, worth }: WholePrices): Optima {
  const kept = Int32Array.from(worth.keys()).filter((j) => worth[j]! >= 0);
  const limits = model.limits.map((each, index): Limits => {
    const { over: _, under: __, ...rest } = each;
    const reach = reaches[index]!;
    const bestOf = (group: number) => bestUse({ limits: each, group, reach }, perStep[index]![group]!)!;
    const best = Array.from({ length: each.groups }, (_, group) => bestOf(group));
    return {
      ...rest,
      least: Float64Array.from(best, ({ from }) => from),
      most: Float64Array.from(best, ({ to }) => to),
    };
  });
  const small = keepOnly({ ...model, limits }, kept);
  const withoutScore = { ...small, score: new Float64Array(kept.length) };
  const certain = [...kept.keys()].filter((k) => worth[kept[k]!]! > 0).map((k) => Int32Array.of(k));
  if (certain.length === 0) return { kept, model: withoutScore };
  return { kept, model: requireOne(withoutScore, certain, () => 'in every optimal schedule') };
}
