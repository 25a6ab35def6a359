import type { Limits, Model } from './model.ts';

/** How many columns a model has: candidates, then auxiliary columns. */
export const columnsOf = (model: Model): number => model.candidates + (model.auxiliary?.count ?? 0);

/** The largest value of a column: 1 for a candidate. */
export const mostOf = (model: Model, column: number): number =>
  column < model.candidates ? 1 : model.auxiliary!.most[column - model.candidates]!;

/** What one unit of a column scores, in objective units. */
export const scoreOf = (model: Model, column: number): number =>
  column < model.candidates ? model.score[column]! : model.auxiliary!.score[column - model.candidates]!;

/** Calls `visit(group, use)` for each group that a column is in. */
export function visitGroups(limits: Limits, column: number, visit: (group: number, use: number) => void): void {
  const { members } = limits;
  if ('start' in members) {
    if (column + 1 >= members.start.length) return;
    for (let k = members.start[column]!; k < members.start[column + 1]!; k++) {
      visit(members.group[k]!, members.use ? members.use[k]! : 1);
    }
    return;
  }
  if (column >= members.group.length) return;
  const group = members.group[column]!;
  if (group >= 0) visit(group, members.use ? members.use[column]! : 1);
}

/** The use of every group of one rule's limits by a schedule. */
export function usesOf(model: Model, limits: Limits, chosen: Int32Array, auxiliary: Float64Array): Float64Array {
  const uses = new Float64Array(limits.groups);
  const add = (column: number, value: number) =>
    visitGroups(limits, column, (group, use) => {
      uses[group]! += use * value;
    });
  for (const column of chosen) add(column, 1);
  auxiliary.forEach((value, k) => {
    if (value !== 0) add(model.candidates + k, value);
  });
  return uses;
}

/**
 * How far the use of each group can move, whatever is chosen, and in which step. A group of three vehicles that cost
 * 200, 400 and 600 reaches from 0 to 1200 in steps of 200.
 */
export interface Reach {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  /** Greatest common divisor of all uses in the group; 0 for a group that has no column. */
  readonly step: Float64Array;
}

/** The step in which the use of a group moves; 1 for a group that has no column, where nothing moves. */
export const stepOf = (reach: Reach, group: number): number => reach.step[group]! || 1;

/** The reach of every group of one rule's limits. */
export function reachOf(model: Model, limits: Limits): Reach {
  const lowest = new Float64Array(limits.groups);
  const highest = new Float64Array(limits.groups);
  const step = new Float64Array(limits.groups);
  const columns = columnsOf(model);
  for (let column = 0; column < columns; column++) {
    const most = column < model.candidates ? 1 : mostOf(model, column);
    visitGroups(limits, column, (group, use) => {
      if (use > 0) highest[group]! += use * most;
      else lowest[group]! += use * most;
      step[group] = step[group] === use ? use : gcd(step[group]!, Math.abs(use));
    });
  }
  return { lowest, highest, step };
}

/**
 * Greatest common divisor of whole numbers from 0 up.
 *
 * @example
 * gcd(12, 18) // 6
 * gcd(0, 7) // 7
 */
export function gcd(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}
