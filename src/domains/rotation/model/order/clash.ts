import { type Airing, type Choice, type Line, linesOf, placeIn } from './airing.ts';
import { type Demand, demandsOf, leastBetween } from './demands.ts';

/** More spots than this in one break are not looked at: all orders among them are tried. */
const MOST = 6;

/** How many systems of places may be tried before a question is given up; then there are places, for all that is known. */
const MOST_TRIES = 20_000;

/** Spots that have no places in their breaks. */
export interface Clash {
  readonly airings: readonly Airing[];
  /**
   * The breaks that would have to hold more for there to be places, and how many seconds each holds; empty where there
   * are none whatever stands beside them.
   */
  readonly short: ReadonlyMap<number, number>;
}

/**
 * A few spots of these breaks that have no places, even if each could stand anywhere with silence between, as long as its
 * break does not last longer than it does now, or, better, than it can. Of the spots that keep a distance those are left
 * out, one after the other, without which there is still no place for the rest. Undefined where there are none.
 */
export function clashOf(choice: Choice, lines: readonly Line[]): Clash | undefined {
  const linked = linkedIn(choice, lines);
  const used = new Map(lines.map((line) => [line.b, line.used]));
  const full = new Map(lines.map(({ b }) => [b, choice.world.breaks[b]!.seconds]));
  const settled = new Map(lines.filter((line) => line.settled).map((line) => [line.b, line]));
  const hasPlaces = (some: readonly Airing[], ends: ReadonlyMap<number, number>) =>
    placesFor({ choice, settled, ends }, some);
  if (!hasPlaces(linked, full)) return { airings: fewest(linked, (some) => !hasPlaces(some, full)), short: new Map() };
  if (hasPlaces(linked, used)) return undefined;
  const airings = fewest(linked, (some) => !hasPlaces(some, used));
  // Which of the breaks are too short: the others may be as long as they can.
  const ends = new Map(used);
  for (const [b, end] of full) {
    ends.set(b, end);
    if (hasPlaces(airings, ends)) ends.set(b, used.get(b)!);
  }
  const short = [...ends].filter(([b, end]) => end < full.get(b)!);
  const [only] = short;
  if (short.length !== 1 || only === undefined) return { airings, short: new Map(short) };
  // One second less than they need.
  let [low, high] = [only[1], full.get(only[0])!];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (hasPlaces(airings, ends.set(only[0], middle))) high = middle;
    else low = middle;
  }
  return { airings, short: new Map([[only[0], low]]) };
}

/** Spots that keep a distance to another of these breaks, or of their own; and those that are booked first. */
function linkedIn(choice: Choice, lines: readonly Line[]): readonly Airing[] {
  const keep = (a: Airing, b: Airing) => leastBetween(choice, a, b) > 0 || leastBetween(choice, b, a) > 0;
  const inside = lines.flatMap(({ airings }) =>
    airings.filter((one) => airings.some((other) => one !== other && keep(one, other))),
  );
  const across = demandsOf(choice, lines).flatMap(({ earlier, later }) => [earlier, later]);
  const first = lines.flatMap(({ airings }) => airings.filter(isFirst));
  return [...new Set([...across, ...inside, ...first])];
}

/** Whether a spot must stand first. What has happened stands where it stood. */
const isFirst = ({ spot, happened }: Airing): boolean => !happened && spot.position === 'first';

/** As few of them as pass the test: leaving out any one more, the rest does not. */
function fewest<T>(all: readonly T[], passes: (some: readonly T[]) => boolean): readonly T[] {
  let kept = all;
  for (const one of all) {
    const rest = kept.filter((each) => each !== one);
    if (passes(rest)) kept = rest;
  }
  return kept;
}

/** What places are looked for in: until when each break lasts, and which of them are settled. */
interface Frame {
  readonly choice: Choice;
  readonly settled: ReadonlyMap<number, Line>;
  readonly ends: ReadonlyMap<number, number>;
}

/**
 * Whether spots have places in their breaks, with silence between them. For given orders among the spots of each break
 * that is a system of differences: place(b) >= place(a) + lag, which has an answer where no circle of them is above zero.
 */
function placesFor(frame: Frame, some: readonly Airing[]): boolean {
  const { choice, ends } = frame;
  const own = linesOf(
    choice,
    some.map(({ candidate }) => candidate),
  );
  if (own.some(({ airings }) => airings.length > MOST)) return true;
  // Any of them may stand last: caps and distances are asked for as if each break were full.
  const demands = demandsOf(
    choice,
    own.map((line) => ({ ...line, used: ends.get(line.b)! })),
  );
  let tries = 0;
  const someOrder = (at: number, orders: readonly (readonly Airing[])[]): boolean => {
    const line = own[at];
    if (line === undefined) return true;
    return permutations(line.airings).some((order) => {
      const next = [...orders, order];
      if (order.some((each, k) => k > 0 && isFirst(each))) return false;
      if (++tries > MOST_TRIES) return true;
      // Orders that fail already need no others.
      return solvable(frame, next, demands) && someOrder(at + 1, next);
    });
  };
  return someOrder(0, []);
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first) => permutations(items.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

/** Whether the places of these spots, each from 0 to the last that its break has for it, keep all differences. */
function solvable(
  { choice, settled, ends }: Frame,
  orders: readonly (readonly Airing[])[],
  demands: readonly Demand[],
): boolean {
  const { guard } = choice.world.scope.rules;
  const airings = orders.flat();
  const number = new Map(airings.map((airing, k) => [airing.candidate, k]));
  const fixed = airings.map((airing) => fixedPlace(choice, settled, airing));
  const least = airings.map((_, k) => fixed[k] ?? 0);
  const most = airings.map((airing, k) => {
    const { b, seconds } = airing;
    return fixed[k] ?? (isFirst(airing) ? 0 : ends.get(b)! - seconds - guard);
  });
  const edges: (readonly [from: number, to: number, lag: number])[] = [];
  for (const order of orders)
    order.forEach((first, k) => {
      for (const second of order.slice(k + 1)) {
        const [a, b] = [number.get(first.candidate)!, number.get(second.candidate)!];
        // What was seen stands where it was seen, be it nearer than it may.
        if (fixed[a] !== undefined && fixed[b] !== undefined) continue;
        edges.push([a, b, Math.max(first.seconds + guard, leastBetween(choice, first, second))]);
      }
    });
  for (const { earlier, later, lag } of demands) {
    const [a, b] = [number.get(earlier.candidate), number.get(later.candidate)];
    if (a !== undefined && b !== undefined) edges.push([a, b, lag]);
  }
  if (least.some((place, k) => place > most[k]!)) return false;
  // Longest paths: a place that is raised beyond its last one shows that there is no answer.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [a, b, lag] of edges) {
      if (least[a]! + lag <= least[b]!) continue;
      least[b] = least[a]! + lag;
      if (least[b]! > most[b]!) return false;
      changed = true;
    }
  }
  return true;
}

function fixedPlace(choice: Choice, settled: ReadonlyMap<number, Line>, airing: Airing): number | undefined {
  const line = settled.get(airing.b);
  const own = line?.airings.find(({ candidate }) => candidate === airing.candidate);
  return line && own && placeIn(choice, line, own);
}
