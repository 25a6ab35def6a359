/**
 * How metrics follow from the chosen candidates, so that the range of each over all optimal schedules can be found.
 * `of` gives the metric as the audit rounds it.
 */
export type Aim = SumAim | GroupsAim | SpreadAim;

/** A metric that rises with a sum of whole values over the chosen candidates. */
export interface SumAim {
  readonly kind: 'sum';
  readonly metric: string;
  readonly value: Float64Array;
  readonly of: (sum: number) => number;
}

/** A metric that rises with a sum over groups, to which each adds a whole number that depends on its use alone. */
export interface GroupsAim {
  readonly kind: 'groups';
  readonly metric: string;
  readonly groups: number;
  /** The group of each candidate, or -1. */
  readonly group: Int32Array;
  /** What each candidate uses of its group: whole numbers from 0 up; absent: 1 each. */
  readonly use?: Float64Array;
  readonly adds: (group: number, use: number) => number;
  readonly of: (sum: number) => number;
}

/**
 * Metrics of how the chosen candidates are spread over groups. Each sees the counts of the groups that have any, most
 * first, and must only rise, or only fall, as loans move from those who have fewer to those who have more (it is
 * Schur-convex or Schur-concave while total and number served stay): Gini, HHI, top shares, the largest count.
 */
export interface SpreadAim {
  readonly kind: 'spread';
  readonly groups: number;
  readonly group: Int32Array;
  readonly metrics: Readonly<Record<string, (counts: readonly number[]) => number>>;
}
