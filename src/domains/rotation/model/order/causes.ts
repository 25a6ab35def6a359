import type { LimitRow } from '../../../../policy/rows.ts';
import { type Airing, type Choice, type Line, linesOf, placeIn } from './airing.ts';
import { clashOf } from './clash.ts';
import { type Cluster, clustersOf, ordersOf } from './search.ts';

/**
 * Limits that keep a cluster without orders from being chosen again. The strongest that is found:
 *
 * 1. Two spots that are too near to each other, unless others stand before the later one: so many seconds of others.
 * 2. Spots that have no places whatever else stands beside them: not all of them.
 * 3. The spots of as few breaks as have no orders: not these and no others. One more may help, since it can stand
 *    between two competitors, or fill the time before a spot; so others count against the limit.
 */
export function causesOf(choice: Choice, cluster: Cluster): readonly LimitRow[] {
  const fills = fillsOf(choice, cluster);
  if (fills.length > 0) return fills;
  const clash = clashOf(choice, cluster);
  if (clash !== undefined)
    return [
      { columns: clash.map(({ candidate }) => candidate), most: clash.length - 1, label: labelOf(choice, clash) },
    ];
  const few = fewest(choice, cluster);
  const own = new Set(few.flatMap(({ airings }) => airings.map(({ candidate }) => candidate)));
  const breaks = new Set(few.map(({ b }) => b));
  const columns = columnsIn(choice, (b) => breaks.has(b));
  const airings = few.flatMap((line) => line.airings);
  const uses = columns.map((j) => (own.has(j) ? 1 : -1));
  return [{ columns, uses, most: own.size - 1, label: labelOf(choice, airings) }];
}

/** "a1, b1 in b2014, 20:14 on 2025-03-10; c1 in b2044, 20:44 on 2025-03-10". */
function labelOf({ world }: Choice, airings: readonly Airing[]): string {
  const breaks = [...new Set(airings.map(({ b }) => b))].sort((a, b) => a - b);
  const texts = breaks.map((b) => {
    const { id, local, date } = world.breaks[b]!;
    const names = airings.filter((each) => each.b === b).map(({ spot }) => spot.id);
    return `${names.join(', ')} in ${id}, ${local} on ${date}`;
  });
  return texts.join('; ');
}

const columnsIn = ({ all }: Choice, within: (b: number) => boolean): readonly number[] =>
  Array.from({ length: all.count }, (_, j) => j).filter((j) => within(all.break[j]!));

/**
 * For each pair that is too near, though the earlier one stands first and the later one last: a limit by which both are
 * chosen only with enough seconds of others before the later one.
 */
function fillsOf(choice: Choice, { lines, demands }: Cluster): readonly LimitRow[] {
  const { guard } = choice.world.scope.rules;
  const lineOf = new Map(lines.map((line) => [line.b, line]));
  return demands.flatMap(({ earlier, later, lag }): readonly LimitRow[] => {
    const [first, second] = [lineOf.get(earlier.b)!, lineOf.get(later.b)!];
    if (second.settled) return [];
    const need = (first.settled ? placeIn(choice, first, earlier) : 0) + lag;
    const fill = second.used - later.spot.seconds - guard;
    if (fill >= need) return [];
    const room = choice.world.breaks[later.b]!.seconds - later.spot.seconds - guard;
    const label = labelOf(choice, [earlier, later]);
    const pair = [earlier.candidate, later.candidate];
    if (need > room) return [{ columns: pair, most: 1, label }];
    const { all, world } = choice;
    const others = columnsIn(choice, (b) => b === later.b).filter((j) => all.spot[j] !== later.s);
    return [
      {
        columns: [...pair, ...others],
        uses: [need, need, ...others.map((j) => 0 - world.spots[all.spot[j]!]!.seconds - guard)],
        most: need,
        label,
      },
    ];
  });
}

/** As few breaks of a cluster as have no orders by themselves: leaving out any one more, the rest has. */
function fewest(choice: Choice, cluster: Cluster): readonly Line[] {
  let lines = cluster.lines;
  for (const line of cluster.lines) {
    const rest = lines.filter((each) => each !== line);
    if (rest.length > 0 && !orderable(choice, rest)) lines = rest;
  }
  return lines;
}

function orderable(choice: Choice, lines: readonly Line[]): boolean {
  const chosen = lines.flatMap(({ airings }) => airings.map(({ candidate }) => candidate));
  const clusters = clustersOf(choice, linesOf(choice, chosen));
  return clusters.every((cluster) => ordersOf(choice, cluster) instanceof Map);
}
