import { type Reach, stepOf } from './members.ts';
import type { Limits } from './model.ts';

/** What a limit charges a group for a given use, in objective units; infinite where a hard limit forbids it. */
export function penaltyOf(limits: Limits, group: number, use: number): number {
  if (use > (limits.most?.[group] ?? Infinity) || use < (limits.least?.[group] ?? -Infinity)) return Infinity;
  return softPenaltyOf(limits, group, use);
}

/** What the hinges of a limit charge a group for a given use, in objective units, hard limits or not. */
export function softPenaltyOf(limits: Limits, group: number, use: number): number {
  let penalty = 0;
  for (const hinge of limits.over ?? []) if (use > hinge.at[group]!) penalty += hinge.price * (use - hinge.at[group]!);
  for (const hinge of limits.under ?? []) if (use < hinge.at[group]!) penalty += hinge.price * (hinge.at[group]! - use);
  return penalty;
}

/** A range of use in which every step costs the same. Its ends are counted in steps, not in units of use. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Objective units for each step in it; negative where a step lowers the penalty. */
  readonly slope: number;
}

/**
 * The penalty of a group, as a function of its use in whole steps, from the lowest to the highest count of steps that
 * the hard limits allow. Undefined where they allow none.
 *
 * A hinge between two counts is moved to whole counts. Uses of 1000 with a hinge at 500 and a price of 3 cost nothing
 * at 0 steps and 1500 at 1 step, so the whole first step has the slope 1500. The linear relaxation could otherwise use
 * half a step for nothing, and its bound would be above every schedule.
 */
export function segmentsOf(limits: Limits, group: number, reach: Reach): readonly Segment[] | undefined {
  const step = stepOf(reach, group);
  const first = Math.max(reach.lowest[group]! / step, Math.ceil((limits.least?.[group] ?? -Infinity) / step));
  const last = Math.min(reach.highest[group]! / step, Math.floor((limits.most?.[group] ?? Infinity) / step));
  if (first > last) return undefined;
  const cuts = [first, last];
  for (const hinge of [...(limits.over ?? []), ...(limits.under ?? [])]) {
    const at = hinge.at[group]! / step;
    for (const cut of [Math.floor(at), Math.ceil(at)]) if (cut > first && cut < last) cuts.push(cut);
  }
  cuts.sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let k = 1; k < cuts.length; k++) {
    const from = cuts[k - 1]!;
    const to = cuts[k]!;
    if (from === to) continue;
    const rise = softPenaltyOf(limits, group, to * step) - softPenaltyOf(limits, group, from * step);
    const slope = rise / (to - from);
    const before = segments.at(-1);
    if (before && before.slope === slope) segments[segments.length - 1] = { from: before.from, to, slope };
    else segments.push({ from, to, slope });
  }
  return segments.length > 0 ? segments : [{ from: first, to: last, slope: 0 }];
}

/**
 * The range of use, in steps, in which the penalty is least. The slopes rise from segment to segment: this is the
 * segment of slope 0, or the one count between the last falling and the first rising segment.
 */
export function freeRange(segments: readonly Segment[]): { readonly from: number; readonly to: number } {
  const flat = segments.find((segment) => segment.slope === 0);
  if (flat) return flat;
  const rising = segments.find((segment) => segment.slope > 0);
  const at = rising ? rising.from : segments.at(-1)!.to;
  return { from: at, to: at };
}

/**
 * The counts of steps at which price * use - penalty(use) can be greatest, ascending: the ends of the segments. The
 * penalty is convex, so that no count between two of them is better than both.
 */
export const cornersOf = (segments: readonly Segment[]): readonly number[] => [
  segments[0]!.from,
  ...segments.map((segment) => segment.to),
];
