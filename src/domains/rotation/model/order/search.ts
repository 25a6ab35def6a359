import { type Airing, type Choice, type Line, seatOf } from './airing.ts';
import { competing, type Demand, demandsOf, keepsCaps, leastBetween } from './demands.ts';
import { pressureOn } from './pressure.ts';

/** Orders of some breaks, each from the first spot to the last; undefined: there are none. */
export type Orders = ReadonlyMap<number, readonly Airing[]> | undefined;

/** The search was stopped before it found orders, or that there are none. */
export const STOPPED = 'stopped';

/** How many spots may be tried at a place, in all orders of breaks that depend on each other; first as they would
 * rather stand, then the most urgent first. */
const [MOST_AS_WISHED, MOST_URGENT] = [20_000, 150_000];

/** Breaks whose orders depend on each other, by time, and what they must see to. */
export interface Cluster {
  readonly lines: readonly Line[];
  readonly demands: readonly Demand[];
}

/** The breaks of a schedule, with those together whose orders depend on each other. */
export function clustersOf(choice: Choice, lines: readonly Line[]): readonly Cluster[] {
  const demands = demandsOf(choice, lines);
  const head = new Map(lines.map(({ b }) => [b, b]));
  const root = (b: number): number => {
    const up = head.get(b)!;
    return up === b ? b : root(up);
  };
  const join = (a: number, b: number) => head.set(root(Math.max(a, b)), root(Math.min(a, b)));
  for (const { earlier, later } of demands) join(earlier.b, later.b);
  for (const [a, b] of sharedCaps(choice, lines)) join(a, b);
  const of = new Map<number, { lines: Line[]; demands: Demand[] }>();
  for (const line of lines) {
    const own = of.get(root(line.b));
    if (own) own.lines.push(line);
    else of.set(root(line.b), { lines: [line], demands: [] });
  }
  for (const demand of demands) of.get(root(demand.earlier.b))!.demands.push(demand);
  return [...of.values()];
}

/** Breaks in which a parent has several spots, each with the next break of that parent: its caps may depend on both. */
function sharedCaps({ world: { scope, breaks } }: Choice, lines: readonly Line[]): readonly [number, number][] {
  const window = scope.rules.rolling_seconds;
  if (scope.rules.robust || window === 0) return [];
  const where = new Map<string, number[]>();
  const several = new Set<string>();
  for (const { b, airings } of lines)
    for (const { spot } of airings) {
      const own = where.get(spot.parent) ?? [];
      if (own.at(-1) === b) several.add(spot.parent);
      else where.set(spot.parent, [...own, b]);
    }
  return [...several].flatMap((parent) => {
    const own = where.get(parent)!;
    return own.flatMap((b, k): [number, number][] =>
      k > 0 && breaks[b]!.start - breaks[own[k - 1]!]!.end < window ? [[own[k - 1]!, b]] : [],
    );
  });
}

/**
 * Orders for the breaks of a cluster: in each, competitors never side by side, spots first and last where they are
 * booked, locked positions kept, and distances kept inside the break and to the others. Of all such orders the ones that
 * list the spots of the first break as they would rather stand, then those of the second, and so on. Where these are not
 * found soon, any orders will do.
 */
export function ordersOf(choice: Choice, cluster: Cluster): Orders | typeof STOPPED {
  const asWished = tryOrders(choice, cluster, { most: MOST_AS_WISHED, urgent: false });
  if (asWished !== STOPPED) return asWished;
  // A short break that has no order by itself would be tried again after every order of a long one.
  const alone = cluster.lines.filter(({ airings }) => airings.length <= SHORT);
  const limits = { most: MOST_AS_WISHED, urgent: false };
  if (alone.some((line) => tryOrders(choice, { lines: [line], demands: [] }, limits) === undefined)) return undefined;
  return tryOrders(choice, cluster, { most: MOST_URGENT, urgent: true });
}

/** A break of so few spots has its orders tried soon. */
const SHORT = 8;

interface Trying {
  readonly most: number;
  readonly urgent: boolean;
}

function tryOrders(
  choice: Choice,
  { lines, demands }: Cluster,
  { most: mostTries, urgent }: Trying,
): Orders | typeof STOPPED {
  const { scope } = choice.world;
  const { guard, rolling_seconds: window, robust } = scope.rules;
  const used = new Map(lines.map((line) => [line.b, line.used]));
  const offset = new Map<Airing, number>();
  const orders = new Map<number, readonly Airing[]>();
  const into = groupDemands(demands, ({ later }) => later);
  const out = groupDemands(demands, ({ earlier }) => earlier);
  const linked = linkedOf(choice, lines, demands);
  // The orders of later breaks see of earlier ones only the places of those that they depend on.
  const failed = lines.map(() => new Set<string>());
  let tries = 0;

  const from = (k: number): boolean => {
    const line = lines[k];
    if (line === undefined) return true;
    const seen = stateOf(lines.slice(0, k), linked, offset);
    if (failed[k]!.has(seen)) return false;
    if (inBreak(k, line)) return true;
    failed[k]!.add(seen);
    return false;
  };

  const inBreak = (k: number, own: Line): boolean => {
    const { b, airings, settled } = own;
    const pressure = pressureOn(choice, own);
    const previous = piggybacksIn(airings);
    const followed = new Set(previous.values());
    const distances = robust ? new Map<Airing, never[]>() : distancesIn(choice, airings);
    const least = new Map<Airing, number>();
    const most = new Map<Airing, number>();
    for (const airing of airings) {
      for (const { earlier, lag } of into.get(airing) ?? [])
        if (offset.has(earlier)) raise(least, airing, offset.get(earlier)! + lag);
      for (const { later, lag } of out.get(airing) ?? [])
        lower(most, airing, used.get(later.b)! - later.seconds - guard - lag);
    }
    const hopeless = new Set<string>();
    const line: Airing[] = [];
    const left = new Set(airings);
    const lastPlaceOf = (each: Airing): number =>
      each.spot.position === 'first' ? 1 : (seatOf(choice.world, each) ?? Infinity);
    const place = (at: number): boolean => {
      if (left.size === 0) {
        orders.set(b, [...line]);
        return capsHold(k) && from(k + 1);
      }
      const rest = { left, before: line.at(-1), at, offset };
      if (!settled && !pressure.hasHope(rest)) return false;
      // What is left, what stands last and where the linked ones stand decide whether the rest can be ordered.
      const state = `${airings.map((each) => (left.has(each) ? '1' : '0')).join('')} ${line.at(-1)?.s} ${stateOf([{ airings: line }], linked, offset)}`;
      if (hopeless.has(state)) return false;
      for (const next of settled ? [airings[line.length]!] : urgent ? pressure.urgent(rest) : airings) {
        if (!left.has(next)) continue;
        if (++tries > mostTries) return false;
        const begin = next.seen ?? at;
        if (!fits(next, begin)) continue;
        line.push(next);
        left.delete(next);
        offset.set(next, begin);
        if (place(begin + next.seconds + guard)) return true;
        line.pop();
        left.add(next);
        offset.delete(next);
      }
      hopeless.add(state);
      return false;
    };
    const fits = (next: Airing, at: number): boolean => {
      if (at < (least.get(next) ?? 0) || at > (most.get(next) ?? Infinity)) return false;
      if (settled) return true;
      const spot = line.length + 1;
      if ((seatOf(choice.world, next) ?? spot) !== spot) return false;
      if (next.spot.position === 'first' && spot !== 1) return false;
      if (next.spot.position === 'last' && spot !== airings.length) return false;
      const before = line.at(-1);
      if (before !== undefined && competing(before, next)) return false;
      if (previous.get(next) !== (before !== undefined && followed.has(before) ? before : undefined)) return false;
      const end = at + next.seconds + guard;
      for (const each of left)
        if (each !== next && (end > (most.get(each) ?? Infinity) || lastPlaceOf(each) <= spot)) return false;
      return (distances.get(next) ?? []).every(([each, least]) => left.has(each) || offset.get(each)! + least <= at);
    };
    return place(0);
  };

  const capsHold = (k: number): boolean => {
    if (robust || window === 0) return true;
    const parents = new Set(lines[k]!.airings.map(({ spot }) => spot.parent));
    const starts = lines.slice(0, k + 1).flatMap(({ b }) =>
      orders.get(b)!.flatMap((airing) => {
        if (!parents.has(airing.spot.parent)) return [];
        return [{ airing, start: choice.world.breaks[b]!.start + offset.get(airing)! }];
      }),
    );
    return [...parents].every((parent) =>
      keepsCaps(
        starts.filter(({ airing }) => airing.spot.parent === parent),
        window,
      ),
    );
  };

  if (from(0)) return orders;
  return tries > mostTries ? STOPPED : undefined;
}

/** For each spot of a piggyback, but the first, the one that it follows. */
function piggybacksIn(airings: readonly Airing[]): ReadonlyMap<Airing, Airing> {
  const parts = new Map(airings.map((each) => [`${each.spot.bundle?.part} ${each.spot.bundle?.id}`, each]));
  return new Map(
    airings.flatMap((each): readonly (readonly [Airing, Airing])[] => {
      const { bundle } = each.spot;
      const before = bundle?.pairing === 'piggyback' ? parts.get(`${bundle.part - 1} ${bundle.id}`) : undefined;
      return before === undefined ? [] : [[each, before]];
    }),
  );
}

/** For each spot of a break those that must begin so many seconds before it, where they stand before it. */
function distancesIn(choice: Choice, airings: readonly Airing[]) {
  return new Map(
    airings.map((next) => [
      next,
      airings.flatMap((each): (readonly [Airing, number])[] => {
        const least = each === next ? 0 : leastBetween(choice, each, next);
        return least > 0 ? [[each, least]] : [];
      }),
    ]),
  );
}

/** The spots on whose places anything depends but their own break's order: those of a demand, and those of a cap. */
function linkedOf(choice: Choice, lines: readonly Line[], demands: readonly Demand[]): ReadonlySet<Airing> {
  const linked = new Set(demands.flatMap(({ earlier, later }) => [earlier, later]));
  const count = new Map<string, number>();
  for (const { airings } of lines)
    for (const { spot } of airings) count.set(spot.parent, (count.get(spot.parent) ?? 0) + 1);
  for (const { airings } of lines)
    for (const one of airings)
      if (count.get(one.spot.parent)! > one.spot.cap || airings.some((other) => leastBetween(choice, one, other) > 0))
        linked.add(one);
  return linked;
}

const stateOf = (
  lines: readonly Pick<Line, 'airings'>[],
  linked: ReadonlySet<Airing>,
  offset: ReadonlyMap<Airing, number>,
): string =>
  lines
    .flatMap(({ airings }) => airings.filter((each) => linked.has(each)).map((each) => `${each.s}:${offset.get(each)}`))
    .join(' ');

function groupDemands(
  demands: readonly Demand[],
  key: (demand: Demand) => Airing,
): ReadonlyMap<Airing, readonly Demand[]> {
  const groups = new Map<Airing, Demand[]>();
  for (const demand of demands) {
    const own = groups.get(key(demand));
    if (own) own.push(demand);
    else groups.set(key(demand), [demand]);
  }
  return groups;
}

function raise(map: Map<Airing, number>, airing: Airing, value: number): void {
  map.set(airing, Math.max(map.get(airing) ?? 0, value));
}

function lower(map: Map<Airing, number>, airing: Airing, value: number): void {
  map.set(airing, Math.min(map.get(airing) ?? Infinity, value));
}
