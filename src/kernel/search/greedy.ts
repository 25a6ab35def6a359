import { columnsOf, mostOf, scoreOf, usesOf, visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import { softPenaltyOf } from '../penalty.ts';

/** A schedule as whole values: chosen candidates, ascending, and the values of the auxiliary columns. */
export interface Schedule {
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
}

/** A schedule with nothing in it. */
export const nothingIn = ({ auxiliary }: Model): Schedule => ({
  chosen: new Int32Array(),
  auxiliary: new Float64Array(auxiliary?.count ?? 0),
});

/**
 * Adds candidates to a schedule in the order given, each one that the hard limits allow.
 *
 * An auxiliary column can lower the use of a limit: "this spot may air only where that break is open", where `open` is
 * the auxiliary column. A candidate that needs it raises it too.
 *
 * @param only `paying`: a candidate is added only where it scores more than the penalties that it brings.
 */
export function fill(model: Model, start: Schedule, order: Iterable<number>, only: 'any' | 'paying' = 'any'): Schedule {
  const uses = model.limits.map((limits) => usesOf(model, limits, start.chosen, start.auxiliary));
  const values = new Map<number, number>();
  for (const j of start.chosen) values.set(j, 1);
  start.auxiliary.forEach((value, k) => {
    if (value > 0) values.set(model.candidates + k, value);
  });
  const relief = reliefOf(model);
  for (const j of order) {
    if (values.has(j)) continue;
    const columns: number[] = [];
    if (raise(j, columns, 0) && (only === 'any' || gainOf(columns) > 0)) continue;
    for (const column of columns) change(column, -1);
  }
  const chosen = [...values].flatMap(([column, value]) => (column < model.candidates && value > 0 ? [column] : []));
  return {
    chosen: Int32Array.from(chosen).sort(),
    auxiliary: Float64Array.from(
      { length: model.auxiliary?.count ?? 0 },
      (_, k) => values.get(model.candidates + k) ?? 0,
    ),
  };

  function change(column: number, by: 1 | -1): void {
    values.set(column, (values.get(column) ?? 0) + by);
    model.limits.forEach((limits, index) => {
      visitGroups(limits, column, (group, use) => {
        uses[index]![group]! += by * use;
      });
    });
  }

  /** What the columns that were raised last bring: their scores less the penalties that they add. */
  function gainOf(columns: readonly number[]): number {
    let gain = columns.reduce((sum, column) => sum + scoreOf(model, column), 0);
    model.limits.forEach((limits, index) => {
      const added = new Map<number, number>();
      for (const column of columns)
        visitGroups(limits, column, (group, use) => added.set(group, (added.get(group) ?? 0) + use));
      for (const [group, use] of added) {
        const after = uses[index]![group]!;
        gain -= softPenaltyOf(limits, group, after) - softPenaltyOf(limits, group, after - use);
      }
    });
    return gain;
  }

  /**
   * Raises a column by one, and the auxiliary columns that it needs, and adds each of them to `columns`. False where a
   * limit would be broken all the same: the caller then lowers these columns again. Auxiliary columns raise no other.
   */
  function raise(column: number, columns: number[], depth: 0 | 1): boolean {
    if ((values.get(column) ?? 0) >= mostOf(model, column)) return false;
    change(column, 1);
    columns.push(column);
    return model.limits.every((limits, index) => {
      let fits = true;
      visitGroups(limits, column, (group) => {
        if (!fits || !breaks(limits, group, uses[index]![group]!)) return;
        const helper = depth === 0 ? relief[index]!.get(group) : undefined;
        fits = helper !== undefined && raise(helper, columns, 1) && !breaks(limits, group, uses[index]![group]!);
      });
      return fits;
    });
  }
}

const breaks = ({ most, least }: Limits, group: number, use: number): boolean =>
  use > (most?.[group] ?? Infinity) || use < (least?.[group] ?? -Infinity);

/** For each limit one auxiliary column, if there is any, that lowers its use. */
function reliefOf(model: Model): readonly ReadonlyMap<number, number>[] {
  return model.limits.map((limits) => {
    const columns = new Map<number, number>();
    for (let column = model.candidates; column < columnsOf(model); column++)
      visitGroups(limits, column, (group, use) => {
        if (use < 0) columns.set(group, column);
      });
    return columns;
  });
}
