import { gcd, type Reach, reachOf, stepOf } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import { freeRange, type Segment, segmentsOf, softPenaltyOf } from '../penalty.ts';

/**
 * The limits of a model as rows of a linear program. A group becomes one row: the sum of use / divisor over its
 * columns, held between `lower` and `upper`, where its penalty is least. Going beyond costs the price of its steps.
 */
export interface Rows {
  readonly count: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** For each entry of `model.limits`: its groups' rows and divisors. */
  readonly of: readonly RowsOf[];
  /** For each entry of `model.limits`: how far the use of each group can move. */
  readonly reaches: readonly Reach[];
  /** Columns that pay for going beyond the free range of a row. */
  readonly steps: readonly Step[];
  /** Penalties that no schedule escapes, in objective units. */
  readonly offset: number;
  /** Every net score is a multiple of this many objective units: a gap that is smaller is no gap. */
  readonly quantum: number;
  /** The first hard limit that no use can meet, by its entry and its group. */
  readonly impossible?: { readonly limits: number; readonly group: number };
}

/** The rows of one rule's limits. */
export interface RowsOf {
  /** Row of each group, or -1 where the limit can never bind. */
  readonly row: Int32Array;
  /** What a use is divided by to become the row's coefficient. */
  readonly divisor: Float64Array;
}

/** A column that moves its row by one for a price, `width` times at the most. */
export interface Step {
  readonly row: number;
  /** -1 pays for use above the free range, +1 for use below it. */
  readonly sign: -1 | 1;
  readonly width: number;
  /** Objective units for each unit of the row. */
  readonly price: number;
}

/** Rows that reach further than this are scaled down: the solver's tolerance is absolute, in units of the row. */
const LARGEST = 1_000_000;

/** Compiles a model's limits to rows. */
export function rowsOf(model: Model): Rows {
  const lower: number[] = [];
  const upper: number[] = [];
  const steps: Step[] = [];
  let offset = 0;
  let quantum = quantumOfScores(model);
  let impossible: Rows['impossible'];
  const reaches = model.limits.map((limits) => reachOf(model, limits));
  const of = model.limits.map((limits, index): RowsOf => {
    const reach = reaches[index]!;
    const row = new Int32Array(limits.groups).fill(-1);
    const divisor = new Float64Array(limits.groups).fill(1);
    for (let group = 0; group < limits.groups; group++) {
      const piece = rowOf(limits, group, reach);
      if (!piece) {
        impossible ??= { limits: index, group };
        continue;
      }
      offset += piece.offset;
      for (const { slope } of piece.segments) quantum = gcd(quantum, Math.abs(slope));
      if (!piece.binds) continue;
      divisor[group] = stepOf(reach, group) * piece.scale;
      row[group] = lower.length;
      lower.push(piece.free.from / piece.scale);
      upper.push(piece.free.to / piece.scale);
      for (const segment of piece.segments)
        if (segment.slope !== 0) steps.push(stepFor(segment, row[group]!, piece.scale));
    }
    return { row, divisor };
  });
  // A penalty that no schedule escapes is in every net score, and may not be a multiple of the rest.
  quantum = gcd(quantum, Math.abs(offset));
  return {
    count: lower.length,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    of,
    reaches,
    steps,
    offset,
    quantum: quantum || 1,
    ...(impossible ? { impossible } : {}),
  };
}

/** What one group adds to the rows; undefined where no use meets its hard limits. */
function rowOf(limits: Limits, group: number, reach: Reach) {
  const segments = segmentsOf(limits, group, reach);
  if (!segments) return undefined;
  const step = stepOf(reach, group);
  const free = freeRange(segments);
  const lowest = reach.lowest[group]! / step;
  const highest = reach.highest[group]! / step;
  const widest = Math.max(reach.highest[group]!, -reach.lowest[group]!) / step;
  return {
    segments,
    free,
    offset: softPenaltyOf(limits, group, free.from * step),
    /** Whether any use that the columns can reach costs anything or is forbidden. */
    binds: free.from > lowest || free.to < highest,
    /** A power of two, so that dividing by it loses nothing. */
    scale: widest > LARGEST ? 2 ** Math.ceil(Math.log2(widest / LARGEST)) : 1,
  };
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
