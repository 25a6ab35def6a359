import { groupBy } from '../audit/rows.ts';
import { type Problem, Refusal } from '../problems/problem.ts';

/**
 * What came of one event: when it was, and how well it went.
 *
 * @example
 * const outcome = { group: 'a', at: 0, weekday: 3, hour: 0, value: 12 };
 * trialsOf([outcome]) // []
 */
export interface Outcome {
  /** Outcomes are compared with earlier ones of the same group only: one account, one channel. */
  readonly group: string;
  /** Seconds since 1970 in UTC: only the order counts. */
  readonly at: number;
  /** 0 is Monday, 6 is Sunday, on the clock of the place. */
  readonly weekday: number;
  /** 0 to 23, on the clock of the place. */
  readonly hour: number;
  /** The goal: the more, the better. */
  readonly value: number;
}

/**
 * An outcome as learning takes it: a slot of the week, and whether it went well.
 *
 * @example
 * const outcome = { group: 'a', weekday: 3, hour: 9 };
 * trialsOf([{ ...outcome, at: 1, value: 3 }, { ...outcome, at: 2, value: 5 }], { least: 1 })[0].success // true
 */
export interface Trial {
  readonly at: number;
  readonly weekday: number;
  readonly hour: number;
  readonly success: boolean;
}

/**
 * What is asked of a group before an outcome is judged: that there are `least` earlier ones, and how far back they go.
 *
 * @example
 * const outcome = { group: 'a', weekday: 3, hour: 9 };
 * trialsOf([{ ...outcome, at: 1, value: 3 }, { ...outcome, at: 2, value: 5 }], { least: 2 }) // []
 */
export interface TrialOptions {
  /** So many earlier outcomes of the group are needed. 10 if absent. */
  readonly least?: number;
  /** The median is that of at most so many of the latest earlier ones. 50 if absent. */
  readonly window?: number;
}

/**
 * Makes trials of outcomes: a success is an outcome above the median of the earlier outcomes of its group, so that a
 * group which grows over the months does not make every late hour look good. An outcome that equals the median is no
 * success. The first `least` outcomes of a group are only looked back at. Outcomes of one instant are not earlier than
 * each other. The order of the rows does not matter.
 *
 * @returns trials in order of time
 * @throws Refusal where a weekday, an hour, an instant or a value is out of range; it names the row, from 1 on.
 * @example
 * const outcomes = [3, 5, 4, 6].map((value, day) => ({ group: 'a', at: day * 86400, weekday: day, hour: 9, value }));
 * trialsOf(outcomes, { least: 2 }).map(({ weekday, success }) => [weekday, success]) // [[2, false], [3, true]]
 */
export function trialsOf(
  outcomes: readonly Outcome[],
  { least = 10, window = 50 }: TrialOptions = {},
): readonly Trial[] {
  refuseBad(outcomes);
  const groups = groupBy(outcomes, ({ group }) => group);
  return inOrder([...groups.values()].flatMap((rows) => judged(rows, least, window)));
}

/** Trials by instant; within one by slot and success, so that the order of the rows does not matter. */
export function inOrder(trials: readonly Trial[]): readonly Trial[] {
  return trials.toSorted(
    (a, b) => a.at - b.at || a.weekday - b.weekday || a.hour - b.hour || Number(a.success) - Number(b.success),
  );
}

function judged(rows: readonly Outcome[], least: number, window: number): readonly Trial[] {
  const sorted = rows.toSorted((a, b) => a.at - b.at || a.value - b.value);
  const trials: Trial[] = [];
  // The window twice: by age, to know which one leaves it, and by value, to know the median.
  const byValue: number[] = [];
  let [oldest, next] = [0, 0];
  while (next < sorted.length) {
    const { at } = sorted[next]!;
    let end = next;
    while (end < sorted.length && sorted[end]!.at === at) end += 1;
    const middle = next >= least ? median(byValue) : null;
    for (const { weekday, hour, value } of sorted.slice(next, end)) {
      if (middle !== null) trials.push({ at, weekday, hour, success: value > middle });
      byValue.splice(placeOf(byValue, value), 0, value);
    }
    for (next = end; next - oldest > window; oldest++) byValue.splice(placeOf(byValue, sorted[oldest]!.value), 1);
  }
  return trials;
}

function median(sorted: readonly number[]): number | null {
  const half = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Where a value stands, or would stand, among sorted ones: before those that are equal. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (sorted[half]! < value) low = half + 1;
    else high = half;
  }
  return low;
}

function refuseBad(outcomes: readonly Outcome[]): void {
  const problems = outcomes.flatMap((outcome, at) => problemsOf(outcome, at + 1));
  if (problems.length > 0) throw new Refusal(problems.slice(0, 20));
}

function problemsOf({ at, weekday, hour, value }: Outcome, row: number): readonly Problem[] {
  const whole = (name: string, given: number, most: number): readonly Problem[] =>
    Number.isInteger(given) && given >= 0 && given <= most
      ? []
      : [{ message: `outcome ${row}: the ${name} is ${given}, not a whole number from 0 to ${most}` }];
  const finite = (name: string, given: number): readonly Problem[] =>
    Number.isFinite(given) ? [] : [{ message: `outcome ${row}: the ${name} is ${given}, not a number` }];
  return [
    ...finite('instant', at),
    ...whole('weekday', weekday, 6),
    ...whole('hour', hour, 23),
    ...finite('value', value),
  ];
}
