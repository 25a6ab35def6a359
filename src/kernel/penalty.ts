import type { Limits } from './model.ts';

/** What a limit charges a group for a given use, in objective units; infinite where a hard limit forbids it. */
export function penaltyOf(limits: Limits, group: number, use: number): number {
  if (use > (limits.most?.[group] ?? Infinity) || use < (limits.least?.[group] ?? -Infinity)) return Infinity;
  return softPenaltyOf(limits, group, use);
}

/** The same without the hard limits. */
export function softPenaltyOf(limits: Limits, group: number, use: number): number {
  let penalty = 0;
  for (const hinge of limits.over ?? []) if (use > hinge.at[group]!) penalty += hinge.price * (use - hinge.at[group]!);
  for (const hinge of limits.under ?? []) if (use < hinge.at[group]!) penalty += hinge.price * (hinge.at[group]! - use);
  return penalty;
}

/** A stretch of whole steps that all cost the same. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  /** Objective units for each step in it; negative where a step lowers the penalty. */
  readonly slope: number;
}

/**
 * The penalty of a group as a function of whole steps of its use, from the lowest to the highest count of steps that
 * the hard limits allow. A part of a step is charged with the step that it falls in, so that the linear relaxation
 * cannot slip under a budget by fractions: this is what closes the integrality gap. Undefined: no count is allowed.
 */
export function segmentsOf(
  limits: Limits,
  group: number,
  step: number,
  lowest: number,
  highest: number,
): readonly Segment[] | undefined {
  const first = Math.max(lowest / step, Math.ceil((limits.least?.[group] ?? -Infinity) / step));
  const last = Math.min(highest / step, Math.floor((limits.most?.[group] ?? Infinity) / step));
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
