import { columnsOf, mostOf, usesOf, visitGroups } from './members.ts';
import type { Limits, Model } from './model.ts';

/** A schedule as whole values: chosen candidates, ascending, and the values of the auxiliary columns. */
export interface Filled {
  readonly chosen: Int32Array;
  readonly auxiliary: Float64Array;
}

/**
 * Adds candidates to a schedule as long as the hard limits allow, those that `order` names first. An auxiliary column
 * that a candidate needs raised, because it counts against the use of a limit, is raised with it.
 */
export function fill(model: Model, start: Filled, order: Iterable<number>): Filled {
  const uses = model.limits.map((limits) => usesOf(model, limits, start.chosen, start.auxiliary));
  const values = new Map<number, number>();
  for (const j of start.chosen) values.set(j, 1);
  start.auxiliary.forEach((value, k) => {
    if (value > 0) values.set(model.candidates + k, value);
  });
  const relief = reliefOf(model);
  for (const j of order) {
    if (values.has(j)) continue;
    const raised: number[] = [];
    if (raise(j, raised, 0)) continue;
    for (const column of raised) change(column, -1);
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

  /** Raises a column by one, and what it needs raised; false where a limit would be broken all the same. */
  function raise(column: number, raised: number[], depth: number): boolean {
    if ((values.get(column) ?? 0) >= mostOf(model, column)) return false;
    change(column, 1);
    raised.push(column);
    return model.limits.every((limits, index) => {
      let fits = true;
      visitGroups(limits, column, (group) => {
        if (!fits || !over(limits, group, uses[index]![group]!)) return;
        const helper = depth === 0 ? relief[index]!.get(group) : undefined;
        fits = helper !== undefined && raise(helper, raised, 1) && !over(limits, group, uses[index]![group]!);
      });
      return fits;
    });
  }
}

const over = ({ most, least }: Limits, group: number, use: number): boolean =>
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
