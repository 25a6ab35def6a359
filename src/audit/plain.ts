import { Refusal } from '../problems/problem.ts';

/**
 * Candidates and limits as plain data: all that the certificate trusts. The shape is written down here, not imported,
 * so that the audit stands without the solver; whoever built the problem hands it over.
 *
 * Scores and hinge prices are whole numbers of objective units, `unit` of them a point. Uses are whole numbers too.
 */
export interface PlainModel {
  readonly unit: number;
  readonly candidates: number;
  /** Score of each candidate, which is chosen once or not at all. */
  readonly score: Float64Array;
  readonly limits: readonly PlainLimits[];
  /** Columns after the candidates: they take whole values from 0 to `most`. */
  readonly auxiliary?: PlainAuxiliary;
}

export interface PlainAuxiliary {
  readonly count: number;
  readonly most: Float64Array;
  readonly score: Float64Array;
}

/** Limits of one rule, one for each group of columns. */
export interface PlainLimits {
  readonly rule: string;
  readonly groups: number;
  readonly members: PlainMembers;
  readonly most?: Float64Array;
  readonly least?: Float64Array;
  readonly over?: readonly PlainHinge[];
  readonly under?: readonly PlainHinge[];
  readonly label: (group: number) => string;
}

/** `price` for every unit of use beyond `at`; an infinite `at` is never reached. */
export interface PlainHinge {
  readonly at: Float64Array;
  readonly price: number;
}

/** Each column in one group at the most (-1: none), or in the groups `group[start[j]] … group[start[j + 1] - 1]`. */
export type PlainMembers =
  | { readonly group: Int32Array; readonly use?: Float64Array }
  | { readonly start: Int32Array; readonly group: Int32Array; readonly use?: Float64Array };

/** Candidates and auxiliary columns together. */
export function columnsOf(model: PlainModel): number {
  return model.candidates + (model.auxiliary?.count ?? 0);
}

/** The largest value that a column may take. */
export function mostOf(model: PlainModel, column: number): number {
  return column < model.candidates ? 1 : model.auxiliary!.most[column - model.candidates]!;
}

/** What one unit of a column scores, in objective units. */
export function scoreOf(model: PlainModel, column: number): number {
  return column < model.candidates ? model.score[column]! : model.auxiliary!.score[column - model.candidates]!;
}

/** Tells `visit` of every group that the column is in, with its use of it. */
export function visitColumn(
  members: PlainMembers,
  column: number,
  visit: (group: number, use: number, column: number) => void,
): void {
  if ('start' in members) {
    if (column + 1 >= members.start.length) return;
    const end = members.start[column + 1]!;
    for (let at = members.start[column]!; at < end; at++) {
      visit(members.group[at]!, members.use === undefined ? 1 : members.use[at]!, column);
    }
  } else if (column < members.group.length && members.group[column]! >= 0) {
    visit(members.group[column]!, members.use === undefined ? 1 : members.use[column]!, column);
  }
}

/** Tells `visit` of every membership of every column. */
export function visitAll(
  members: PlainMembers,
  columns: number,
  visit: (group: number, use: number, column: number) => void,
): void {
  for (let column = 0; column < columns; column++) visitColumn(members, column, visit);
}

/** The value itself when it is whole and exact in a double; refused otherwise. */
export function whole(value: number, what: () => string): number {
  if (Number.isSafeInteger(value)) return value;
  throw new Refusal([
    {
      message: `${what()} is ${value}, which is no whole number that a double holds exactly`,
      maybe: 'Maybe an amount or a count in the data is far too large.',
    },
  ]);
}

/** The value itself when it is whole, however large; refused where it is a fraction or no number. */
export function integer(value: number, what: () => string): number {
  if (Number.isInteger(value)) return value;
  throw new Refusal([{ message: `${what()} is ${value}, which is no whole number` }]);
}
