import { visitGroups } from '../../kernel/members.ts';
import type { Limits, Model } from '../../kernel/model.ts';

/** What a question about one more candidate is answered from. */
export interface Occupancy {
  readonly model: Model;
  /** Limits that the schedule with one more candidate breaks and the model does not state yet. */
  readonly cuts?: ((chosen: Int32Array) => readonly Limits[]) | undefined;
  /** What a rule is called, by the name that its limits have. */
  readonly title: (rule: string) => string;
  /** A chosen candidate for people. */
  readonly text: (candidate: number) => string;
}

/** So many rows that hold a place are named; of more, only their number is told. */
const NAMED = 3;

/**
 * What in a schedule keeps one more candidate out: every hard limit that it would exceed, with the rows that hold its
 * group. Nothing where it fits.
 *
 * @param chosen The schedule, as candidates, ascending.
 */
export function inTheWay(known: Occupancy, chosen: Int32Array, candidate: number): readonly string[] {
  const { model, title } = known;
  const helpers = helpersOf(model);
  // What only says which helper columns are raised forbids nothing: the limits on the helpers do.
  const hard = model.limits.filter((limits) => limits.most !== undefined && !helpers.definedBy.has(limits));
  const among = (limits: Limits, rows: Int32Array) => widest(fullGroups(helpers, limits, rows, candidate));
  // Where the question itself allows only one of two, the other would go: it is in no other way.
  const others = chosen.filter((j) => j !== candidate);
  const instead = hard.filter(({ fixed }) => fixed).flatMap((limits) => among(limits, others));
  const leaving = new Set(instead.flatMap(({ holders }) => [...holders]));
  const staying = others.filter((j) => !leaving.has(j));
  const found = [...instead, ...hard.filter(({ fixed }) => !fixed).flatMap((limits) => among(limits, staying))];
  const broken = found.length > instead.length ? [] : cutsWith(known, staying, candidate);
  return [
    ...new Set([
      ...found.map((full) => sentence(known, candidate, full)),
      ...broken.map(({ rule, text }) => `${title(rule)}: ${text}`),
    ]),
  ];
}

/** What a schedule with one more candidate breaks, and the model does not state yet. */
function cutsWith({ cuts }: Occupancy, chosen: Int32Array, candidate: number) {
  const broken = cuts?.(Int32Array.from([...chosen, candidate]).sort()) ?? [];
  return broken.flatMap((limits) =>
    groupsWith(limits, [candidate]).map((group) => ({ rule: limits.rule, text: limits.label(group) })),
  );
}

/** A group that has no room for one more candidate. */
interface Full {
  readonly limits: Limits;
  readonly group: number;
  readonly used: number;
  /** What the candidate would use beside those that are chosen. */
  readonly own: number;
  /** The chosen candidates that use the group, ascending. */
  readonly holders: Int32Array;
}

function fullGroups(helpers: Helpers, limits: Limits, chosen: Int32Array, candidate: number): readonly Full[] {
  const columnsOf = (j: number) => [j, ...(helpers.of.get(j) ?? [])];
  return groupsWith(limits, columnsOf(candidate)).flatMap((group) => {
    // Several candidates may raise the same helper column: it counts once.
    const useBy = (rows: Iterable<number>) => useOf(limits, group, new Set([...rows].flatMap(columnsOf)));
    const users = chosen.filter((j) => useBy([j]) !== 0);
    const used = useBy(users);
    const own = useBy([...users, candidate]) - used;
    if (own <= 0 || used + own <= limits.most![group]!) return [];
    return [{ limits, group, used, own, holders: users.filter((j) => useBy([j]) > 0) }];
  });
}

/** Of groups whose holders are all among those of another one, that other one says it all. */
function widest(full: readonly Full[]): readonly Full[] {
  const sorted = full.toSorted((a, b) => b.holders.length - a.holders.length);
  return sorted.filter(
    (one, k) =>
      one.holders.length === 0 ||
      !sorted.slice(0, k).some(({ holders }) => one.holders.every((j) => holders.includes(j))),
  );
}

/** "Capacity (Thursday 25 September): 15 of 15 taken"; the rows that hold it, where they are few. */
function sentence({ title, text }: Occupancy, candidate: number, { limits, group, used, own, holders }: Full): string {
  if (limits.why) return `${title(limits.rule)}: ${limits.why(group, candidate, holders)}`;
  const amount = limits.amount ?? String;
  const most = limits.most![group]!;
  const head = `${title(limits.rule)} (${limits.label(group)})`;
  if (holders.length === 0)
    return own > most && most > 0 ? `${head}: it needs ${amount(own)} of ${amount(most)}` : `${head}: none is allowed`;
  const by = holders.length <= NAMED ? ` by ${Array.from(holders, text).join(' and ')}` : '';
  if (limits.members.use === undefined) return `${head}: ${used} of ${amount(most)} taken${by}`;
  return `${head}: ${amount(used)} of ${amount(most)} used, and it needs ${amount(own)}`;
}

/** The groups of which some columns use something. */
function groupsWith(limits: Limits, columns: Iterable<number>): readonly number[] {
  const groups = new Set<number>();
  for (const column of columns) visitGroups(limits, column, (group, use) => use > 0 && groups.add(group));
  return [...groups];
}

function useOf(limits: Limits, group: number, columns: Iterable<number>): number {
  let uses = 0;
  for (const column of columns)
    visitGroups(limits, column, (own, use) => {
      if (own === group) uses += use;
    });
  return uses;
}

/** Which helper columns each candidate raises, and the limits that say so. */
interface Helpers {
  readonly of: ReadonlyMap<number, readonly number[]>;
  readonly definedBy: ReadonlySet<Limits>;
}

/** A candidate raises a helper column where a limit says: candidates, less the helper, are 0 at the most. */
function helpersOf(model: Model): Helpers {
  const of = new Map<number, number[]>();
  const definedBy = new Set<Limits>();
  for (const limits of model.limits) {
    const helperOf = new Map<number, number>();
    for (let k = 0; k < (model.auxiliary?.count ?? 0); k++)
      visitGroups(limits, model.candidates + k, (group, use) => {
        if (use < 0) helperOf.set(group, model.candidates + k);
      });
    if (helperOf.size === 0) continue;
    definedBy.add(limits);
    for (let j = 0; j < model.candidates; j++)
      visitGroups(limits, j, (group) => {
        const helper = helperOf.get(group);
        const known = of.get(j) ?? [];
        if (helper !== undefined && !known.includes(helper)) of.set(j, [...known, helper]);
      });
  }
  return { of, definedBy };
}
