import { columnsOf, scoreOf, visitGroups } from '../members.ts';
import type { Block, Model } from '../model.ts';
import type { Schedule } from '../search/greedy.ts';

/**
 * A schedule that is changed one candidate at a time, and what it costs: soft penalties less scores, and a price for
 * each unit beyond a hard limit. Helper columns follow by their blocks. All groups of all limits are numbered in one row.
 */
export interface Ledger {
  /** What the schedule costs now, in objective units. */
  readonly cost: () => number;
  /** Units beyond hard limits. */
  readonly broken: () => number;
  readonly has: (candidate: number) => boolean;
  /** How often the use of a group was changed until now: a measure of the work, and the same on every machine. */
  readonly visits: () => number;
  /**
   * Takes one candidate for another, each -1 for none, where that costs no more than `allowed` in addition. False where
   * it costs more: nothing has changed then.
   */
  readonly exchange: (out: number, entering: number, allowed: number) => boolean;
  readonly schedule: () => Schedule;
  readonly groups: LedgerGroups;
}

/** The groups of all limits, and who uses them now. Column j is in `group[start[j]] … group[start[j + 1] - 1]`. */
export interface LedgerGroups {
  readonly start: Int32Array;
  readonly group: Int32Array;
  /** How much each may be used; infinite where nothing says so. */
  readonly most: Float64Array;
  readonly uses: Float64Array;
  /** The candidate that came into each group last, or -1: it may have left again. */
  readonly holders: Int32Array;
  /** Which limits of the model each group is of. */
  readonly limitsOf: Int32Array;
}

/** The groups of all limits one after the other, as flat lists: which columns are in each, and what each use costs. */
function flatten(model: Model) {
  const columns = columnsOf(model);
  const offsets: number[] = [];
  let groups = 0;
  for (const limits of model.limits) {
    offsets.push(groups);
    groups += limits.groups;
  }
  const start = new Int32Array(columns + 1);
  const visitAll = (visit: (column: number, group: number, use: number) => void) => {
    for (let column = 0; column < columns; column++)
      model.limits.forEach((limits, index) => {
        visitGroups(limits, column, (group, use) => visit(column, offsets[index]! + group, use));
      });
  };
  visitAll((column) => start[column + 1]!++);
  for (let column = 0; column < columns; column++) start[column + 1]! += start[column]!;
  const group = new Int32Array(start[columns]!);
  const use = new Float64Array(start[columns]!);
  const next = start.slice();
  visitAll((column, own, amount) => {
    group[next[column]!] = own;
    use[next[column]!++] = amount;
  });
  return { groups, start, group, use };
}

/** What the use of each group costs: its bounds, and its hinges in a list of all. */
function costsOf(model: Model) {
  const groups = model.limits.reduce((sum, limits) => sum + limits.groups, 0);
  const most = new Float64Array(groups).fill(Infinity);
  const least = new Float64Array(groups).fill(-Infinity);
  const first = new Int32Array(groups + 1);
  const hinges: { readonly at: number; readonly price: number; readonly sign: 1 | -1 }[] = [];
  let own = 0;
  for (const { groups: count, most: top, least: bottom, over = [], under = [] } of model.limits)
    for (let group = 0; group < count; group++, own++) {
      if (top) most[own] = top[group]!;
      if (bottom) least[own] = bottom[group]!;
      for (const { at, price } of over) hinges.push({ at: at[group]!, price, sign: 1 });
      for (const { at, price } of under) hinges.push({ at: at[group]!, price, sign: -1 });
      first[own + 1] = hinges.length;
    }
  const at = Float64Array.from(hinges, (hinge) => hinge.at);
  const price = Float64Array.from(hinges, (hinge) => hinge.price);
  const sign = Float64Array.from(hinges, (hinge) => hinge.sign);
  return {
    most,
    beyond: (own: number, use: number): number => Math.max(0, use - most[own]!, least[own]! - use),
    soft: (own: number, use: number): number => {
      let cost = 0;
      for (let k = first[own]!; k < first[own + 1]!; k++) {
        const excess = sign[k]! * (use - at[k]!);
        if (excess > 0) cost += price[k]! * excess;
      }
      return cost;
    },
  };
}

/** The ledger of an empty schedule. @param price of each unit beyond a hard limit, in objective units. */
export function ledgerOf(model: Model, price: number): Ledger {
  const { groups, start, group, use } = flatten(model);
  const { beyond, soft: softOf, most } = costsOf(model);
  const uses = new Float64Array(groups);
  const holders = new Int32Array(groups).fill(-1);
  const limitsOf = Int32Array.from(model.limits.flatMap((limits, at) => new Array<number>(limits.groups).fill(at)));
  const chosen = new Uint8Array(model.candidates);
  const helpers = new Float64Array(model.auxiliary?.count ?? 0);
  const scores = Float64Array.from({ length: columnsOf(model) }, (_, column) => scoreOf(model, column));
  const blocks = blocksOf(model);
  const touched = new Set<number>();
  let soft = 0;
  let scored = 0;
  let broken = 0;
  /** Groups that helpers are in: without them, nothing but another candidate can mend what is beyond a hard limit. */
  const helped = new Uint8Array(groups);
  for (let k = start[model.candidates]!; k < group.length; k++) helped[group[k]!] = 1;
  for (let own = 0; own < groups; own++) {
    soft += softOf(own, 0);
    broken += beyond(own, 0);
  }
  const cost = () => soft - scored + price * broken;
  let visits = 0;
  const change = (column: number, by: number) => {
    visits += start[column + 1]! - start[column]!;
    scored += by * scores[column]!;
    for (let k = start[column]!; k < start[column + 1]!; k++) {
      const own = group[k]!;
      const before = uses[own]!;
      const after = before + by * use[k]!;
      uses[own] = after;
      soft += softOf(own, after) - softOf(own, before);
      broken += beyond(own, after) - beyond(own, before);
    }
  };
  const scoreOfColumn = (candidate: number) => (candidate < 0 ? 0 : scores[candidate]!);
  const shifts = new Float64Array(groups);
  /** How many units more are beyond hard limits without helpers after an exchange. Nothing is changed. */
  const firmAfter = (out: number, entering: number): number => {
    shift(out, -1);
    shift(entering, 1);
    return settled(out) + settled(entering);
  };
  const shift = (candidate: number, by: number) => {
    if (candidate < 0) return;
    visits += start[candidate + 1]! - start[candidate]!;
    for (let k = start[candidate]!; k < start[candidate + 1]!; k++) shifts[group[k]!]! += by * use[k]!;
  };
  const settled = (candidate: number): number => {
    if (candidate < 0) return 0;
    let more = 0;
    for (let k = start[candidate]!; k < start[candidate + 1]!; k++) {
      const own = group[k]!;
      const by = shifts[own]!;
      if (by === 0) continue;
      shifts[own] = 0;
      if (helped[own] === 0) more += beyond(own, uses[own]! + by) - beyond(own, uses[own]!);
    }
    return more;
  };
  const flip = (candidate: number) => {
    if (candidate < 0) return;
    const by = chosen[candidate] === 1 ? -1 : 1;
    chosen[candidate] = by === 1 ? 1 : 0;
    change(candidate, by);
    if (by === 1) for (let k = start[candidate]!; k < start[candidate + 1]!; k++) holders[group[k]!] = candidate;
  };
  const touch = (candidate: number) => {
    if (candidate < 0) return;
    for (const at of blocks.of[candidate]!) {
      const own = blocks.all[at]!.chosen;
      if (chosen[candidate] === 1) own.push(candidate);
      else own.splice(own.indexOf(candidate), 1);
      touched.add(at);
    }
  };
  const settle = () => {
    for (const at of touched) {
      const block = blocks.all[at]!;
      const values = block.values(block.chosen);
      visits += values.length;
      for (let k = 0; k < values.length; k++) {
        const helper = block.columns[k]! - model.candidates;
        const by = values[k]! - helpers[helper]!;
        if (by === 0) continue;
        helpers[helper] = values[k]!;
        change(block.columns[k]!, by);
      }
    }
    touched.clear();
  };
  for (const at of blocks.all.keys()) touched.add(at);
  settle();
  return {
    cost,
    broken: () => broken,
    visits: () => visits,
    has: (candidate) => chosen[candidate] === 1,
    exchange: (out, entering, allowed) => {
      const before = cost();
      // All that is charged now is the most that an exchange can save.
      if (price * firmAfter(out, entering) + scoreOfColumn(out) - scoreOfColumn(entering) - soft > allowed)
        return false;
      flip(out);
      flip(entering);
      touch(out);
      touch(entering);
      settle();
      if (cost() - before <= allowed) return true;
      flip(entering);
      flip(out);
      touch(entering);
      touch(out);
      settle();
      return false;
    },
    groups: { start, group, most, uses, holders, limitsOf },
    schedule: () => ({
      chosen: Int32Array.from(chosen.keys()).filter((j) => chosen[j] === 1),
      auxiliary: helpers.slice(),
    }),
  };
}

/** A block, and the candidates of it that are chosen now. */
interface OpenBlock extends Block {
  readonly chosen: number[];
}

function blocksOf({ auxiliary, candidates }: Model) {
  const all = (auxiliary?.blocks ?? []).map((block): OpenBlock => ({ ...block, chosen: [] }));
  const of: number[][] = Array.from({ length: candidates }, () => []);
  all.forEach((block, at) => {
    for (const j of block.candidates) of[j]!.push(at);
  });
  return { all, of };
}
