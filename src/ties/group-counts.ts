import type { Model } from '../kernel/model.ts';
import { type Grouping, reachOf, settledSum } from './group-bounds.ts';
import { extended, type Face, limitsOf, type Row } from './optimal-schedules.ts';

/**
 * How many groups have at least one chosen candidate, at least two, and so on: N_1, N_2, … of the optimal schedules.
 * With their sum they say all about how evenly candidates are spread over groups.
 */
export interface Levels {
  /** No schedule has a group with more than so many. */
  readonly highest: number;
  /** The smallest and largest sum of all counts. */
  readonly total: () => Promise<Span | undefined>;
  /** The smallest and largest N_k over the optimal schedules of this sum and these N_1 … N_(k-1). Undefined: none. */
  readonly next: (total: number, before: readonly number[]) => Promise<Span | undefined>;
  /** N_1, N_2, … of a schedule in the face's numbering. */
  readonly of: (chosen: Int32Array) => readonly number[];
}

/** The ends of a range; `exact` where schedules reach both, otherwise nothing lies outside. */
export interface Span {
  readonly least: number;
  readonly most: number;
  readonly exact: boolean;
}

/**
 * Lays out levels over the optimal schedules. A group whose count can only be n or n + 1 needs no column of its own;
 * the others have one for each level, filled from below.
 */
export function levelsOf(face: Face, grouping: Grouping): Levels {
  const layout = layOut(face.model, grouping);
  const { rows, base, columns, model, highest } = layout;
  const counted = [...grouping.group.keys()].filter((j) => grouping.group[j]! >= 0);
  const fixed = (total: number, before: readonly number[]): Model => {
    const sum: Row = { entries: counted.map((j) => [j, 1]), least: total, most: total };
    const held = before.map((value, k): Row => {
      const most = value - (base[k] ?? 0);
      return { entries: rows[k] ?? [], least: most, most };
    });
    return { ...model, limits: [...model.limits, limitsOf('levels', [sum, ...held], columns)] };
  };
  const span = async (within: Model, entries: Row['entries'], constant: number): Promise<Span | undefined> => {
    if (entries.length === 0) {
      const any = await face.extreme(within);
      return any && { least: constant, most: constant, exact: any.reached > -Infinity };
    }
    const most = await face.extreme(scored(within, entries, 1));
    const least = most && (await face.extreme(scored(within, entries, -1)));
    if (!most || !least) return undefined;
    const exact = most.reached === most.bound && least.reached === least.bound;
    return { least: constant - least.bound, most: constant + most.bound, exact };
  };
  const known = new Map<string, Promise<Span | undefined>>();
  const once = (key: string, work: () => Promise<Span | undefined>) => {
    const found = known.get(key) ?? work();
    known.set(key, found);
    return found;
  };
  return {
    highest,
    of: (chosen) => levelsFrom(countsOf(grouping, chosen)),
    total: () =>
      once('total', async () => {
        const sum = settledSum(
          face.model,
          Float64Array.from({ length: face.model.candidates }, (_, j) => (grouping.group[j]! < 0 ? 0 : 1)),
        );
        return sum === undefined
          ? span(
              model,
              counted.map((j) => [j, 1]),
              0,
            )
          : { least: sum, most: sum, exact: true };
      }),
    next: (total, before) =>
      once([total, ...before].join(), () =>
        span(fixed(total, before), rows[before.length] ?? [], base[before.length] ?? 0),
      ),
  };
}

function layOut(face: Model, grouping: Grouping) {
  const { least, most } = reachOf(face, grouping);
  const first = face.candidates + (face.auxiliary?.count ?? 0);
  const highest = most.reduce((a, b) => Math.max(a, b), 0);
  const rows: [number, number][][] = Array.from({ length: highest }, () => []);
  const base = new Array<number>(highest).fill(0);
  const links: Row[] = [];
  let columns = first;
  const members: number[][] = Array.from({ length: grouping.groups }, () => []);
  for (let j = 0; j < face.candidates; j++) if (grouping.group[j]! >= 0) members[grouping.group[j]!]!.push(j);
  members.forEach((own, group) => {
    const [low, high] = [least[group]!, most[group]!];
    for (let k = 0; k < low; k++) base[k]!++;
    if (high === low) return;
    if (high === low + 1) {
      rows[low]!.push(...own.map((j): [number, number] => [j, 1]));
      base[low]! -= low;
      return;
    }
    const steps = Array.from({ length: high - low }, (_, k) => columns + k);
    columns += steps.length;
    steps.forEach((column, k) => {
      rows[low + k]!.push([column, 1]);
      if (k > 0)
        links.push({
          entries: [
            [column, 1],
            [column - 1, -1],
          ],
          most: 0,
        });
    });
    links.push({
      entries: [...own.map((j): [number, number] => [j, 1]), ...steps.map((c): [number, number] => [c, -1])],
      least: low,
      most: low,
    });
  });
  const helpers = {
    most: new Array<number>(columns - first).fill(1),
    score: new Array<number>(columns - first).fill(0),
  };
  const limits = links.length > 0 ? [limitsOf('levels', links, columns)] : [];
  return { rows, base, columns, highest, model: extended(face, new Float64Array(face.candidates), helpers, limits) };
}

function scored(model: Model, entries: Row['entries'], sign: 1 | -1): Model {
  const score = new Float64Array(model.candidates);
  const own = new Float64Array(model.auxiliary?.count ?? 0);
  for (const [column, use] of entries) {
    if (column < model.candidates) score[column]! += sign * use;
    else own[column - model.candidates]! += sign * use;
  }
  return { ...model, score, ...(model.auxiliary && { auxiliary: { ...model.auxiliary, score: own } }) };
}

function countsOf({ groups, group }: Grouping, chosen: Int32Array): Float64Array {
  const counts = new Float64Array(groups);
  for (const j of chosen) if (group[j]! >= 0) counts[group[j]!]!++;
  return counts;
}

/** N_1, N_2, … of counts: how many are at least 1, at least 2, and so on. */
function levelsFrom(counts: Iterable<number>): readonly number[] {
  const levels: number[] = [];
  for (const count of counts) for (let k = 0; k < count; k++) levels[k] = (levels[k] ?? 0) + 1;
  return levels;
}

/**
 * The counts that have these levels, most first.
 *
 * @example
 * countsFrom([3, 1]) // [2, 1, 1]
 */
export const countsFrom = (levels: readonly number[]): readonly number[] =>
  Array.from({ length: levels[0] ?? 0 }, (_, at) => levels.filter((level) => level > at).length);
