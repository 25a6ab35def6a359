import { type Airing, type Choice, type Line, linesOf, placeIn } from './airing.ts';
import { type Demand, demandsOf, leastBetween } from './demands.ts';
import type { Cluster } from './search.ts';

/** More spots than this in a clash are not looked for: the orders among them are all tried. */
const MOST = 7;

/**
 * A few spots of a cluster that have no places whatever else stands beside them: even if each could stand anywhere in its
 * break, with silence between, no two at a time. Undefined where there are none, or none so few.
 *
 * Of the spots of a demand those are left out, one after the other, without which there is still no place for the rest.
 */
export function clashOf(choice: Choice, { lines, demands }: Cluster): readonly Airing[] | undefined {
  const inside = lines.flatMap(({ airings }) =>
    airings.filter((one) => airings.some((other) => one !== other && keep(choice, one, other))),
  );
  const linked = [...new Set([...demands.flatMap(({ earlier, later }) => [earlier, later]), ...inside])];
  // Demands of caps depend on who else is there: they are made again for those that are left.
  if (hasPlaces(choice, lines, linked)) return undefined;
  let clash: readonly Airing[] = linked;
  for (const one of linked) {
    const rest = clash.filter((each) => each !== one);
    if (!hasPlaces(choice, lines, rest)) clash = rest;
  }
  return clash.length > MOST ? undefined : clash;
}

const keep = (choice: Choice, a: Airing, b: Airing): boolean =>
  leastBetween(choice, a, b) > 0 || leastBetween(choice, b, a) > 0;

/**
 * Whether spots have places in their breaks, with silence between them. For given orders among the spots of each break
 * that is a system of differences: place(b) >= place(a) + lag, which has an answer where no circle of them is above zero.
 */
function hasPlaces(choice: Choice, lines: readonly Line[], some: readonly Airing[]): boolean {
  const kept = new Set(some.map(({ candidate }) => candidate));
  const own = linesOf(choice, kept);
  if (own.some(({ airings }) => airings.length > MOST)) return true;
  const settled = new Map(lines.filter((line) => line.settled).map((line) => [line.b, line]));
  const demands = demandsFor(choice, own);
  return someOrder(choice, own, 0, [], (orders) => solvable({ choice, orders, demands, settled }));
}

/** The demands among these spots, as if each break were full: any of them may stand last. */
function demandsFor(choice: Choice, lines: readonly Line[]): readonly Demand[] {
  const full = lines.map((line) => ({ ...line, used: choice.world.breaks[line.b]!.seconds }));
  return demandsOf(choice, full);
}

/** Whether some orders of the breaks, one for each, pass the test. */
function someOrder(
  choice: Choice,
  lines: readonly Line[],
  at: number,
  orders: readonly (readonly Airing[])[],
  test: (orders: readonly (readonly Airing[])[]) => boolean,
): boolean {
  const line = lines[at];
  if (line === undefined) return test(orders);
  return permutations(line.airings).some((order) => {
    const next = [...orders, order];
    // Orders that fail already need no others.
    return test(next) && someOrder(choice, lines, at + 1, next, test);
  });
}

function permutations<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((first) => permutations(items.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

interface System {
  readonly choice: Choice;
  readonly orders: readonly (readonly Airing[])[];
  readonly demands: readonly Demand[];
  readonly settled: ReadonlyMap<number, Line>;
}

/** Whether the places of these spots, each from 0 to the last that its break has for it, keep all differences. */
function solvable({ choice, orders, demands, settled }: System): boolean {
  const { world } = choice;
  const { guard } = world.scope.rules;
  const airings = orders.flat();
  const number = new Map(airings.map((airing, k) => [airing.candidate, k]));
  const least = airings.map((airing) => fixedPlace(choice, settled, airing) ?? 0);
  const most = airings.map(
    (airing) => fixedPlace(choice, settled, airing) ?? world.breaks[airing.b]!.seconds - airing.spot.seconds - guard,
  );
  const edges: (readonly [from: number, to: number, lag: number])[] = [];
  for (const order of orders)
    order.forEach((first, k) => {
      for (const second of order.slice(k + 1)) {
        const lag = Math.max(first.spot.seconds + guard, leastBetween(choice, first, second));
        edges.push([number.get(first.candidate)!, number.get(second.candidate)!, lag]);
      }
    });
  for (const { earlier, later, lag } of demands) {
    const [a, b] = [number.get(earlier.candidate), number.get(later.candidate)];
    if (a !== undefined && b !== undefined) edges.push([a, b, lag]);
  }
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
  if (line === undefined) return undefined;
  const own = line.airings.find(({ candidate }) => candidate === airing.candidate);
  return own && placeIn(choice, line, own);
}
