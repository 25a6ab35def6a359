import type { Block } from '../../../../kernel/model.ts';
import { groupsBy, type LimitRow } from '../../../../policy/rows.ts';
import type { Placements, World } from '../../world/world.ts';
import { type Holders, meetingOnDay } from './slots.ts';

/** A day of somebody, and the helper that says whether anything is on it. */
interface Day {
  readonly holders: Holders;
  readonly who: number;
  /** The first slot of the day. */
  readonly first: number;
  readonly helper: number;
  readonly label: string;
}

/** Rows that make a helper 1 where anything is on a day, and how it follows. */
export function usedDay(world: World, all: Placements, { holders, who, first, helper, label }: Day) {
  const candidates = meetingOnDay(world, holders, who, first);
  const block: Block = { columns: [helper], candidates, values: (chosen) => [Math.min(1, chosen.length)] };
  // One row a course: of its placements on the day, so many are chosen at the most.
  const byCourse = groupsBy(candidates.length, (at) => all.course[candidates[at]!]!);
  const rows = [...byCourse].map(([course, some]): LimitRow => {
    const { needs, sameDay } = world.courses[course]!;
    const own = some.map((at) => candidates[at]!);
    const uses = [...own.map(() => 1), -Math.min(needs, sameDay)];
    return { columns: [...own, helper], uses, most: 0, label };
  });
  return { rows, block };
}
