/**
 * The immutable description of one decision: which candidates to choose so that their scores, less the penalties
 * of the limits they run into, are greatest. Plain columns, no objects, so that millions of candidates fit.
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
   * What comes first, most important first: each is made as large as possible, whatever it costs those below it and
   * the score. Hard limits hold throughout; penalties count only with the score, which comes last.
   */
  readonly priorities?: readonly Priority[];
  /** Integer helper columns, numbered from `candidates` on in every limit's members. */
  readonly auxiliary?: Auxiliary;
}

/** One aim of a lexicographic order: the value that each candidate adds to it, in whole units of its own. */
export interface Priority {
  readonly name: string;
  readonly value: Float64Array;
  /** So much of it, for people: "$6,600 of priority spots". */
  readonly amount?: (value: number) => string;
}

/** Helper columns for the few rules that are not limits on candidates alone. They take whole values from 0 up. */
export interface Auxiliary {
  readonly count: number;
  /** The largest value of each. */
  readonly most: Float64Array;
  /** What each unit scores, in objective units. */
  readonly score: Float64Array;
}

/**
 * The limits of one rule: one limit for each group of columns.
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
  /** Hard: the group's use may not be more (or less) than this. Absent, or infinite for a group: no such limit. */
  readonly most?: Float64Array;
  readonly least?: Float64Array;
  /** Soft: every unit of use above `at` costs `price`; several hinges add up to a convex, stepwise penalty. */
  readonly over?: readonly Hinge[];
  /** Soft: every unit of use below `at` costs `price`. */
  readonly under?: readonly Hinge[];
  /** Hard limits that hardly ever bind: left out of the search until a schedule breaks one. */
  readonly lazy?: boolean;
  /** What the question itself says, and no policy: nobody can loosen it, so that no price list asks for it. */
  readonly fixed?: true;
  /** What a person calls this group: "Thursday 25 September", "P0042 and Toyota". */
  readonly label: (group: number) => string;
  /** What loosening it means, for shadow prices: "one more slot on Thursday 25 September". */
  readonly more: (group: number) => string;
  /** How many units of use `more` speaks of: 1, or 100 where use is in cents and people think in dollars. */
  readonly per?: number;
  /** By how many of those units a price list loosens it, where one is too few to matter, and what that means. */
  readonly priced?: { readonly step: number; readonly text: (group: number) => string };
}

/** A price, in objective units, for every unit of use beyond a point that each group has for itself. */
export interface Hinge {
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
  readonly seconds: number;
  readonly nodes?: number | undefined;
  readonly iterations?: number | undefined;
}

export type Status = 'optimal' | 'feasible' | 'infeasible' | 'unknown';

/**
 * What the solver found, recomputed in integers. No solver float is in it.
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
  /** For each priority: the value reached, that none can reach more than, and what proves it. */
  readonly priorities?: readonly Reached[];
  /** The model that was solved last: with its priorities held by limits. Absent where it is the model given. */
  readonly model?: Model;
  readonly conflict?: Conflict;
}

/** How far a priority was met. */
export interface Reached {
  readonly name: string;
  readonly value: number;
  readonly bound: number;
  /** The priority alone as a model, and the prices that bound it. */
  readonly model: Model;
  readonly prices: readonly Float64Array[];
}

/** How the answer was found. */
export interface Work {
  readonly method: 'whole' | 'sifting';
  readonly rounds: number;
  /** Columns that the solver ever saw. */
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

/** Prices leave the kernel as whole billionths of a point: a cent of a budget of dollars costs that little. */
export const BILLION = 1e9;
