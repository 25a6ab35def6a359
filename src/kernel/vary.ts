import type { Limits, Model } from './model.ts';

/**
 * The model in which some groups of one rule may use so many units more: their hard limit `most` moves up, and so does
 * every hinge of their penalties for use over it.
 */
export function loosen(model: Model, limits: number, groups: Iterable<number>, by: number): Model {
  const before = model.limits[limits]!;
  const some = new Set(groups);
  const raised = (values: Float64Array): Float64Array =>
    values.map((value, group) => (some.has(group) ? value + by : value));
  const after: Limits = {
    ...before,
    ...(before.most ? { most: raised(before.most) } : {}),
    ...(before.over ? { over: before.over.map((hinge) => ({ ...hinge, at: raised(hinge.at) })) } : {}),
  };
  return { ...model, limits: model.limits.map((each, index) => (index === limits ? after : each)) };
}

/** The model in which each of these sets of candidates must hold at least one that is chosen. */
export function requireOne(model: Model, sets: readonly Int32Array[], label: (set: number) => string): Model {
  const least = new Float64Array(sets.length).fill(1);
  return withLimitsOn(model, sets, { rule: 'pin', least, label, more: (set) => `going without "pin ${label(set)}"` });
}

/** The model in which none of these candidates may be chosen. */
export function forbid(model: Model, candidates: Int32Array, label: string): Model {
  const most = Float64Array.of(0);
  return withLimitsOn(model, [candidates], {
    rule: 'forbid',
    most,
    label: () => label,
    more: () => `one of the rows that "forbid ${label}" forbids`,
    lift: () => `without "forbid ${label}"`,
  });
}

/** The model with one more rule, whose groups are these sets of candidates. */
function withLimitsOn(model: Model, sets: readonly Int32Array[], rest: Omit<Limits, 'groups' | 'members'>): Model {
  const setsOf: number[][] = Array.from({ length: model.candidates }, () => []);
  sets.forEach((set, index) => {
    for (const candidate of set) setsOf[candidate]!.push(index);
  });
  const start = new Int32Array(model.candidates + 1);
  for (let j = 0; j < model.candidates; j++) start[j + 1] = start[j]! + setsOf[j]!.length;
  const members = { start, group: Int32Array.from(setsOf.flat()) };
  return { ...model, limits: [...model.limits, { ...rest, groups: sets.length, members }] };
}

/** The model in which these candidates may be chosen a second time. The copies follow its candidates, in this order. */
export function repeatCandidates(model: Model, candidates: readonly number[]): Model {
  const all = Array.from({ length: model.candidates }, (_, j) => j);
  return keepOnly(model, Int32Array.from([...all, ...candidates]));
}

/**
 * The model over some of its candidates only, numbered anew in the order in which `kept` names them. It serves
 * questions about schedules that can use no others.
 */
export function keepOnly(model: Model, kept: Int32Array): Model {
  const auxiliary = model.auxiliary?.count ?? 0;
  const columns = [...kept, ...Array.from({ length: auxiliary }, (_, k) => model.candidates + k)];
  return {
    ...model,
    candidates: kept.length,
    score: Float64Array.from(kept, (j) => model.score[j]!),
    tie: Uint32Array.from(kept, (j) => model.tie[j]!),
    limits: model.limits.map((limits) => ({ ...limits, members: membersOf(limits, columns) })),
    ...(model.priorities
      ? { priorities: model.priorities.map((p) => ({ ...p, value: Float64Array.from(kept, (j) => p.value[j]!) })) }
      : {}),
  };
}

function membersOf({ members }: Limits, columns: readonly number[]): Limits['members'] {
  if (!('start' in members)) {
    const { group, use } = members;
    const groups = Int32Array.from(columns, (j) => group[j] ?? -1);
    return use ? { group: groups, use: Float64Array.from(columns, (j) => use[j] ?? 0) } : { group: groups };
  }
  const { start, group, use } = members;
  const starts = [0];
  const entries: number[] = [];
  for (const j of columns) {
    for (let k = start[j] ?? 0; k < (start[j + 1] ?? 0); k++) entries.push(k);
    starts.push(entries.length);
  }
  const picked = { start: Int32Array.from(starts), group: Int32Array.from(entries, (k) => group[k]!) };
  return use ? { ...picked, use: Float64Array.from(entries, (k) => use[k]!) } : picked;
}
