import type { Measures, Share } from './measure.ts';

/**
 * What a change is judged by.
 *
 * @example
 * GOALS // ['adherence', 'success', 'throughput', 'good']
 */
export const GOALS = ['adherence', 'success', 'throughput', 'good'] as const;

/** One of the goals: share that starts on time, share that is published, posts an hour, share of posts that did well. */
export type Goal = (typeof GOALS)[number];

/** The goal in a window, with its counts; of `throughput`, posts over hours. */
export interface GoalValue extends Share {
  /** What was to be done: posts planned an hour of a throughput. */
  readonly wanted?: number;
}

/** Shares of fewer than so many are not compared. */
export const FEWEST = 30;
/** One case in twenty, on one side, of a normal distribution. */
const UNLIKELY = 1.645;

/** How a goal stands in a window. */
export function goalOf(goal: Goal, measures: Measures): GoalValue {
  if (goal !== 'throughput') return measures[goal];
  const { published, hours, planned } = measures;
  return { hits: published, of: hours, wanted: planned / hours };
}

/** The verdict on a change. */
export type Verdict = 'kept' | 'rolled back' | 'not enough';

/** How two windows compare. */
export interface Comparison {
  readonly verdict: Verdict;
  /** By which share the goal fell; negative where it rose. */
  readonly fall: number;
  /** How unlikely the fall is by chance alone, in standard deviations. */
  readonly deviations: number;
}

/**
 * Whether a goal fell by more than the tolerance and by more than chance explains. Shares: the z-test of two proportions
 * with their pooled variance, one-sided at 5 %, of 30 jobs at least in each window. Throughput: the same for two counts of
 * Poisson, of 30 posts at least before; where less was planned than was done before, the plan is what is compared with.
 */
export function compareGoal(goal: Goal, before: GoalValue, now: GoalValue, tolerance: number): Comparison {
  const isRate = goal === 'throughput';
  const enough = isRate
    ? before.hits >= FEWEST && (now.wanted ?? 0) * now.of >= FEWEST
    : Math.min(before.of, now.of) >= FEWEST;
  if (!enough) return { verdict: 'not enough', fall: 0, deviations: 0 };
  const was = isRate ? Math.min(before.hits / before.of, now.wanted ?? Infinity) : before.hits / before.of;
  const is = now.hits / now.of;
  const fall = was === 0 ? 0 : (was - is) / was;
  const pooled = (before.hits + now.hits) / (before.of + now.of);
  const variance = isRate ? was / before.of + is / now.of : pooled * (1 - pooled) * (1 / before.of + 1 / now.of);
  const deviations = variance > 0 ? (was - is) / Math.sqrt(variance) : was > is ? Infinity : 0;
  return { verdict: fall > tolerance && deviations > UNLIKELY ? 'rolled back' : 'kept', fall, deviations };
}

/** Two windows of the same version as one. */
export function pooledGoal(a: GoalValue, b: GoalValue): GoalValue {
  const of = a.of + b.of;
  const wanted = (a.wanted ?? 0) * a.of + (b.wanted ?? 0) * b.of;
  return { hits: a.hits + b.hits, of, ...(a.wanted !== undefined && { wanted: of === 0 ? 0 : wanted / of }) };
}
