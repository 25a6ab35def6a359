import { heldAt, worthKeeping } from './face.ts';
import { type Reach, reachOf, visitGroups } from './members.ts';
import { BILLION, type Limits, type Model, type Solution } from './model.ts';
import { segmentsOf, softPenaltyOf } from './penalty.ts';
import { rowsOf } from './rows.ts';
import { keepOnly, requireOne } from './vary.ts';

/** Where all optimal schedules of a model live. */
export interface Optima {
  /** The candidates that can be in an optimal schedule, ascending; `model` numbers them anew in this order. */
  readonly kept: Int32Array;
  /** Its schedules are the optimal ones, all of them and no other. It has no score, so that any aim can be set. */
  readonly model: Model;
}

/**
 * All optimal schedules, from one of them and the prices that prove it.
 *
 * Where whole prices prove the optimum without a gap, complementary slackness says it without the score: a schedule is
 * optimal exactly where it takes no candidate worth less than nothing, every candidate worth more, and uses each limit
 * as far as its price makes best. Elsewhere a hard limit holds the net score, which is harder to solve.
 */
export function optimaOf(model: Model, solution: Solution): Optima {
  const prices = model.auxiliary ? undefined : wholePrices(model, solution);
  if (prices) return tight(model, prices);
  const kept = worthKeeping(model, solution, solution.net);
  return { kept, model: heldAt(keepOnly(model, kept), solution.net) };
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
  return (
    prices &&
    ((limits, group, use) => (prices.perStep[limits]![group]! * use) / (prices.reaches[limits]!.step[group]! || 1))
  );
}

/** Prices in whole objective units for each step of use, and each candidate's worth after paying them. */
interface WholePrices {
  readonly perStep: readonly Float64Array[];
  readonly reaches: readonly Reach[];
  readonly worth: Float64Array;
}

/** The solver's prices carry its tie-breaks; those of the question itself are mostly whole, or halves and thirds. */
function wholePrices(model: Model, solution: Solution): WholePrices | undefined {
  const { quantum } = rowsOf(model);
  const reaches = model.limits.map((limits) => reachOf(model, limits));
  const grains = [1, 2, 3, 4, 6].map((part) => quantum / part).filter(Number.isInteger);
  for (const grain of new Set([...grains, 1])) {
    const perStep = solution.prices.map((price, index) =>
      price.map((value, group) => {
        const step = reaches[index]!.step[group]! || 1;
        return Math.round((value * step * model.unit) / BILLION / grain) * grain;
      }),
    );
    const { worth, bound } = bounded(model, perStep, reaches);
    if (bound === solution.net) return { perStep, reaches, worth };
  }
  return undefined;
}

/** The bound that these prices prove, and each candidate's worth: whole numbers throughout. */
function bounded(model: Model, perStep: readonly Float64Array[], reaches: readonly Reach[]) {
  const worth = Float64Array.from(model.score);
  let bound = 0;
  model.limits.forEach((limits, index) => {
    const { step } = reaches[index]!;
    const price = perStep[index]!;
    for (let group = 0; group < limits.groups; group++)
      bound += bestUse(limits, group, reaches[index]!, price[group]!)?.value ?? -Infinity;
    for (let j = 0; j < model.candidates; j++)
      visitGroups(limits, j, (group, use) => {
        worth[j]! -= price[group]! * (use / step[group]!);
      });
  });
  for (const own of worth) if (own > 0) bound += own;
  return { worth, bound };
}

/** The uses, in steps, at which price * use - penalty is greatest. The penalty is convex, so they are one stretch. */
function bestUse(limits: Limits, group: number, reach: Reach, price: number) {
  const step = reach.step[group]! || 1;
  const segments = segmentsOf(limits, group, step, reach.lowest[group]!, reach.highest[group]!);
  if (!segments) return undefined;
  let [value, from, to] = [-Infinity, 0, 0];
  for (const at of [segments[0]!.from, ...segments.map((segment) => segment.to)]) {
    const own = price * at - softPenaltyOf(limits, group, at * step);
    if (own > value) [value, from] = [own, at];
    if (own === value) to = at;
  }
  return { value, from: from * step, to: to * step };
}

function tight(model: Model, { perStep, reaches, worth }: WholePrices): Optima {
  const kept = Int32Array.from(worth.keys()).filter((j) => worth[j]! >= 0);
  const limits = model.limits.map((each, index): Limits => {
    const { over: _, under: __, ...rest } = each;
    const best = Array.from(
      { length: each.groups },
      (_, group) => bestUse(each, group, reaches[index]!, perStep[index]![group]!)!,
    );
    return {
      ...rest,
      least: Float64Array.from(best, ({ from }) => from),
      most: Float64Array.from(best, ({ to }) => to),
    };
  });
  const small = keepOnly({ ...model, limits }, kept);
  const worthless = { ...small, score: new Float64Array(kept.length) };
  const sure = [...kept.keys()].filter((k) => worth[kept[k]!]! > 0);
  if (sure.length === 0) return { kept, model: worthless };
  return {
    kept,
    model: requireOne(
      worthless,
      sure.map((k) => Int32Array.of(k)),
      () => 'in every optimal schedule',
    ),
  };
}
