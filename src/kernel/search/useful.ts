import { visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import type { Rows } from '../program/rows.ts';

/**
 * Candidates that may be in a better schedule, ascending. Each of the others scores nothing and only takes up what a
 * limit allows: whatever schedule it is in, the schedule without it is at least as good.
 *
 * A candidate without a score is useful all the same where a limit wants more of it ("a class needs cover: at least
 * 1"), or where its negative use makes room for others.
 */
export function usefulCandidates(model: Model, rows: Rows): number[] {
  const helps = new Uint8Array(model.candidates);
  model.score.forEach((score, j) => {
    // Among equals the hash decides, and it may decide for one that scores nothing.
    if (score > 0 || (score === 0 && model.tie[j]! > 0)) helps[j] = 1;
  });
  model.limits.forEach((limits, index) => {
    const { row } = rows.of[index]!;
    for (let j = 0; j < model.candidates; j++) {
      if (helps[j] === 1) continue;
      visitGroups(limits, j, (group, use) => {
        if (row[group]! < 0) return;
        if (use > 0 ? wantsMore(limits, group) : wantsLess(limits, group)) helps[j] = 1;
      });
    }
  });
  return Array.from({ length: model.candidates }, (_, j) => j).filter((j) => helps[j] === 1);
}

const wantsMore = ({ least, under }: Limits, group: number): boolean => wants(least, under, group);

const wantsLess = ({ most, over }: Limits, group: number): boolean => wants(most, over, group);

/** An absent array of hard limits says nothing of any group. */
const wants = (hard: Float64Array | undefined, soft: Limits['over'], group: number): boolean =>
  Number.isFinite(hard?.[group] ?? Infinity) || (soft?.length ?? 0) > 0;
