import { gcd, type Reach, reachOf } from './members.ts';
import type { Limits, Model } from './model.ts';
import { type Segment, segmentsOf, softPenaltyOf } from './penalty.ts';

/** The limits as rows of a linear program: sum of use / divisor over the columns, less the steps paid for. */
export interface Rows {
  readonly count: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** For each entry of `model.limits`: its groups' rows and divisors. */
  readonly of: readonly RowsOf[];
  /** For each entry of `model.limits`: how far the use of each group can move. */
  readonly reaches: readonly Reach[];
  /** Columns that pay for going beyond what is free. */
  readonly steps: readonly Step[];
  /** Penalties that no schedule escapes, in objective units. */
  readonly offset: number;
  /** Every net score is a multiple of this many objective units, so that a smaller gap is none. */
  readonly quantum: number;
  /** A hard limit that nothing can meet: its entry and group. */
  readonly impossible?: { readonly limits: number; readonly group: number };
}

export interface RowsOf {
  /** Row of each group, or -1 where the limit can never bind. */
  readonly row: Int32Array;
  /** What a use is divided by to become the row's coefficient. */
  readonly divisor: Float64Array;
}

/** A column that moves its row by one for a price, so many times at the most. */
export interface Step {
  readonly row: number;
  /** -1 pays for use above the free range, +1 for use below it. */
  readonly sign: -1 | 1;
  readonly width: number;
  /** Objective units for each unit of the row. */
  readonly price: number;
}

/** Coefficients larger than this are scaled down: the solver's tolerance is absolute in row units. */
const LARGE = 1000;

/** Compiles a model's limits. */
export function rowsOf(model: Model): Rows {
  const lower: number[] = [];
  const upper: number[] = [];
  const steps: Step[] = [];
  let offset = 0;
  let quantum = quantumOfScores(model);
  let impossible: Rows['impossible'];
  const reaches = model.limits.map((limits) => reachOf(model, limits));
  const of = model.limits.map((limits, index) => {
    const reach = reaches[index]!;
    const row = new Int32Array(limits.groups).fill(-1);
    const divisor = new Float64Array(limits.groups).fill(1);
    for (let group = 0; group < limits.groups; group++) {
      const segments = segmentsOfGroup(limits, group, reach);
      if (!segments) {
        impossible ??= { limits: index, group };
        continue;
      }
      const free = freeRange(segments);
      offset += softPenaltyOf(limits, group, free.from * stepOf(reach, group));
      for (const segment of segments) quantum = gcd(quantum, Math.abs(segment.slope));
      if (
        free.from <= reach.lowest[group]! / stepOf(reach, group) &&
        free.to >= reach.highest[group]! / stepOf(reach, group)
      )
        continue;
      const scale = scaleOf(reach, group);
      divisor[group] = stepOf(reach, group) * scale;
      row[group] = lower.length;
      lower.push(free.from / scale);
      upper.push(free.to / scale);
      for (const segment of segments) if (segment.slope !== 0) steps.push(stepFor(segment, row[group]!, scale));
    }
    return { row, divisor };
  });
  // What cannot be escaped is in every net score.
  quantum = gcd(quantum, Math.abs(offset));
  const count = lower.length;
  const rows = { count, lower: Float64Array.from(lower), upper: Float64Array.from(upper), of, reaches, steps, offset };
  return { ...rows, quantum: quantum || 1, ...(impossible ? { impossible } : {}) };
}

const stepOf = (reach: Reach, group: number): number => reach.step[group]! || 1;

const segmentsOfGroup = (limits: Limits, group: number, reach: Reach): readonly Segment[] | undefined =>
  segmentsOf(limits, group, stepOf(reach, group), reach.lowest[group]!, reach.highest[group]!);

/** Where the penalty is least: between the last falling and the first rising segment. */
function freeRange(segments: readonly Segment[]): { readonly from: number; readonly to: number } {
  const flat = segments.find((segment) => segment.slope === 0);
  if (flat) return flat;
  const rising = segments.find((segment) => segment.slope > 0);
  const at = rising ? rising.from : segments.at(-1)!.to;
  return { from: at, to: at };
}

function scaleOf(reach: Reach, group: number): number {
  const widest = Math.max(reach.highest[group]!, -reach.lowest[group]!) / stepOf(reach, group);
  return widest > LARGE * LARGE ? 2 ** Math.ceil(Math.log2(widest / (LARGE * LARGE))) : 1;
}

const stepFor = (segment: Segment, row: number, scale: number): Step => ({
  row,
  sign: segment.slope > 0 ? -1 : 1,
  width: (segment.to - segment.from) / scale,
  price: Math.abs(segment.slope) * scale,
});

function quantumOfScores(model: Model): number {
  let quantum = 0;
  for (let j = 0; j < model.candidates && quantum !== 1; j++) quantum = gcd(quantum, Math.abs(model.score[j]!));
  for (const score of model.auxiliary?.score ?? []) quantum = gcd(quantum, Math.abs(score));
  return quantum;
}
