import { Refusal } from '../problems/problem.ts';
import { greatestDivisor, penaltyOf, wholeScore } from './certificate.ts';
import {
  columnsOf,
  integer,
  type PlainLimits,
  type PlainModel,
  scoreOf,
  visitAll,
  visitColumn,
  whole,
} from './plain.ts';

/** A schedule priced from plain candidates and limits. */
export interface Priced {
  /** Scores less penalties, in objective units. */
  readonly net: number;
  /** Hard limits that the schedule breaks. */
  readonly broken: readonly Broken[];
}

/** A hard limit broken: how much of the group is used, and how much may or must be (null: no such limit). */
export interface Broken {
  readonly rule: string;
  readonly group: number;
  readonly label: string;
  readonly use: number;
  readonly most: number | null;
  readonly least: number | null;
}

/**
 * Scores less penalties of a schedule, and the hard limits it breaks: the model's own evaluation, without a solver.
 * `chosen`: distinct candidates; `auxiliary`: values of the auxiliary columns (absent: all 0).
 *
 * Throws `Refusal` for a candidate that is not there or is chosen twice, and for sums too large to be exact.
 *
 * @example
 * priceOf({ unit: 1, candidates: 2, score: Float64Array.of(5, 3), limits: [] }, [0, 1]).net // 8
 */
export function priceOf(model: PlainModel, chosen: Iterable<number>, auxiliary?: Float64Array): Priced {
  const values = valuesOf(model, chosen, auxiliary);
  let net = 0n;
  for (const [column, value] of values) net += BigInt(whole(scoreOf(model, column) * value, () => 'a score'));
  const broken: Broken[] = [];
  for (const limits of model.limits) {
    const uses = usesOf(limits, values);
    for (let group = 0; group < limits.groups; group++) {
      net -= penaltyOf(limits, group, BigInt(integer(uses[group]!, () => `a use of ${limits.rule}`)));
      const fault = faultOf(limits, group, uses[group]!);
      if (fault !== undefined) broken.push(fault);
    }
  }
  return { net: whole(Number(net), () => 'the net score'), broken };
}

/**
 * What divides the net score of every schedule, in objective units (1 at the least): two schedules of different net
 * are at least this far apart, so that a bound less than one step above a schedule proves it to be the best.
 */
export function stepOf(model: PlainModel): number {
  let step = 0;
  for (let column = 0; column < columnsOf(model) && step !== 1; column++) {
    step = greatestDivisor(step, Math.abs(wholeScore(model, column)));
  }
  for (const limits of model.limits) step = hingeStep(model, limits, step);
  return Math.max(1, step);
}

function hingeStep(model: PlainModel, limits: PlainLimits, scores: number): number {
  const hinges = [...(limits.over ?? []), ...(limits.under ?? [])];
  if (scores === 1 || hinges.length === 0) return scores;
  let use = 0;
  visitAll(limits.members, columnsOf(model), (_group, each) => {
    if (use !== 1)
      use = greatestDivisor(
        use,
        wholeSize(each, () => `a use in ${limits.rule}`),
      );
  });
  let step = scores;
  for (const { at, price } of hinges) {
    for (const point of at) {
      if (!Number.isFinite(point)) continue;
      const least = greatestDivisor(
        use,
        wholeSize(point, () => `a hinge of ${limits.rule}`),
      );
      const charge = wholeSize(price, () => `the penalty of ${limits.rule}`) * least;
      // A product that a double does not hold exactly divides nothing for certain: then net scores are 1 apart or more.
      step = charge > Number.MAX_SAFE_INTEGER ? 1 : greatestDivisor(step, charge);
    }
  }
  return step;
}

/** The size of a whole number, however large. */
const wholeSize = (value: number, what: () => string): number => Math.abs(integer(value, what));

/** Columns that are not 0, with their values. */
function valuesOf(model: PlainModel, chosen: Iterable<number>, auxiliary?: Float64Array): ReadonlyMap<number, number> {
  const values = new Map<number, number>();
  for (const candidate of chosen) {
    if (!(Number.isInteger(candidate) && candidate >= 0 && candidate < model.candidates)) {
      throw new Refusal([{ message: `candidate ${candidate} is none of the ${model.candidates} candidates` }]);
    }
    if (values.has(candidate)) throw new Refusal([{ message: `candidate ${candidate} is chosen twice` }]);
    values.set(candidate, 1);
  }
  for (const [index, value] of (auxiliary ?? []).entries()) {
    if (value < 0 || value > model.auxiliary!.most[index]!) {
      throw new Refusal([{ message: `auxiliary column ${index} is ${value}, outside 0 to its most` }]);
    }
    if (value !== 0)
      values.set(
        model.candidates + index,
        whole(value, () => `auxiliary column ${index}`),
      );
  }
  return values;
}

function usesOf({ members, groups }: PlainLimits, values: ReadonlyMap<number, number>): Float64Array {
  const uses = new Float64Array(groups);
  for (const [column, value] of values) {
    visitColumn(members, column, (group, use) => {
      uses[group]! += use * value;
    });
  }
  return uses;
}

function faultOf(limits: PlainLimits, group: number, use: number): Broken | undefined {
  const most = finite(limits.most?.[group]);
  const least = finite(limits.least?.[group]);
  if ((most === null || use <= most) && (least === null || use >= least)) return undefined;
  return { rule: limits.rule, group, label: limits.label(group), use, most, least };
}

function finite(limit: number | undefined): number | null {
  return limit !== undefined && Number.isFinite(limit) ? limit : null;
}
