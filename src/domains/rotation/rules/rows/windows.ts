import type { Break } from '../../world/breaks.ts';
import type { Airings } from './airings.ts';

/**
 * How far two spots of two breaks can be from each other at the most, in seconds, whatever the orders inside the breaks;
 * the same break twice: two spots inside it.
 */
export type Span = (first: Break, last: Break) => number;

/**
 * From the end of a spot to the start of a later one. In a break the shortest of these spots may stand first or last: so
 * far apart can two of them be. Where the distances are robust, they are measured between the breaks, and inside one
 * break there is none.
 */
export const endToStart = (airings: Airings, columns: readonly number[]): Span => farthest(airings, columns, 'end');

/** From the start of a spot to the start of a later one, by the same convention. */
export const startToStart = (airings: Airings, columns: readonly number[]): Span => farthest(airings, columns, 'start');

function farthest(airings: Airings, columns: readonly number[], from: 'start' | 'end'): Span {
  const { robust, guard } = airings.world.scope.rules;
  if (robust) return (first, last) => (first === last ? 0 : last.start - first.end);
  const shortest = Math.min(...columns.map((j) => airings.lengthOf(j)));
  const seen = seenIn(airings, columns, from);
  const least = (first: Break) => seen.get(first)?.least ?? first.start + (from === 'end' ? shortest : 0);
  const most = (last: Break) => seen.get(last)?.most ?? last.end - guard - shortest;
  return (first, last) => most(last) - least(first);
}

/** Of breaks whose spots were seen on air: where the first of these ended (or began), and where the last began. */
function seenIn({ world, all, at }: Airings, columns: readonly number[], from: 'start' | 'end') {
  const places = new Map<Break, { readonly least: number; readonly most: number }>();
  for (const j of columns) {
    const seen = world.fixed.get(all.spot[j]!)?.seen;
    if (seen === undefined) continue;
    const start = at(j).start + seen.offset;
    const own = places.get(at(j));
    const begin = from === 'end' ? start + seen.seconds : start;
    places.set(at(j), { least: Math.min(own?.least ?? begin, begin), most: Math.max(own?.most ?? start, start) });
  }
  return places;
}

/**
 * The widest runs of breaks of which any two are nearer than `seconds` by `span`, whatever the orders inside them: two
 * spots in one run collide. Runs inside others are left out, and breaks that two such spots can share. What collides
 * only in some orders is no row: the orders say (`../../model/order/`).
 *
 * @param own Indices of breaks, ascending, that are in question at all.
 */
export function runsOf(
  breaks: readonly Break[],
  own: readonly number[],
  seconds: number,
  span: Span,
): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  const tight = own.filter((b) => span(breaks[b]!, breaks[b]!) < seconds);
  let reach = -1;
  tight.forEach((_, k) => {
    // Those of the run before are near each other, which may be farther than this one reaches alone.
    let last = Math.max(k, reach);
    const isNear = (next: number) => tight.slice(k, last + 1).every((b) => span(breaks[b]!, breaks[next]!) < seconds);
    while (last + 1 < tight.length && isNear(tight[last + 1]!)) last++;
    if (last <= reach) return;
    reach = last;
    runs.push(tight.slice(k, last + 1));
  });
  return runs;
}

/** "20:14 to 20:44 on 2025-03-10", for labels. */
export function spanOf(breaks: readonly Break[], run: readonly number[]): string {
  const [first, last] = [breaks[run[0]!]!, breaks[run.at(-1)!]!];
  const times = first === last ? `at ${first.local}` : `from ${first.local} to ${last.local}`;
  return `${times} on ${first.date}`;
}

/** The distinct breaks of some candidates, ascending. */
export const breaksIn = (columns: readonly number[], breakOf: Int32Array): readonly number[] =>
  [...new Set(columns.map((j) => breakOf[j]!))].sort((a, b) => a - b);

/**
 * The most spots of `columns` that can be chosen together when each keeps `separation` seconds from the next: earliest
 * first, and on top of them those that have happened, which may stand nearer to each other.
 */
export function roomFor(airings: Airings, columns: readonly number[], separation: number): number {
  const { world, all, spot, happened } = airings;
  const spots = new Set(columns.map((j) => all.spot[j]!)).size;
  // The spots of a bundle keep no distance from each other.
  if (columns.some((j) => spot(j).bundle !== null)) return spots;
  const open = columns.filter((j) => !happened(j));
  const apart = roomIn(world.breaks, breaksIn(open, all.break), separation, endToStart(airings, columns));
  return Math.min(spots, apart + columns.filter(happened).length);
}

/**
 * The breaks that several of these spots can share, though each keeps `separation` seconds from the next, and how many of
 * them can: the shortest of them, one after the other.
 */
export function sharedBreaks(
  { world: { scope, breaks, spots }, all }: Airings,
  columns: readonly number[],
  separation: number,
): readonly (readonly [b: number, room: number])[] {
  const { robust, guard } = scope.rules;
  if (robust || separation <= 0) return [];
  const shortest = Math.min(...columns.map((j) => spots[all.spot[j]!]!.seconds));
  return breaksIn(columns, all.break).flatMap((b): (readonly [number, number])[] => {
    const room = 1 + Math.floor((breaks[b]!.seconds - guard - shortest) / (separation + shortest));
    return room > 1 ? [[b, room]] : [];
  });
}

function roomIn(breaks: readonly Break[], own: readonly number[], separation: number, span: Span): number {
  if (separation <= 0 || own.some((b) => span(breaks[b]!, breaks[b]!) >= separation)) return Infinity;
  let room = 0;
  let before: Break | undefined;
  for (const b of own) {
    if (before !== undefined && span(before, breaks[b]!) < separation) continue;
    room++;
    before = breaks[b]!;
  }
  return room;
}
