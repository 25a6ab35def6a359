import type { MetricTexts } from '../audit/audit.ts';

/** A stretch of values of a setting over which one schedule stays the best. */
export interface BreakpointStep {
  /** The first and the last value at which this schedule is optimal, both included. */
  readonly from: number;
  readonly to: number;
  /** The value at which it was found; the run at this value has this id. */
  readonly at: number;
  readonly id: string;
  /** Net score at `from` and at `to`, in points: what no schedule exceeds there. */
  readonly net: readonly [number, number];
  /** Points of net score for each 1 more of the setting: the schedule's units, negative where the setting charges. */
  readonly slope: number;
  readonly objective: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, number | null>>;
}

/**
 * Where the optimum changes as one setting moves.
 *
 * @example
 * const { steps, solved } = await week.breakpoints('rules.fairness.penalty', { from: 0, to: 1000, step: 100 });
 * steps.map(({ from, to, slope }) => [from, to, slope]) // [[0, 300, -1], [300, 1000, 0]]
 * solved // [0, 300, 1000]
 */
export interface Breakpoints {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** The setting, dotted. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** The value that the scenario has as it stands; null where it is no number. */
  readonly now: number | null;
  /** Values in between are multiples of this above `from`. */
  readonly step: number;
  /** Of many weeks: the one in which the setting moves, from 1. Those before it are planned as the scenario stands. */
  readonly week?: number;
  readonly steps: readonly BreakpointStep[];
  /** Values at which the question was solved, ascending: each optimum is proven. */
  readonly solved: readonly number[];
  readonly again: string;
  readonly texts: MetricTexts;
}
