import { columnsOf, visitGroups } from '../members.ts';
import type { Effort, Limits, Model } from '../model.ts';
import { attempt } from '../search/attempt.ts';

/** How many classes a coarse model may have, and how much smaller than the model it must be to be worth it. */
const MOST = { classes: 4000, share: 0.5 };

/**
 * A bound from a coarser model: candidates that look alike to some limits become one whole number, how many of them are
 * chosen. Other limits on candidates alone are added up over the groups that such a class can be in, so that what keeps
 * every one of them keeps their sum; what else cannot be told is left out. "How many lectures of a course are in a room"
 * says more in whole numbers than a relaxation of all lectures does.
 *
 * @returns no schedule nets more, in objective units; Infinity where the model cannot be made much coarser, or where
 * the effort does not suffice to solve it.
 */
export async function coarseBound(model: Model, effort: Effort): Promise<number> {
  const coarse = coarsened(model);
  if (coarse === undefined) return Number.POSITIVE_INFINITY;
  const { solution } = await attempt(coarse, { effort, options: { method: 'whole' } });
  return solution.status === 'optimal' || solution.status === 'feasible' ? solution.bound : Number.POSITIVE_INFINITY;
}

/** The coarser model, in which all columns are whole numbers; undefined where it would not be much smaller. */
function coarsened(model: Model): Model | undefined {
  const kept = new Set<Limits>();
  let classOf: Int32Array = new Int32Array(model.candidates);
  let count = 1;
  const helpers = columnsOf(model) - model.candidates;
  const charged = model.limits.filter(
    (limits) => limits.over || limits.under || limits.least || hasHelpers(model, limits),
  );
  const most = Math.min(MOST.classes, MOST.share * model.candidates);
  // Limits that tell few candidates apart come first.
  const inOrder = charged
    .map((limits) => ({ limits, count: split(limits, new Int32Array(model.candidates)).count }))
    .toSorted((a, b) => a.count - b.count);
  for (const { limits } of inOrder) {
    const finer = split(limits, classOf);
    if (finer.count > most) continue;
    kept.add(limits);
    classOf = finer.classOf;
    count = finer.count;
  }
  if (kept.size === 0 || count > most) return undefined;
  const members: number[][] = Array.from({ length: count }, () => []);
  classOf.forEach((own, j) => {
    members[own]!.push(j);
  });
  const columns = count + helpers;
  const limits = model.limits.flatMap((each): readonly Limits[] => {
    if (kept.has(each)) return [fromFirst(model, each, members)];
    // A sum without its helpers would forbid what they allow: it would be no bound.
    const sums = hasHelpers(model, each) ? undefined : summedUp(model, each, members);
    return sums === undefined ? [] : [sums];
  });
  const ofHelper = <V>(own: (helper: number) => V) => Array.from({ length: helpers }, (_, helper) => own(helper));
  return {
    unit: model.unit,
    candidates: 0,
    score: new Float64Array(0),
    tie: new Uint32Array(0),
    limits,
    auxiliary: {
      count: columns,
      most: Float64Array.from([...members.map(({ length }) => length), ...ofHelper((k) => model.auxiliary!.most[k]!)]),
      score: Float64Array.from([
        ...members.map((own) => own.reduce((most, j) => Math.max(most, model.score[j]!), -Infinity)),
        ...ofHelper((k) => model.auxiliary!.score[k]!),
      ]),
    },
  };
}

/** Whether helper columns are in any group of some limits. */
function hasHelpers(model: Model, limits: Limits): boolean {
  let helped = false;
  for (let column = model.candidates; column < columnsOf(model) && !helped; column++)
    visitGroups(limits, column, () => {
      helped = true;
    });
  return helped;
}

/** Classes of candidates, made finer by one rule's limits: two of a class are in the same groups, with the same use. */
function split(limits: Limits, classOf: Int32Array) {
  const ids = new Map<string, number>();
  const finer = Int32Array.from(classOf, (own, j) => {
    let key = `${own}`;
    visitGroups(limits, j, (group, use) => {
      key += `|${group}:${use}`;
    });
    const known = ids.get(key) ?? ids.size;
    ids.set(key, known);
    return known;
  });
  return { classOf: finer, count: ids.size };
}

/** One use of a group by a column of the coarse model. */
interface Entry {
  readonly column: number;
  readonly group: number;
  readonly use: number;
}

function limitsFrom(limits: Omit<Limits, 'members'>, columns: number, entries: readonly Entry[]): Limits {
  const start = new Int32Array(columns + 1);
  for (const { column } of entries) start[column + 1]!++;
  for (let column = 0; column < columns; column++) start[column + 1]! += start[column]!;
  const next = start.slice();
  const group = new Int32Array(entries.length);
  const use = new Float64Array(entries.length);
  for (const each of entries) {
    group[next[each.column]!] = each.group;
    use[next[each.column]!++] = each.use;
  }
  return { ...limits, members: { start, group, use } };
}

/** Limits that all candidates of a class use alike. */
function fromFirst(model: Model, limits: Limits, members: readonly (readonly number[])[]): Limits {
  const entries: Entry[] = [];
  members.forEach((own, column) => {
    visitGroups(limits, own[0]!, (group, use) => entries.push({ column, group, use }));
  });
  const columns = members.length + columnsOf(model) - model.candidates;
  for (let column = members.length; column < columns; column++)
    visitGroups(limits, model.candidates + column - members.length, (group, use) =>
      entries.push({ column, group, use }),
    );
  return limitsFrom(limits, columns, entries);
}

/** The sums of limits over all groups that a class can be in. Undefined where nothing is left to say. */
function summedUp(model: Model, limits: Limits, members: readonly (readonly number[])[]): Limits | undefined {
  if (limits.most === undefined) return undefined;
  const joined = joinedGroups(limits, members);
  const most = new Float64Array(joined.count);
  limits.most.forEach((own, group) => {
    most[joined.of[group]!]! += own;
  });
  const entries: Entry[] = [];
  members.forEach((own, column) => {
    // What every candidate of the class uses at the least.
    let least: Map<number, number> | undefined;
    for (const j of own) {
      const uses = new Map<number, number>();
      visitGroups(limits, j, (group, use) => {
        const sum = joined.of[group]!;
        uses.set(sum, (uses.get(sum) ?? 0) + use);
      });
      const before = least;
      least =
        before === undefined
          ? uses
          : new Map(
              [...new Set([...before.keys(), ...uses.keys()])].map((sum) => [
                sum,
                Math.min(before.get(sum) ?? 0, uses.get(sum) ?? 0),
              ]),
            );
    }
    for (const [group, use] of least ?? []) if (use !== 0) entries.push({ column, group, use });
  });
  if (entries.length === 0) return undefined;
  const columns = members.length + columnsOf(model) - model.candidates;
  const { rule, label, more } = limits;
  return limitsFrom({ rule, label, more, groups: joined.count, most }, columns, entries);
}

/** Groups that candidates of one class are in, joined; numbered anew. */
function joinedGroups({ groups, members: own }: Limits, members: readonly (readonly number[])[]) {
  const parent = Int32Array.from({ length: groups }, (_, group) => group);
  const rootOf = (group: number): number => {
    let root = group;
    while (parent[root] !== root) root = parent[root]!;
    parent[group] = root;
    return root;
  };
  const limits = { members: own } as Limits;
  for (const some of members) {
    let first = -1;
    for (const j of some)
      visitGroups(limits, j, (group) => {
        if (first < 0) first = rootOf(group);
        else parent[rootOf(group)] = first;
      });
  }
  const numbers = new Map<number, number>();
  const of = Int32Array.from({ length: groups }, (_, group) => {
    const root = rootOf(group);
    const known = numbers.get(root) ?? numbers.size;
    numbers.set(root, known);
    return known;
  });
  return { of, count: numbers.size };
}
