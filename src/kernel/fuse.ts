import type { Effort, Fuse } from './model.ts';

/**
 * A fuse of so many seconds, which burns while the solver runs, and by the work of what counts its work: the kernel needs
 * no clock.
 *
 * @example
 * const fuse = fuseOf(60);
 * fuse.burn(20);
 * fuse.left() // 40
 */
export function fuseOf(seconds: number): Fuse {
  let left = seconds;
  return {
    left: () => Math.max(0, left),
    burn: (spent) => {
      left -= spent;
    },
  };
}

/**
 * The effort for one of several steps: a share of the seconds that are left. What it leaves unused is left for those
 * after it.
 *
 * @param share above 0, and 1 for all that is left.
 */
export function shareOf(effort: Effort, share: number): Effort {
  const fuse = effort.fuse ?? fuseOf(effort.seconds);
  const end = fuse.left() * (1 - share);
  return { ...effort, fuse: { left: () => Math.max(0, fuse.left() - end), burn: fuse.burn } };
}

/**
 * Somewhat more than a fair share, since most steps need less than theirs: up to half as much again, and all for the last.
 *
 * @example
 * [generous(0.5), generous(1)] // [0.625, 1]
 */
export const generous = (share: number): number => (share * (3 - share)) / 2;
