import type { GroupsFormula, SumFormula } from '../audit/metric/formula.ts';
import type { Model } from '../kernel/model.ts';
import { reachOf } from './group-bounds.ts';
import { extended, limitsOf, type Row } from './optimal-schedules.ts';

/** A model whose greatest score, plus `constant`, is the greatest (or, with the sign changed, least) sum. */
export interface Climb {
  readonly model: Model;
  readonly constant: number;
  /** Nothing is left to choose: the sum is `constant` in every schedule. */
  readonly settled: boolean;
}

/** A stretch of steps over which each adds the same. */
interface Segment {
  readonly width: number;
  readonly slope: number;
}

/** More steps than this in one group are not laid out. */
const MOST_STEPS = 200_000;

/** The model in which the score is sign * the sum of a metric; undefined where it cannot be laid out. */
export const climbing = (face: Model, formula: SumFormula | GroupsFormula, sign: 1 | -1): Climb | undefined =>
  formula.kind === 'groups'
    ? climbingGroups(face, formula, sign)
    : { model: { ...face, score: formula.value.map((each) => sign * each) }, constant: 0, settled: false };

/**
 * The model in which the score is sign * the sum that groups add. A group whose sum is linear in its use adds to the
 * score of its candidates; for any other, its use is split into columns, one for each stretch of equal slope. Where
 * later stretches would pay more than earlier ones, a switch lets a stretch begin only when the one before it is full.
 *
 * Undefined where a group has too many steps to be laid out.
 *
 * @param formula Groups of the candidates of `face`, as it numbers them.
 */
function climbingGroups(face: Model, formula: GroupsFormula, sign: 1 | -1): Climb | undefined {
  const reach = reachOf(face, formula);
  const score = new Float64Array(face.candidates);
  const membersOf = candidatesBy(formula, face.candidates);
  const most: number[] = [];
  const worth: number[] = [];
  const rows: Row[] = [];
  const first = face.candidates + (face.auxiliary?.count ?? 0);
  const column = (width: number, slope: number) => {
    most.push(width);
    worth.push(slope);
    return first + most.length - 1;
  };
  let constant = 0;
  for (let group = 0; group < formula.groups; group++) {
    const step = reach.step[group]! || 1;
    const least = reach.least[group]!;
    if ((reach.most[group]! - least) / step > MOST_STEPS) return undefined;
    constant += sign * formula.adds(group, least);
    const segments = segmentsOf(formula, group, least, reach.most[group]!, step, sign);
    if (segments.every(({ slope }) => slope === 0)) continue;
    if (segments.length === 1) {
      const { slope } = segments[0]!;
      for (const j of membersOf[group]!) score[j]! += slope * (useOf(formula, j) / step);
      constant -= slope * (least / step);
      continue;
    }
    const parts = segments.map(({ width, slope }) => column(width, slope));
    const taken = membersOf[group]!.map((j): [number, number] => [j, useOf(formula, j) / step]);
    rows.push({
      entries: [...taken, ...parts.map((part): [number, number] => [part, -1])],
      least: least / step,
      most: least / step,
    });
    if (concave(segments)) continue;
    for (let k = 1; k < parts.length; k++) {
      const open = column(1, 0);
      rows.push({
        entries: [
          [parts[k]!, 1],
          [open, -segments[k]!.width],
        ],
        most: 0,
      });
      rows.push({
        entries: [
          [open, segments[k - 1]!.width],
          [parts[k - 1]!, -1],
        ],
        most: 0,
      });
    }
  }
  const settled = rows.length === 0 && score.every((value) => value === 0);
  const limits = rows.length > 0 ? [limitsOf('groups', rows, first + most.length)] : [];
  return { model: extended(face, score, { most, score: worth }, limits), constant, settled };
}

function segmentsOf(
  formula: GroupsFormula,
  group: number,
  least: number,
  most: number,
  step: number,
  sign: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  for (let use = least; use < most; use += step) {
    const slope = sign * (formula.adds(group, use + step) - formula.adds(group, use));
    const last = segments.at(-1);
    if (last?.slope === slope) segments[segments.length - 1] = { width: last.width + 1, slope };
    else segments.push({ width: 1, slope });
  }
  return segments;
}

const concave = (segments: readonly Segment[]): boolean =>
  segments.every(({ slope }, k) => k === 0 || slope <= segments[k - 1]!.slope);

const useOf = (formula: GroupsFormula, j: number): number => formula.use?.[j] ?? 1;

function candidatesBy({ groups, group }: GroupsFormula, candidates: number): readonly number[][] {
  const of: number[][] = Array.from({ length: groups }, () => []);
  for (let j = 0; j < candidates; j++) if (group[j]! >= 0) of[group[j]!]!.push(j);
  return of;
}
