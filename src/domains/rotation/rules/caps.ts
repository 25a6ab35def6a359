import type { Candidates } from '../candidates.ts';
import type { Known } from '../known.ts';
import type { Spot } from '../spots.ts';
import { historyOf, type Row } from './rows.ts';
import { breaksIn, roomFor, runsOf } from './windows.ts';

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
export function capRows(
  known: Known,
  candidates: Candidates,
  columns: readonly number[],
  capOf: (spot: Spot) => number | null,
  label: string,
): readonly Row[] {
  const { world } = known;
  const spotOf = (j: number) => world.spots[candidates.spot[j]!]!;
  const history = historyOf(known, candidates);
  const limit = (j: number) => capOf(spotOf(j)) ?? Infinity;
  const open = columns.filter((j) => !history.has(j));
  const settled = Math.min(...columns.filter((j) => history.has(j)).map(limit));
  const caps = [...new Set(open.map(limit))].sort((a, b) => a - b);
  // What has no room, since spots of one parent keep their distance, is no question of caps.
  const least = Math.min(...columns.map((j) => spotOf(j).separation));
  const room = roomFor(known, candidates, columns, least);
  const most = Math.min(caps.at(-1) ?? Infinity, settled, room);
  const rows: Row[] = most < room ? [{ columns, most, label }] : [];
  for (const cap of caps.filter((each) => each < most)) {
    const strict = open.filter((j) => limit(j) === cap);
    for (const single of exclusive(known, candidates, strict)) {
      const inside = new Set(single);
      rows.push({ columns, uses: columns.map((j) => (inside.has(j) ? most - cap + 1 : 1)), most, label });
    }
  }
  return rows;
}

/** Sets of one parent's candidates, none of which has happened, in each of which one at the most can be chosen. */
export function exclusive(
  { world }: Known,
  candidates: Candidates,
  members: readonly number[],
): readonly (readonly number[])[] {
  const spots = [...new Set(members.map((j) => candidates.spot[j]!))];
  if (spots.length === 1) return [members];
  const least = Math.min(...spots.map((s) => world.spots[s]!.separation));
  if (least === 0) return spots.map((s) => members.filter((j) => candidates.spot[j] === s));
  return runsOf(world.breaks, breaksIn(members, candidates.break), least).map((run) =>
    members.filter((j) => run.includes(candidates.break[j]!)),
  );
}
