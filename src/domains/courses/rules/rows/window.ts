import type { Block } from '../../../../kernel/model.ts';
import type { LimitRow } from '../../../../policy/rows.ts';
import type { Placements, World } from '../../world/world.ts';
import { type Holders, meetingOnDay, type Stretch, stretches } from './slots.ts';

/** A day of somebody of which so many periods in a row cost nothing. */
export interface LongDay {
  readonly holders: Holders;
  readonly who: number;
  /** The first slot of the day. */
  readonly first: number;
  /** Periods from end to end that cost nothing. */
  readonly most: number;
  /** The number of the first helper. */
  readonly columns: number;
  readonly label: string;
}

/** How far a day reaches beyond its window. */
export interface Window {
  /** Helpers that are 1 for each period before or after the window up to which the day reaches. */
  readonly beyond: readonly number[];
  readonly rows: readonly LimitRow[];
  readonly helpers: number;
  /** How the helpers follow from what is on the day. */
  readonly block: Block;
}

/** That of a day that no window can be too short for. */
const NO_BLOCK: Block = { columns: [], candidates: [], values: () => [] };

/**
 * A window of `most` periods that holds the day, and as many periods on either side as the day reaches beyond it. What
 * reaches beyond is in one piece with the window, so that gaps count.
 */
export function windowOf(world: World, all: Placements, day: LongDay): Window {
  const { holders, who, first, most: free, columns, label } = day;
  const { periods } = world.week;
  // A day for which nothing is free still needs a window to hold on to; then the window itself is charged too.
  const most = Math.max(1, free);
  const outside = periods - most;
  if (periods <= free) return { beyond: [], rows: [], helpers: 0, block: NO_BLOCK };
  let next = columns;
  const starts = Array.from({ length: outside + 1 }, () => next++);
  const before = Array.from({ length: outside }, () => next++);
  const after = Array.from({ length: outside }, () => next++);
  const at = (period: number) => starts.filter((_, start) => start <= period && period < start + most);
  const beyondAt = (period: number) => [before[period], after[period - most]].filter((helper) => helper !== undefined);
  const below = (column: number | readonly number[], above: readonly number[]): LimitRow => {
    const own = [column].flat();
    return { columns: [...own, ...above], uses: [...own.map(() => 1), ...above.map(() => -1)], most: 0, label };
  };
  const rows: LimitRow[] = [{ columns: starts, most: 1, label }];
  for (let period = 0; period < periods; period++) {
    const some = holders.at(who, first + period);
    if (some.length > 0) rows.push(below(some, [...at(period), ...beyondAt(period)]));
  }
  before.forEach((helper, period) => {
    rows.push(below(helper, [...at(period + 1), ...before.slice(period + 1, period + 2)]));
  });
  after.forEach((helper, index) => {
    rows.push(below(helper, [...at(most + index - 1), ...(index > 0 ? [after[index - 1]!] : [])]));
  });
  const taken = stretches(world, all, first);
  const block: Block = {
    columns: [...starts, ...before, ...after],
    candidates: meetingOnDay(world, holders, who, first),
    values: (chosen) => values(taken(chosen)),
  };
  return { beyond: [...(free === 0 ? starts : []), ...before, ...after], rows, helpers: next - columns, block };

  // The best values of the helpers for a day that is taken at these times, in the order of their numbers.
  function values(taken: readonly Stretch[]): readonly number[] {
    const own = new Array<number>(next - columns).fill(0);
    if (taken.length === 0) return own;
    const from = Math.min(outside, ...taken.map((each) => each.from));
    const to = Math.max(...taken.map((each) => each.to));
    own[from] = 1;
    for (let period = from + most; period < to; period++) own[after[period - most]! - columns] = 1;
    return own;
  }
}
