import type { LimitRow } from '../../../../policy/rows.ts';
import { type Airing, type Choice, type Line, linesOf } from './airing.ts';
import { type Clash, clashOf } from './clash.ts';
import { type Cluster, clustersOf, ordersOf } from './search.ts';

/**
 * A limit that keeps the breaks of a cluster without orders from holding the same again; the strongest that is found:
 *
 * 1. Spots that have no places whatever else stands beside them: not all of them.
 * 2. Spots that have none unless a break lasts longer: all of them only with so many seconds in it, or, where several
 *    breaks are too short, only with others in these breaks than there are.
 * 3. The spots of as few breaks as have no orders: not these and no others. One more may help, since it can stand between
 *    two competitors; so others count against the limit.
 */
export function causeOf(choice: Choice, cluster: Cluster): LimitRow {
  const lines = fewest(choice, cluster);
  const clash = clashOf(choice, lines);
  if (clash !== undefined) return rowOf(choice, lines, clash);
  const airings = lines.flatMap((line) => line.airings);
  const breaks = new Set(lines.map(({ b }) => b));
  return besides(choice, airings, (j) => breaks.has(choice.all.break[j]!));
}

function rowOf(choice: Choice, lines: readonly Line[], { airings, short }: Clash): LimitRow {
  const { all, world } = choice;
  const columns = airings.map(({ candidate }) => candidate);
  const label = labelOf(choice, airings);
  if (short.size === 0) return { columns, most: columns.length - 1, label };
  if (short.size > 1) {
    const chosen = new Set(lines.flatMap((line) => line.airings.map(({ candidate }) => candidate)));
    return besides(choice, airings, (j) => short.has(all.break[j]!) && !chosen.has(j));
  }
  // need * (those chosen - all but one of them) <= seconds in the break, each spot with its guard.
  const [[at, seconds]] = [...short] as [[number, number]];
  const need = seconds + 1;
  const use = new Map<number, number>();
  for (let j = 0; j < all.count; j++)
    if (all.break[j] === at) use.set(j, 0 - world.spots[all.spot[j]!]!.seconds - world.scope.rules.guard);
  for (const j of columns) use.set(j, (use.get(j) ?? 0) + need);
  return { columns: [...use.keys()], uses: [...use.values()], most: need * (columns.length - 1), label };
}

/** Not all of these without one of those others. */
function besides(choice: Choice, airings: readonly Airing[], others: (candidate: number) => boolean): LimitRow {
  const own = new Set(airings.map(({ candidate }) => candidate));
  const columns = Array.from({ length: choice.all.count }, (_, j) => j).filter((j) => own.has(j) || others(j));
  const uses = columns.map((j) => (own.has(j) ? 1 : -1));
  return { columns, uses, most: own.size - 1, label: labelOf(choice, airings) };
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
  return clusters.every((cluster) => ordersOf(choice, cluster) !== undefined);
}
