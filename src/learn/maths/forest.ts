import { below, poisson, stream } from './random.ts';

/** Rows to learn from: features by row, what is to be foretold, and how often each row counts. */
export interface ForestRows {
  readonly features: readonly ArrayLike<number>[];
  readonly values: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

/** How a forest is grown. */
export interface ForestOptions {
  readonly seed: number;
  readonly trees?: number;
  /** A leaf holds at least this weight. */
  readonly leaf?: number;
  /** How many features, drawn anew, each split may choose from; a third of them if absent. */
  readonly tries?: number;
}

/** A node: a split with the places of its two children, or a leaf with its value. */
interface Node {
  readonly feature: number;
  readonly limit: number;
  readonly left: number;
  readonly right: number;
  readonly value: number;
}

export type Tree = readonly Node[];

/**
 * Grows a random forest (Breiman 2001) for the mean of a value: each tree from a bootstrap of the rows, in which a row
 * counts as often as a Poisson draw around its weight says, each split the one of least squared error among a few
 * features.
 */
export function growForest(rows: ForestRows, options: ForestOptions): readonly Tree[] {
  const { seed, trees = 100, leaf = 5, tries } = options;
  const unit = stream(seed);
  const features = rows.features[0]?.length ?? 0;
  const own = { leaf, tries: tries ?? Math.max(1, Math.round(features / 3)), features, unit };
  // Rows in the order of each feature, sorted once: a split parts each order and keeps it.
  const orders = Array.from({ length: features }, (_, feature) => {
    const at = (row: number) => rows.features[row]![feature]!;
    return [...rows.features.keys()].sort((a, b) => at(a) - at(b));
  });
  return Array.from({ length: trees }, () => {
    const weights = Float64Array.from(rows.weights, (weight) => poisson(unit, weight));
    const held = orders.map((order) => order.filter((row) => weights[row]! > 0));
    const tree: Node[] = [];
    grow({ ...rows, weights }, { held, tree, own });
    return tree;
  });
}

interface Growing {
  /** The rows of the node, in the order of each feature. */
  readonly held: readonly (readonly number[])[];
  readonly tree: Node[];
  readonly own: {
    readonly leaf: number;
    readonly tries: number;
    readonly features: number;
    readonly unit: () => number;
  };
}

/** Adds the node of some rows, and all below it; gives its place in the tree. */
function grow(rows: ForestRows, { held, tree, own }: Growing): number {
  const place = tree.length;
  const { weight, sum } = totals(rows, held[0] ?? []);
  const leaf = { feature: -1, limit: 0, left: 0, right: 0, value: weight === 0 ? 0 : sum / weight };
  tree.push(leaf);
  const split = weight < 2 * own.leaf ? null : bestSplit(rows, held, own);
  if (split === null) return place;
  const { feature, limit } = split;
  const isLeft = (row: number) => rows.features[row]![feature]! <= limit;
  const parted = (side: boolean) => held.map((order) => order.filter((row) => isLeft(row) === side));
  const left = grow(rows, { held: parted(true), tree, own });
  const right = grow(rows, { held: parted(false), tree, own });
  tree[place] = { ...leaf, feature, limit, left, right };
  return place;
}

function totals({ values, weights }: ForestRows, held: readonly number[]) {
  let [weight, sum] = [0, 0];
  for (const row of held) {
    weight += weights[row]!;
    sum += weights[row]! * values[row]!;
  }
  return { weight, sum };
}

function bestSplit(rows: ForestRows, held: Growing['held'], { leaf, tries, features, unit }: Growing['own']) {
  const { weight, sum } = totals(rows, held[0] ?? []);
  let best: { readonly feature: number; readonly limit: number } | null = null;
  // Least squared error is the most of Σ² ÷ weight over both sides; without a split that is the start.
  let most = (sum * sum) / weight + 1e-9;
  for (const feature of drawn(features, tries, unit)) {
    const at = (row: number) => rows.features[row]![feature]!;
    const sorted = held[feature]!;
    let [leftWeight, leftSum] = [0, 0];
    for (let i = 0; i + 1 < sorted.length; i++) {
      const row = sorted[i]!;
      leftWeight += rows.weights[row]!;
      leftSum += rows.weights[row]! * rows.values[row]!;
      const [here, next] = [at(row), at(sorted[i + 1]!)];
      if (here === next || leftWeight < leaf) continue;
      if (weight - leftWeight < leaf) break;
      const gain = (leftSum * leftSum) / leftWeight + (sum - leftSum) ** 2 / (weight - leftWeight);
      if (gain > most) [most, best] = [gain, { feature, limit: (here + next) / 2 }];
    }
  }
  return best;
}

/** Some of the features, each at most once. */
function drawn(features: number, tries: number, unit: () => number): readonly number[] {
  const all = Array.from({ length: features }, (_, feature) => feature);
  for (let at = 0; at < Math.min(tries, features); at++) {
    const other = at + below(unit, features - at);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, tries);
}

/** What a forest foretells for a row: the mean over its trees. */
export function foretold(forest: readonly Tree[], features: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of forest) {
    let node = tree[0]!;
    while (node.feature >= 0) node = tree[features[node.feature]! <= node.limit ? node.left : node.right]!;
    sum += node.value;
  }
  return sum / forest.length;
}
