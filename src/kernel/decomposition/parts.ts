import { columnsOf, visitGroups } from '../members.ts';
import type { Limits, Model } from '../model.ts';
import { softPenaltyOf } from '../penalty.ts';
import { type Part, partOf } from './part.ts';

/** Parts with fewer columns than this are solved together: to open a program for each takes time of its own. */
const WORTHWHILE = 200;

/**
 * Splits a model into parts that share no limit: days that nothing joins, offices, markets. Their optima add up, in
 * every priority too, and a search over the parts is a sum where a search over the whole is a product.
 */
export function partsOf(model: Model): readonly Part[] {
  const batches = batchesOf(componentsOf(model));
  if (batches.length <= 1) return [];
  return batches.map((columns) => partOf(model, columns));
}

/** The penalty of the groups that no column is in. Every net score of the model includes it, and no part does. */
export function constantOf(model: Model): number {
  return model.limits.reduce((sum, limits) => {
    const hasColumn = groupsWithColumn(model, limits);
    for (let group = 0; group < limits.groups; group++)
      if (hasColumn[group] === 0) sum += softPenaltyOf(limits, group, 0);
    return sum;
  }, 0);
}

/** For each group 1 where some column is in it, else 0. */
function groupsWithColumn(model: Model, limits: Limits): Uint8Array {
  const hasColumn = new Uint8Array(limits.groups);
  for (let column = 0; column < columnsOf(model); column++)
    visitGroups(limits, column, (group) => {
      hasColumn[group] = 1;
    });
  return hasColumn;
}

/** For each column the least column that limits join it to, by union-find. */
function componentsOf(model: Model): Int32Array {
  const parent = new Int32Array(columnsOf(model)).map((_, column) => column);
  let apart = parent.length;
  const root = (column: number): number => {
    let at = column;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  // Limits with few groups join the most columns. Often all are one part before the other limits are looked at.
  for (const limits of model.limits.toSorted((a, b) => a.groups - b.groups)) {
    if (apart <= 1) return parent.fill(0);
    const first = new Int32Array(limits.groups).fill(-1);
    for (let column = 0; column < parent.length; column++)
      visitGroups(limits, column, (group) => {
        if (first[group]! < 0) first[group] = column;
        else {
          const a = root(first[group]!);
          const b = root(column);
          if (a !== b) apart--;
          parent[Math.max(a, b)] = Math.min(a, b);
        }
      });
  }
  return parent.map((_, column) => root(column));
}

/** Columns of each part, ascending; small components share one. */
function batchesOf(label: Int32Array): readonly (readonly number[])[] {
  const components = new Map<number, number[]>();
  label.forEach((root, column) => {
    const columns = components.get(root);
    if (columns) columns.push(column);
    else components.set(root, [column]);
  });
  const batches: number[][] = [];
  let open: number[] = [];
  for (const columns of components.values()) {
    if (columns.length >= WORTHWHILE) batches.push(columns);
    else open.push(...columns);
    if (open.length >= WORTHWHILE) {
      batches.push(open);
      open = [];
    }
  }
  if (open.length > 0) batches.push(open);
  return batches.map((columns) => columns.sort((a, b) => a - b));
}
