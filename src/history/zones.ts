import { type Offsets, offsetsOf, wallOf, weekdayOf } from '../calendar/offsets.ts';
import { historyProblems } from './problems.ts';

/**
 * The offsets of a zone between two instants, in seconds since 1970.
 *
 * @throws Refusal where there is no such zone.
 */
export function zoneOf(name: string, from: number, to: number): Offsets {
  try {
    return offsetsOf(name, from, to);
  } catch {
    throw historyProblems.badZone(name);
  }
}

const DAY = 86_400;

/** The weekday (0 is Monday) and the hour that the clock on the wall shows. */
export function slotOf(zone: Offsets, at: number): { readonly weekday: number; readonly hour: number } {
  const wall = wallOf(zone, at);
  const day = Math.floor(wall / DAY);
  return { weekday: weekdayOf(day), hour: Math.floor((wall - day * DAY) / 3600) };
}
