import type { Break } from '../../world/breaks.ts';
import type { Airings } from './airings.ts';

/**
 * The widest runs of breaks of which any two are nearer than `seconds`: from the end of the earlier to the start of
 * the later. Two spots in one run collide whatever their order inside their breaks; two that share none never do.
 * Runs inside others are left out. `own`: indices of breaks, ascending, that are in question at all.
 */
export function runsOf(
  breaks: readonly Break[],
  own: readonly number[],
  seconds: number,
): readonly (readonly number[])[] {
  const runs: (readonly number[])[] = [];
  let reach = -1;
  own.forEach((first, k) => {
    let last = k;
    while (last + 1 < own.length && breaks[own[last + 1]!]!.start - breaks[first]!.end < seconds) last++;
    if (last <= reach) return;
    reach = last;
    runs.push(own.slice(k, last + 1));
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
export function roomFor({ world, all, happened }: Airings, columns: readonly number[], separation: number): number {
  const spots = new Set(columns.map((j) => all.spot[j]!)).size;
  const apart = roomIn(world.breaks, breaksIn(columns, all.break), separation);
  return Math.min(spots, apart + columns.filter(happened).length);
}

function roomIn(breaks: readonly Break[], run: readonly number[], separation: number): number {
  if (separation <= 0) return Infinity;
  let room = 0;
  let free = -Infinity;
  for (const b of run) {
    if (breaks[b]!.start < free) continue;
    room++;
    free = breaks[b]!.end + separation;
  }
  return room;
}
