import { type Part, partOf } from '../decomposition/part.ts';
import { columnsOf, usesOf, visitGroups } from '../members.ts';
import type { Hinge, Limits, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';

/**
 * Makes models in which only some candidates are free, and all else stays as it is in a schedule: their limits allow what
 * the rest leaves. Auxiliary columns that share a group with a free candidate are free too.
 *
 * Candidates for which the rest leaves no room are not in them.
 */
export function restrictionsOf(model: Model): (schedule: Schedule, free: Int32Array) => Part {
  const helpers = columnsOf(model) > model.candidates;
  // Where something can be taken away, nobody knows how much room there is.
  const onlyGrows = model.limits.map(({ members }) => !helpers && !members.use?.some((use) => use < 0));
  return (schedule, free) => {
    const columns = helpers ? withHelpers(model, free) : [...free];
    const isFree = new Set(columns);
    const fixed = {
      chosen: schedule.chosen.filter((j) => !isFree.has(j)),
      auxiliary: schedule.auxiliary.map((value, k) => (isFree.has(model.candidates + k) ? 0 : value)),
    };
    const uses = model.limits.map((limits) => usesOf(model, limits, fixed.chosen, fixed.auxiliary));
    const chosen = new Set(schedule.chosen);
    const hasRoom = (column: number): boolean =>
      chosen.has(column) ||
      model.limits.every((limits, index) => !onlyGrows[index] || leavesRoom(limits, uses[index]!, column));
    const part = partOf(model, columns.filter(hasRoom));
    const limits = part.model.limits.map((each, index) =>
      lessened(
        each,
        Float64Array.from(part.groups[index]!, (group) => uses[index]![group]!),
      ),
    );
    return { ...part, model: { ...part.model, limits } };
  };
}

/** The free candidates, and the auxiliary columns of their groups. */
function withHelpers(model: Model, free: Int32Array): readonly number[] {
  const helpers = new Set<number>();
  for (const limits of model.limits) {
    const touched = new Set<number>();
    for (const j of free) visitGroups(limits, j, (group) => touched.add(group));
    for (let column = model.candidates; column < columnsOf(model); column++)
      visitGroups(limits, column, (group) => {
        if (touched.has(group)) helpers.add(column);
      });
  }
  return [...free, ...[...helpers].sort((a, b) => a - b)];
}

/** Whether a limit leaves room for a column beside what is used. */
function leavesRoom(limits: Limits, used: Float64Array, column: number): boolean {
  const { most } = limits;
  if (!most) return true;
  let room = true;
  visitGroups(limits, column, (group, use) => {
    if (used[group]! + use > most[group]!) room = false;
  });
  return room;
}

/** Limits less what is used of them already. */
function lessened(limits: Limits, used: Float64Array): Limits {
  const less = (values: Float64Array) => values.map((value, group) => value - used[group]!);
  const hinges = (list: readonly Hinge[] | undefined) => (list ?? []).map(({ at, price }) => ({ at: less(at), price }));
  return {
    ...limits,
    ...(limits.most ? { most: less(limits.most) } : {}),
    ...(limits.least ? { least: less(limits.least) } : {}),
    over: hinges(limits.over),
    under: hinges(limits.under),
  };
}
