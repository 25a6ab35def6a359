import type { Limits } from '../../../../kernel/model.ts';
import { type LimitRow, type RowsOf, rowLimits } from '../../../../policy/rows.ts';

/** What may be in any stretch of time of one length. */
export interface Windows {
  /** Minutes; half-open, so that two posts that are just so far apart are not in one window. */
  readonly minutes: number;
  /** Instants that candidates have, ascending, and the columns of each. */
  readonly at: readonly number[];
  readonly columns: (index: number) => readonly number[];
  /** Instants of posts that are out already, ascending: they take their place. */
  readonly fixed: readonly number[];
  readonly most: number;
  /** How many of these columns can be chosen at all, by rules that hold anyway; absent: as many as there are. */
  readonly possible?: (columns: readonly number[]) => number;
  readonly label: (from: number) => string;
}

/**
 * A row for each window that no other one contains. A window begins at a candidate or at a post that is out; what has
 * happened takes its place, and can be more than is allowed: then nothing is added.
 */
export function windowRows({ minutes, at, columns, fixed, most, possible, label }: Windows): readonly LimitRow[] {
  const starts = [...new Set([...at, ...fixed])].toSorted((a, b) => a - b);
  const rows: LimitRow[] = [];
  let reached = -1;
  let begin = 0;
  let end = 0;
  for (const start of starts) {
    while (begin < at.length && at[begin]! < start) begin++;
    while (end < at.length && at[end]! < start + minutes) end++;
    const out = fixed.filter((instant) => instant >= start && instant < start + minutes).length;
    // A window inside the one before it says nothing new, unless it is its end that has happened.
    if (end <= begin || (end === reached && out === 0)) continue;
    reached = end;
    const own = Array.from({ length: end - begin }, (_, k) => columns(begin + k)).flat();
    const room = Math.max(0, most - out);
    if (own.length > room && (possible?.(own) ?? own.length) > room)
      rows.push({ columns: own, most: room, label: label(start) });
  }
  return rows;
}

/** Rows that schedules seldom break: each is left out of the search until one does. */
export const seldom = (rows: RowsOf): readonly Limits[] => rowLimits(rows).map((limits) => ({ ...limits, lazy: true }));
