import type { Limits } from '../../../../kernel/model.ts';
import { groupsBy, type LimitRow } from '../../../../policy/rows.ts';
import type { Spot } from '../../world/spots.ts';
import type { Airings } from './airings.ts';
import { breaksIn, endToStart, roomFor, runsOf } from './windows.ts';

/** Which cap of a spot is meant; null: it has none. */
export type CapOf = (spot: Spot) => number | null;

/** Candidates of one parent whose number a cap limits, and what they are called. */
export interface Capped {
  readonly columns: readonly number[];
  readonly capOf: CapOf;
  readonly label: string;
}

/**
 * Rows that hold the number of chosen candidates of `columns`, all of one parent, at or below the least cap among the
 * chosen ones. One cap for all: one row. Where caps differ: spots of one parent keep a distance, so that of those in a
 * short run one at the most is chosen; if one of them has the strict cap c, it alone uses up what the others lose:
 *
 *     all + (most - c) * (those of cap c in the run) <= most
 *
 * Tighter than an indicator with the same meaning, and it needs no helper column. What has happened keeps no distance:
 * its caps hold without a condition, since it is chosen for certain.
 */
export function capRows(airings: Airings, { columns, capOf, label }: Capped): readonly LimitRow[] {
  const { spot, happened } = airings;
  const limit = (j: number) => capOf(spot(j)) ?? Infinity;
  const open = columns.filter((j) => !happened(j));
  const settled = Math.min(...columns.filter(happened).map(limit));
  const caps = [...new Set(open.map(limit))].sort((a, b) => a - b);
  // What has no room, since spots of one parent keep their distance, is no question of caps.
  const least = Math.min(...columns.map((j) => spot(j).separation));
  const room = roomFor(airings, columns, least);
  const most = Math.min(caps.at(-1) ?? Infinity, settled, room);
  const rows: LimitRow[] = most < room ? [{ columns, most, label }] : [];
  for (const cap of caps.filter((each) => each < most)) {
    const strict = open.filter((j) => limit(j) === cap);
    for (const single of exclusive(airings, strict)) {
      const inside = new Set(single);
      rows.push({ columns, uses: columns.map((j) => (inside.has(j) ? most - cap + 1 : 1)), most, label });
    }
  }
  return rows;
}

/** The same limits, which tell how many air already, and the cap that one more would break. */
export const withCaps = ({ spot }: Airings, capOf: CapOf, limits: readonly Limits[]): readonly Limits[] =>
  limits.map((own) => ({
    ...own,
    why: (group, candidate, holders) => {
      const cap = Math.min(...[candidate, ...holders].map((j) => capOf(spot(j)) ?? Infinity));
      return `${own.label(group)} already airs ${holders.length}, cap ${cap}`;
    },
  }));

/**
 * Sets of one parent's candidates, none of which has happened, in each of which one at the most can be chosen. The spots
 * of a bundle do not exclude each other: they are in different sets.
 */
export function exclusive(airings: Airings, columns: readonly number[]): readonly (readonly number[])[] {
  const parts = groupsBy(columns.length, (k) => airings.spot(columns[k]!).bundle?.part ?? 0);
  return [...parts.values()].flatMap((own) =>
    apart(
      airings,
      own.map((k) => columns[k]!),
    ),
  );
}

function apart(airings: Airings, members: readonly number[]): readonly (readonly number[])[] {
  const { world, all } = airings;
  const spots = [...new Set(members.map((j) => all.spot[j]!))];
  if (spots.length === 1) return [members];
  const least = Math.min(...spots.map((s) => world.spots[s]!.separation));
  if (least === 0) return spots.map((s) => members.filter((j) => all.spot[j] === s));
  const span = endToStart(airings, members);
  const runs = runsOf(world.breaks, breaksIn(members, all.break), least, span);
  const inRuns = new Set(runs.flat());
  // In a break that two of them can share, each spot excludes itself alone.
  const loose = members.filter((j) => !inRuns.has(all.break[j]!));
  const alone = [...new Set(loose.map((j) => all.spot[j]!))].map((s) => loose.filter((j) => all.spot[j] === s));
  return [...runs.map((run) => members.filter((j) => run.includes(all.break[j]!))), ...alone];
}
