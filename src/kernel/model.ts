/**
 * One decision, described as data that never changes: choose candidates so that the sum of their scores, less the
 * penalties of the limits, is greatest. Candidates are entries of arrays, not objects, so that millions fit.
 *
 * All scores and prices are integers in objective units; `unit` of them make one point.
 *
 * @example
 * const slots = { rule: 'slots', groups: 1, members: { group: Int32Array.of(0, 0, 0) }, most: Float64Array.of(2) };
 * const limits = [{ ...slots, label: () => 'Monday', more: () => 'one more slot on Monday' }];
 * const model = { unit: 1, candidates: 3, score: Float64Array.of(5, 8, 3), tie: Uint32Array.of(1, 2, 3), limits };
 * (await solve(model, { seed: 42, seconds: 10 })).net // 13
 */
export interface Model {
  /** Objective units in one point: 1, or a power of ten where a policy prices fractions of a point. */
  readonly unit: number;
  /** How many candidates there are; candidate j is chosen (1) or not (0). */
  readonly candidates: number;
  /** The score of each candidate, in objective units. */
  readonly score: Float64Array;
  /** A seeded hash of each candidate's key: decides among schedules of equal net score, and nothing else. */
  readonly tie: Uint32Array;
  /** The limits, one entry a rule. */
  readonly limits: readonly Limits[];
  /**
   * Aims that come before the score, the most important one first. Each is made as large as possible, whatever that
   * costs the aims below it and the score. Hard limits always hold; penalties count only with the score.
   */
  readonly priorities?: readonly Priority[];
  /** Helper columns. The first has the number `candidates` in every limit's members, the next one more, and so on. */
  readonly auxiliary?: Auxiliary;
}

/** One aim that comes before the score. */
export interface Priority {
  readonly name: string;
  /** What each candidate adds to it, in whole units of its own: dollars, airings. */
  readonly value: Float64Array;
  /** An amount of it in words: "$6,600 of priority spots". */
  readonly amount?: (value: number) => string;
}

/**
 * Helper columns, for the few rules that are not limits on candidates alone: "spots air only where the break is open"
 * needs a column that says whether the break is open. They take whole values from 0 up.
 */
export interface Auxiliary {
  readonly count: number;
  /** The largest value of each. */
  readonly most: Float64Array;
  /** What each unit scores, in objective units. */
  readonly score: Float64Array;
  /** How helper columns follow from the candidates that are chosen, where the rules say so. */
  readonly blocks?: readonly Block[];
}

/** Helper columns that follow from some candidates alone: "is the day used, and where is its break?" */
export interface Block {
  /** The helper columns, by their numbers in every limit's members. */
  readonly columns: readonly number[];
  /** The candidates that they depend on. */
  readonly candidates: readonly number[];
  /** The best values of the columns when these of the candidates are chosen, in the order of `columns`. */
  readonly values: (chosen: readonly number[]) => readonly number[];
}

/**
 * The limits of one rule: one limit for each group of columns. The use of a group is the sum of the uses of its columns
 * that are chosen; a limit says how large it may be, or what it costs.
 *
 * @example
 * const fair = { rule: 'fairness', groups: 1, members: { group: Int32Array.of(0, 0) }, label: () => 'Ann' };
 * const limits = [{ ...fair, over: [{ at: Float64Array.of(1), price: 6 }], more: () => 'one more for Ann' }];
 * const model = { unit: 1, candidates: 2, score: Float64Array.of(5, 8), tie: Uint32Array.of(1, 2), limits };
 * [...(await solve(model, { seed: 42, seconds: 10 })).chosen] // [1]
 */
export interface Limits {
  /** The rule's name, as in the YAML. */
  readonly rule: string;
  readonly groups: number;
  readonly members: Members;
  /** Hard: no group may use more than `most` or less than `least`. An absent or infinite one is no limit. */
  readonly most?: Float64Array;
  readonly least?: Float64Array;
  /**
   * Soft: every unit of use above `at` costs `price`. Several hinges add up: 200 above 1 and 400 above 2 make the
   * second unit cost 200 and each one after it 600.
   */
  readonly over?: readonly Hinge[];
  /** Soft: every unit of use below `at` costs `price`. */
  readonly under?: readonly Hinge[];
  /** True for hard limits that schedules seldom break. The search leaves each out until a schedule breaks it. */
  readonly lazy?: boolean;
  /**
   * True where a limit is part of the question and no policy: a vehicle cannot be in two places. Nobody can loosen it,
   * so that lists of prices leave it out.
   */
  readonly fixed?: true;
  /** What a person calls this group: "Thursday 25 September", "P0042 and Toyota". */
  readonly label: (group: number) => string;
  /** What loosening it means, for shadow prices: "one more slot on Thursday 25 September". */
  readonly more: (group: number) => string;
  /** So much use, for people: "$1,000", "30 s"; the number where it is absent. */
  readonly amount?: (use: number) => string;
  /**
   * Why one more candidate does not fit beside the chosen ones that use the group, if any: "d1 airs in b2114, 0 s away;
   * spots of Bluebird Diner keep 900 s". For groups whose use says little; else their use and their limit are told.
   */
  readonly why?: (group: number, candidate: number, holders: Int32Array) => string;
  /**
   * True where one unit more stands for a thing of its own, such as a second car of the kind: whatever the first one can
   * do, it can do too, on the same day and for the same partner. Lists of prices then let a candidate be chosen again.
   */
  readonly anew?: true;
  /** What it means to lift a limit altogether, where that is a question of its own beside `more`. */
  readonly lift?: (group: number) => string;
  /** How many units of use `more` means: 1 if absent, 100 where use is in cents and `more` is "one more dollar". */
  readonly per?: number;
  /**
   * How a list of prices loosens it where one unit is too little to matter: by how many units, and what that is in
   * words: "$100 more for the fleet".
   */
  readonly priced?: { readonly step: number; readonly text: (group: number) => string };
}

/** A price, in objective units, for every unit of use beyond a point. */
export interface Hinge {
  /** The point of each group. */
  readonly at: Float64Array;
  readonly price: number;
}

/** Which groups each column is in, and how much of each it uses. */
export type Members =
  | {
      /** Each column is in one group at the most: its index, or -1. Columns beyond the end are in none. */
      readonly group: Int32Array;
      /** Integer use of each column; absent: 1 each. */
      readonly use?: Float64Array;
    }
  | {
      /** Column j is in the groups `group[start[j]] … group[start[j + 1] - 1]`. */
      readonly start: Int32Array;
      readonly group: Int32Array;
      /** Integer use, beside `group`; absent: 1 each. May be negative. */
      readonly use?: Float64Array;
    };

/**
 * How hard to try. Nodes and iterations keep a stopped run reproducible; seconds are only a fuse.
 *
 * @example
 * const model = { unit: 1, candidates: 1, score: Float64Array.of(5), tie: Uint32Array.of(1), limits: [] };
 * (await solve(model, { seed: 42, seconds: 10, nodes: 1000 })).reproducible // true
 */
export interface Effort {
  readonly seed: number;
  /** For all that one question takes: its parts, its priorities one by one, and what improves them. */
  readonly seconds: number;
  /** What is left of the seconds where several questions share them; absent: each has them all. */
  readonly fuse?: Fuse;
  readonly nodes?: number | undefined;
  readonly iterations?: number | undefined;
}

/** Seconds that burn away. */
export interface Fuse {
  readonly left: () => number;
  /** Told how long the solver ran, or how long work took that was counted: what a fuse without a clock burns by. */
  readonly burn: (seconds: number) => void;
}

export type Status = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/**
 * What the solver found, recomputed in integers from the chosen candidates: no rounding error of the solver is in it.
 *
 * @example
 * const slots = { rule: 'slots', groups: 1, members: { group: Int32Array.of(0, 0, 0) }, most: Float64Array.of(2) };
 * const limits = [{ ...slots, label: () => 'Monday', more: () => 'one more slot on Monday' }];
 * const model = { unit: 1, candidates: 3, score: Float64Array.of(5, 8, 3), tie: Uint32Array.of(1, 2, 3), limits };
 * const { status, chosen, net, bound, prices } = await solve(model, { seed: 42, seconds: 10 });
 * [status, [...chosen], net, bound - net] // ['optimal', [0, 1], 13, 0]
 * prices[0][0] / 1e9 // 3
 */
export interface Solution {
  readonly status: Status;
  /** Chosen candidates, ascending. */
  readonly chosen: Int32Array;
  /** Values of the auxiliary columns. */
  readonly auxiliary: Float64Array;
  /** Scores less penalties, in objective units. */
  readonly net: number;
  /** No schedule nets more, in objective units; `gap` = bound - net. */
  readonly bound: number;
  /** Shadow prices of the linear relaxation: for each limit, for each group, in whole billionths of a point. */
  readonly prices: readonly Float64Array[];
  /** False when a limit in seconds stopped the run: the next one may differ. */
  readonly reproducible: boolean;
  readonly work: Work;
  /** For each priority how far it was met, and what proves that no schedule meets it better. */
  readonly priorities?: readonly Reached[];
  /** The model that was solved last, in which limits keep what the priorities reached. Absent without priorities. */
  readonly model?: Model;
  readonly conflict?: Conflict;
}

/** How far a priority was met. */
export interface Reached {
  readonly name: string;
  readonly value: number;
  /** No schedule that keeps the priorities above it reaches more. */
  readonly bound: number;
  /** The model that maximises this priority alone, and the prices that prove the bound. */
  readonly model: Model;
  readonly prices: readonly Float64Array[];
}

/** How the answer was found. */
export interface Work {
  readonly method: 'whole' | 'sifting';
  readonly rounds: number;
  /** Candidates that were handed to the solver, of all that there are. */
  readonly columns: number;
  readonly iterations: number;
  readonly nodes: number;
}

/** A smallest set of limits that cannot hold together: leave out any one and a schedule exists. */
export interface Conflict {
  readonly members: readonly { readonly rule: string; readonly group: number; readonly label: string }[];
  /** The cheapest way out: limits to loosen, and by how many units. */
  readonly relaxation: readonly { readonly rule: string; readonly label: string; readonly by: number }[];
}

/** Prices leave the kernel in whole billionths of a point: one cent of a large budget can cost as little as that. */
export const BILLION = 1e9;
