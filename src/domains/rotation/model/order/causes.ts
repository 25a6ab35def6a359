import type { LimitRow } from '../../../../policy/rows.ts';
import { type Airing, type Choice, type Line, linesOf } from './airing.ts';
import { type Clash, clashOf } from './clash.ts';
import { leastBetween } from './demands.ts';
import { type Cluster, clustersOf, ordersOf } from './search.ts';

/** A limit, and whether it is known that no orders are forbidden by it that the rules allow. */
export interface Cause {
  readonly row: LimitRow;
  readonly proven: boolean;
}

/**
 * A limit that keeps the breaks of a cluster without orders from holding the same again; the strongest that is found:
 *
 * 1. Spots that have no places whatever else stands beside them: not all of them.
 * 2. Spots that have none unless a break lasts longer: all of them only with so many seconds in it, or, where several
 *    breaks are too short, only with others in these breaks than there are.
 * 3. The spots of as few breaks as have no orders: not these and no others. One more may help, since it can stand between
 *    two competitors; so others count against the limit.
 *
 * Where the search for orders gave up, the first two are proven all the same, and so is the third of fewer breaks.
 */
export function causeOf(choice: Choice, cluster: Cluster, gaveUp: boolean): Cause {
  const lines = fewest(choice, cluster);
  const clash = clashOf(choice, lines);
  if (clash !== undefined) return { row: rowOf(choice, lines, clash), proven: true };
  const airings = lines.flatMap((line) => line.airings);
  const breaks = new Set(lines.map(({ b }) => b));
  const columns = airings.map(({ candidate }) => candidate);
  const row = { columns, most: columns.length - 1, label: labelOf(choice, airings) };
  return {
    row: besides(choice, row, (j) => breaks.has(choice.all.break[j]!)),
    proven: !gaveUp || lines.length < cluster.lines.length,
  };
}

function rowOf(choice: Choice, lines: readonly Line[], { airings, short }: Clash): LimitRow {
  const { all, world } = choice;
  const columns = airings.flatMap((airing) => standInsOf(choice, airing, airings));
  const label = labelOf(choice, airings);
  const most = airings.length - 1;
  if (short.size === 0) return { columns, most, label };
  if (short.size > 1) {
    const chosen = new Set([...columns, ...lines.flatMap((line) => line.airings.map(({ candidate }) => candidate))]);
    return besides(choice, { columns, most, label }, (j) => short.has(all.break[j]!) && !chosen.has(j));
  }
  // need * (those chosen - all but one of them) <= seconds in the break, each spot with its guard.
  const [[at, seconds]] = [...short] as [[number, number]];
  const need = seconds + 1;
  const use = new Map<number, number>();
  for (let j = 0; j < all.count; j++)
    if (all.break[j] === at) use.set(j, 0 - world.spots[all.spot[j]!]!.seconds - world.scope.rules.guard);
  for (const j of columns) use.set(j, (use.get(j) ?? 0) + need);
  return { columns: [...use.keys()], uses: [...use.values()], most: need * most, label };
}

/**
 * The candidates that can stand for one of a clash: in the same break, as long, and no less demanding to any of the
 * others. Of them one at the most can be chosen; where two could be, the candidate stands for itself alone.
 */
function standInsOf(choice: Choice, airing: Airing, clash: readonly Airing[]): readonly number[] {
  const { world } = choice;
  const { spot, b } = airing;
  const others = clash.filter((each) => each !== airing);
  if (airing.happened || others.some((each) => each.b === b && each.spot.parent === spot.parent))
    return [airing.candidate];
  const lines = linesOf(choice, columnsIn(choice, b));
  const able = (lines[0]?.airings ?? []).filter(
    (each) =>
      !each.happened &&
      each.spot.parent === spot.parent &&
      each.spot.seconds === spot.seconds &&
      each.spot.cap <= spot.cap &&
      (spot.position !== 'first' || each.spot.position === 'first') &&
      others.every(
        (other) =>
          leastBetween(choice, each, other) >= leastBetween(choice, airing, other) &&
          leastBetween(choice, other, each) >= leastBetween(choice, other, airing),
      ),
  );
  const farthest = world.breaks[b]!.seconds - world.scope.rules.guard - spot.seconds;
  const excludes = (x: Airing, y: Airing) => x.s === y.s || leastBetween(choice, x, y) > farthest;
  const isOne = able.every((x, k) => able.slice(k + 1).every((y) => excludes(x, y)));
  return isOne ? able.map(({ candidate }) => candidate) : [airing.candidate];
}

const columnsIn = ({ all }: Choice, b: number): readonly number[] =>
  Array.from({ length: all.count }, (_, j) => j).filter((j) => all.break[j] === b);

/** A row that does not hold against a schedule with one of those others. */
function besides(choice: Choice, { columns: own, ...row }: LimitRow, others: (candidate: number) => boolean): LimitRow {
  const chosen = new Set(own);
  const columns = Array.from({ length: choice.all.count }, (_, j) => j).filter((j) => chosen.has(j) || others(j));
  return { ...row, columns, uses: columns.map((j) => (chosen.has(j) ? 1 : -1)) };
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
