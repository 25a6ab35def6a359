import { nearest } from '../../../problems/nearest.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { Table } from '../../../tables/table.ts';
import type { LockRow, RotationTables } from '../tables.ts';
import type { AsRun } from './as-run.ts';
import type { Break } from './breaks.ts';
import { type PublishedAiring, publishedAirings, ranAirings, type Seen } from './past.ts';
import type { Spot } from './spots.ts';

/** Where a spot stands whatever happens: locked there, or part of a break that is over or frozen. */
export interface Fixed {
  readonly break: number;
  readonly position: number | null;
  /** History has happened: no limit holds against it. A lock must keep the rules. */
  readonly why: 'history' | 'lock';
  /** When it was on air, where `as_run` says it: else its break's spots follow each other from its start. */
  readonly seen?: Seen;
}

/** What locks and the published log are read against. */
export interface Given {
  readonly tables: RotationTables;
  readonly spots: readonly Spot[];
  readonly breaks: readonly Break[];
  /** Breaks that live events took away. */
  readonly gone: readonly Break[];
  /** Silence after each spot of a break. */
  readonly guard: number;
  /** What really aired, where `as_run` says it. */
  readonly ran: AsRun | undefined;
}

/** What is fixed, and the break of the published log, both by spot; and what is wrong with the locks. */
export interface Fixings {
  readonly fixed: ReadonlyMap<number, Fixed>;
  /** -1: that airing is no longer possible. */
  readonly published: ReadonlyMap<number, number>;
  /** Spots that could not air, or will not, when they were published to; and the dates of that. */
  readonly displaced: ReadonlyMap<number, string>;
  /** Locks that a live event made void: the rest of the log is planned. */
  readonly void: readonly LockRow[];
  /** Locks of a spot or a break whose row was set aside. */
  readonly aside: readonly LockRow[];
  readonly problems: readonly Problem[];
}

/** Reads locks and the published log. */
export function fixedOf(given: Given): Fixings {
  const { tables, spots, breaks } = given;
  const breakAt = new Map(breaks.map(({ id }, index) => [id, index]));
  const spotAt = new Map(spots.map(({ id }, index) => [id, index]));
  const airings = publishedAirings(given);
  const published = new Map<number, number>();
  const fixed = new Map<number, Fixed>();
  for (const { spot, break: at, position, taken } of airings.values()) {
    published.set(spot, taken ? -1 : (at ?? -1));
    if (at !== undefined && !taken && breaks[at]!.frozen) fixed.set(spot, { break: at, position, why: 'history' });
  }
  for (const [spot, airing] of ranAirings(given)) {
    fixed.set(spot, { ...airing, why: 'history' });
    if (airings.get(spot)?.break === airing.break) published.set(spot, airing.break);
  }
  const problems: Problem[] = [];
  const empty: LockRow[] = [];
  const aside: LockRow[] = [];
  const isAside = (table: Table, id: string) => table.aside?.some((key) => key.id === id) === true;
  for (const row of tables.locks.rows) {
    const [spot, at] = [spotAt.get(row.spot), breakAt.get(row.break)];
    if (spot !== undefined && isTaken({ row, given, spot, at, airings })) {
      empty.push(row);
      continue;
    }
    if (isAside(tables.spots, row.spot) || isAside(tables.breaks, row.break)) {
      aside.push(row);
      continue;
    }
    if (spot === undefined) problems.push(stranger(row, 'spot', [...spotAt.keys()]));
    if (at === undefined && !given.gone.some(({ id }) => id === row.break))
      problems.push(stranger(row, 'break', [...breakAt.keys()]));
    if (spot === undefined || at === undefined) continue;
    const late = tooLate({
      row,
      at,
      breaks,
      happened: fixed.get(spot),
      place: placeIn(tables, spotAt, row),
    });
    if (late) problems.push(late);
    else if (!fixed.has(spot)) fixed.set(spot, { break: at, position: row.position, why: 'lock' });
  }
  return { fixed, published, displaced: displacedOf(given, airings, fixed), void: empty, aside, problems };
}

/** A spot is displaced where its break is lost or moved, or its own time in it is taken. */
function displacedOf(
  { tables, spots, breaks, gone }: Given,
  airings: ReadonlyMap<number, PublishedAiring>,
  fixed: Fixings['fixed'],
) {
  const lostOn = new Map(gone.map(({ id, date }) => [id, date]));
  const publishedIn = new Map(tables.published.rows.map((row) => [row.spot, row.break]));
  const dates = [...airings.values()].flatMap(({ spot, break: at, taken }): readonly (readonly [number, string])[] => {
    if (fixed.get(spot)?.why === 'history') return [];
    const slot = at === undefined ? undefined : breaks[at]!;
    const date = slot === undefined ? lostOn.get(publishedIn.get(spots[spot]!.id)!) : slot.date;
    return date !== undefined && (slot === undefined || taken || slot.moved) ? [[spot, date]] : [];
  });
  return new Map(dates);
}

/** A lock of a known spot, the break that it names where there is one, and what was published. */
interface Locking {
  readonly row: LockRow;
  readonly given: Given;
  readonly spot: number;
  readonly at: number | undefined;
  readonly airings: ReadonlyMap<number, PublishedAiring>;
}

/** Whether a live event took the place of a lock: the break, or the part of it in which the spot would be on air. */
function isTaken({ row, given, spot, at, airings }: Locking): boolean {
  if (at === undefined) return given.gone.some(({ id }) => id === row.break);
  const { cut, aired, end } = given.breaks[at]!;
  if (!cut) return false;
  const own = airings.get(spot);
  if (own?.break === at) return own.taken;
  // Not published there: it would follow those that are.
  const before = [...airings.values()].filter((one) => one.break === at && !one.taken);
  const begin = Math.max(given.breaks[at]!.start, ...before.map((one) => one.end + given.guard));
  return !aired && begin + given.spots[spot]!.seconds > end;
}

/** The place of a spot among those published in its lock's break, from 1. */
function placeIn(tables: RotationTables, known: ReadonlyMap<string, number>, lock: LockRow): number {
  const rows = tables.published.rows.filter((row) => row.break === lock.break && known.has(row.spot));
  const sorted = [...rows].sort((a, b) => a.position - b.position || (a.spot < b.spot ? -1 : 1));
  return sorted.findIndex(({ spot }) => spot === lock.spot) + 1;
}

/** A lock, the break that it names, and where its spot stands already. */
interface LateLock {
  readonly row: LockRow;
  readonly at: number;
  readonly breaks: readonly Break[];
  readonly happened: Fixed | undefined;
  readonly place: number;
}

/** A lock cannot change what has happened. */
function tooLate({ row, at, breaks, happened, place }: LateLock): Problem | undefined {
  const { spot, break: to, position } = row;
  const state = (of: Break) => (of.aired ? 'has aired' : 'is closed');
  const asLocked = `${spot} is locked to ${to}${position === null ? '' : ` at ${position}`}`;
  const problem = (why: string) => ({
    path: ['locks'],
    message: `${asLocked}, ${why}`,
    maybe: 'Maybe leave the lock out.',
  });
  if (happened && happened.break !== at) {
    const there = breaks[happened.break]!;
    return problem(`but was published in ${there.id}, which ${state(there)}`);
  }
  if (happened && position !== null && position !== place)
    return problem(`which ${state(breaks[at]!)} with it at ${place}`);
  return !happened && breaks[at]!.aired ? problem('which has aired without it') : undefined;
}

function stranger(row: LockRow, what: 'spot' | 'break', known: readonly string[]): Problem {
  const close = nearest(row[what], known);
  return {
    path: ['locks'],
    message: `a lock names the ${what} "${row[what]}", which is not among the ${what}s that can be used`,
    maybe: close ? `Maybe you meant "${close}".` : 'Maybe leave the lock out, or see the quarantine.',
  };
}
