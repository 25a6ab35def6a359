import type { Platform } from '../tables/words.ts';

/** What the earlier scheduler knew of an account: how many hours its posts keep, and how many may be out at once. */
export interface Constraint {
  readonly gapHours: number;
  readonly most: number;
}

/** A post that has its hour. */
export interface Placed {
  readonly post: string;
  readonly channel: string;
  readonly platform: Platform;
  readonly type: string | null;
  /** Minutes since 1970-01-01T00:00, by the clock. */
  readonly at: number;
  /** The timing score of the hour, from 0 to 1. */
  readonly timing: number;
  /** What the hour cost, less the timing score. Below 0: nothing was in the way. */
  readonly penalty: number;
  /** What is wrong with it, in words: nothing of it is forbidden. */
  readonly violations: readonly string[];
}

/** An hour that a post of a channel could have, beside the posts that have theirs, in the order in which they got them. */
export interface Slot {
  readonly placed: readonly Placed[];
  readonly channel: string;
  readonly at: number;
  /** Of the channel; undefined: none. */
  readonly constraint: Constraint | undefined;
  /** How many posts of all channels may be out at once. */
  readonly most: number;
}

/** What the posts that have their hours cost at a slot: collision, spacing and concurrency. */
export function costOf(slot: Slot): number {
  const { placed, at, most } = slot;
  const collision = placed.reduce((sum, other) => {
    const apart = Math.abs(at - other.at);
    return sum + (apart < 60 ? 10 : apart < 120 ? 5 : 0);
  }, 0);
  const together = togetherOf(slot);
  return collision + spacingOf(slot) + (together >= most ? (together - most + 1) * 20 : 0);
}

/**
 * Of the posts of the channel only the first one that is too near counts, in the order of placing. Hours are signed: a
 * slot before another post costs the more, the further away it is.
 */
function spacingOf(slot: Slot): number {
  const near = nearOf(slot)[0];
  return near === undefined ? 0 : (1 - near.hours / near.gap) * 5;
}

/** Posts of the channel that are too near to a slot, or later than it by any time, with the signed hours to the slot. */
function nearOf({ placed, channel, at, constraint }: Slot) {
  const gap = constraint?.gapHours ?? 0;
  if (gap === 0) return [];
  return placed
    .filter((other) => other.channel === channel)
    .map(({ post, at: other }) => ({ post, gap, hours: (at - other) / 60 }))
    .filter(({ hours }) => hours < gap);
}

/** How many posts are out at once: within a quarter of a quarter of an hour, 225 seconds. */
const togetherOf = ({ placed, at }: Slot): number =>
  placed.filter((other) => (Math.abs(at - other.at) * 60) / 900 <= 0.25).length;

/** What is wrong with a slot, in words. */
export function violationsOf(slot: Slot): readonly string[] {
  const { constraint } = slot;
  const together = togetherOf(slot);
  const spacing = nearOf(slot).map(
    ({ post, hours, gap }) => `spacing: ${hours.toFixed(1)} h after ${post}, and the gap is ${gap} h`,
  );
  if (constraint === undefined || together < constraint.most) return spacing;
  return [...spacing, `concurrency: ${together} other posts at this time, and at most ${constraint.most} are meant`];
}
