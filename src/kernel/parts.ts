import { columnsOf, mostOf, scoreOf, visitGroups } from './members.ts';
import type { Limits, Model } from './model.ts';
import { softPenaltyOf } from './penalty.ts';

/** A piece of a model that no limit joins to the rest, with its columns and groups numbered anew. */
export interface Part {
  readonly model: Model;
  /** The whole model's number of each candidate, and of each auxiliary column (from 0). */
  readonly candidates: Int32Array;
  readonly auxiliary: Int32Array;
  /** For each entry of `model.limits`: the whole model's number of each group. */
  readonly groups: readonly Int32Array[];
}

/** Parts with fewer candidates than this are solved together: each has a price of its own to set up. */
const WORTHWHILE = 200;

/**
 * Splits a model into parts that share no limit: days that nothing joins, offices, markets. Their optima add up, in
 * every priority too, and a search over the parts is a sum where a search over the whole is a product.
 */
export function partsOf(model: Model): readonly Part[] {
  const label = componentsOf(model);
  const batches = batchesOf(label);
  if (batches.length <= 1) return [];
  return batches.map((columns) => partOf(model, columns));
}

/** The penalty of groups that no column is in: part of every net score, and of no part. */
export function constantOf(model: Model): number {
  return model.limits.reduce((sum, limits) => {
    const used = membersIn(model, limits);
    for (let group = 0; group < limits.groups; group++) if (used[group] === 0) sum += softPenaltyOf(limits, group, 0);
    return sum;
  }, 0);
}

function membersIn(model: Model, limits: Limits): Uint8Array {
  const used = new Uint8Array(limits.groups);
  for (let column = 0; column < columnsOf(model); column++)
    visitGroups(limits, column, (group) => {
      used[group] = 1;
    });
  return used;
}

/** For each column the least column that limits join it to. */
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
  // Limits with few groups join most: mostly all is one before the others are looked at.
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

function partOf(model: Model, columns: readonly number[]): Part {
  const candidates = Int32Array.from(columns.filter((column) => column < model.candidates));
  const helpers = columns.filter((column) => column >= model.candidates);
  const taken = model.limits.map((limits) => take(limits, columns));
  const pick = (values: Float64Array) => Float64Array.from(candidates, (j) => values[j]!);
  const { priorities } = model;
  return {
    candidates,
    auxiliary: Int32Array.from(helpers, (column) => column - model.candidates),
    groups: taken.map(({ groups }) => groups),
    model: {
      unit: model.unit,
      candidates: candidates.length,
      score: pick(model.score),
      tie: Uint32Array.from(candidates, (j) => model.tie[j]!),
      limits: taken.map(({ limits }) => limits),
      auxiliary: {
        count: helpers.length,
        most: Float64Array.from(helpers, (column) => mostOf(model, column)),
        score: Float64Array.from(helpers, (column) => scoreOf(model, column)),
      },
      ...(priorities ? { priorities: priorities.map((each) => ({ ...each, value: pick(each.value) })) } : {}),
    },
  };
}

/** One rule's limits over some columns, and only the groups that they are in. */
function take(limits: Limits, columns: readonly number[]): { readonly limits: Limits; readonly groups: Int32Array } {
  const number = new Map<number, number>();
  const start = [0];
  const group: number[] = [];
  const use: number[] = [];
  for (const column of columns) {
    visitGroups(limits, column, (own, amount) => {
      if (!number.has(own)) number.set(own, number.size);
      group.push(number.get(own)!);
      use.push(amount);
    });
    start.push(group.length);
  }
  const groups = Int32Array.from(number.keys());
  const of = (values: Float64Array) => Float64Array.from(groups, (own) => values[own]!);
  const hinges = (list: Limits['over']) => (list ?? []).map(({ at, price }) => ({ at: of(at), price }));
  const { most, least, label, more } = limits;
  return {
    groups,
    limits: {
      ...limits,
      groups: groups.length,
      members: { start: Int32Array.from(start), group: Int32Array.from(group), use: Float64Array.from(use) },
      ...(most ? { most: of(most) } : {}),
      ...(least ? { least: of(least) } : {}),
      over: hinges(limits.over),
      under: hinges(limits.under),
      label: (own) => label(groups[own]!),
      more: (own) => more(groups[own]!),
    },
  };
}
