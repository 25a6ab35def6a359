/**
 * How metrics follow from the rows of a schedule that are chosen, so that the range of each over many schedules can be
 * found. Arrays have one value a row, in the order of the rows. `of` gives the metric as the audit rounds it.
 */
export type MetricFormula = SumFormula | GroupsFormula | SpreadFormula;

/** A metric that rises or falls with a sum of whole values over the chosen rows. */
export interface SumFormula {
  readonly kind: 'sum';
  readonly metric: string;
  readonly value: Float64Array;
  readonly of: (sum: number) => number;
}

/** A metric that rises with a sum over groups, to which each adds a whole number that depends on its use alone. */
export interface GroupsFormula {
  readonly kind: 'groups';
  readonly metric: string;
  readonly groups: number;
  /** The group of each row, or -1. */
  readonly group: Int32Array;
  /** What each row uses of its group: whole numbers from 0 up; absent: 1 each. */
  readonly use?: Float64Array;
  readonly adds: (group: number, use: number) => number;
  readonly of: (sum: number) => number;
}

/**
 * Metrics of how the chosen rows are spread over groups. Each sees the counts of the groups that have any, most first,
 * and must only rise, or only fall, as rows move from groups that have fewer to those that have more (it is
 * Schur-convex or Schur-concave while total and number served stay): Gini, HHI, top shares, the largest count.
 */
export interface SpreadFormula {
  readonly kind: 'spread';
  readonly groups: number;
  readonly group: Int32Array;
  readonly metrics: Readonly<Record<string, (counts: readonly number[]) => number>>;
}
