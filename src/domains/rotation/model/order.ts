import type { Schedule } from '../../../domain.ts';
import type { Candidates } from '../../../policy/candidates.ts';
import { airingsOf } from '../rules/rows/airings.ts';
import { limitsBeside } from '../rules/rows/history.ts';
import type { Spot } from '../world/spots.ts';
import type { RotationAxis, World } from '../world/world.ts';

/** Whether two spots compete: they share a category, and are not of one parent. */
const competing = (a: Spot, b: Spot): boolean =>
  a.parent !== b.parent && a.categories.some((category) => b.categories.includes(category));

/**
 * An order of a break's spots: competitors never side by side, first and last where they are booked, fixed positions
 * kept. Of all such orders the one that lists tiers, then values, then ids earliest. Undefined: there is none.
 *
 * @param seat the position (from 1) that a spot must have; undefined: any
 */
function orderOf(spots: readonly Spot[], seat: (spot: Spot) => number | undefined): readonly Spot[] | undefined {
  const ranked = [...spots].sort((a, b) => a.tier - b.tier || b.value - a.value || (a.id < b.id ? -1 : 1));
  const count = ranked.length;
  const fits = (spot: Spot, place: number): boolean =>
    (spot.position !== 'first' || place === 1) &&
    (spot.position !== 'last' || place === count) &&
    (seat(spot) ?? place) === place;
  // What is left and what stands last decide whether the rest can be ordered: never try the same twice.
  const hopeless = new Set<number>();
  const extend = (line: readonly number[], left: number): readonly number[] | undefined => {
    if (left === 0) return line;
    const before = line.at(-1);
    const state = left * (count + 1) + (before ?? count);
    if (hopeless.has(state)) return undefined;
    for (let k = 0; k < count; k++) {
      if ((left & (1 << k)) === 0 || !fits(ranked[k]!, line.length + 1)) continue;
      if (before !== undefined && competing(ranked[before]!, ranked[k]!)) continue;
      const found = extend([...line, k], left & ~(1 << k));
      if (found) return found;
    }
    hopeless.add(state);
    return undefined;
  };
  return extend([], 2 ** count - 1)?.map((k) => ranked[k]!);
}

/** Each break's chosen candidates, in an order that may air, where there is one. */
interface Line {
  readonly break: number;
  readonly chosen: readonly number[];
  readonly order: readonly Spot[] | undefined;
}

/** The candidates of a world, and those of a solution. */
interface Choice {
  readonly world: World;
  readonly all: Candidates<RotationAxis>;
}

/** The breaks of a solution, put in order. What has aired stands as it was published. */
function linesOf({ world, all }: Choice, chosen: Int32Array): readonly Line[] {
  const inside = new Map<number, number[]>();
  for (const j of chosen) {
    const b = all.break[j]!;
    inside.set(b, [...(inside.get(b) ?? []), j]);
  }
  const indexOf = new Map(world.spots.map((spot, s) => [spot, s]));
  const fixedAt = (spot: Spot) => world.fixed.get(indexOf.get(spot)!);
  return [...inside]
    .sort(([a], [b]) => a - b)
    .map(([b, own]) => {
      const spots = own.map((j) => world.spots[all.spot[j]!]!);
      const published = [...spots].sort(
        (x, y) => (fixedAt(x)?.position ?? 0) - (fixedAt(y)?.position ?? 0) || (x.id < y.id ? -1 : 1),
      );
      const past = world.breaks[b]!.aired || spots.every((spot) => fixedAt(spot)?.why === 'history');
      const seat = (spot: Spot) => {
        const fixed = fixedAt(spot);
        return fixed?.why === 'lock' ? (fixed.position ?? undefined) : undefined;
      };
      return { break: b, chosen: own, order: past ? published : orderOf(spots, seat) };
    });
}

/** The log of a solution: every spot with its break and its position, by spot. */
export function logOf(choice: Choice, chosen: Int32Array): Schedule {
  return linesOf(choice, chosen)
    .flatMap(({ break: b, order }) =>
      (order ?? []).map((spot, k) => ({ spot: spot.id, break: choice.world.breaks[b]!.id, position: k + 1 })),
    )
    .sort((a, b) => (a.spot < b.spot ? -1 : 1));
}

/**
 * For each break whose spots cannot be ordered: these spots and no other may not be in it. One more may help, since it
 * can stand between two competitors; so others count against the limit.
 */
export function cutsOf({ world, all, columns }: Choice & { readonly columns: number }, chosen: Int32Array) {
  const rows = linesOf({ world, all }, chosen)
    .filter(({ order }) => order === undefined)
    .map(({ break: b, chosen: own }) => {
      const inside = Array.from({ length: all.count }, (_, j) => j).filter((j) => all.break[j] === b);
      const { id, local, date } = world.breaks[b]!;
      const names = own.map((j) => world.spots[all.spot[j]!]!.id).join(', ');
      return {
        columns: inside,
        uses: inside.map((j) => (own.includes(j) ? 1 : -1)),
        most: own.length - 1,
        label: `${names} in ${id}, ${local} on ${date}`,
      };
    });
  const more = (label: string) => `an order for ${label}`;
  return limitsBeside(airingsOf({ world, all }), { rule: 'adjacency', rows, columns, more });
}
