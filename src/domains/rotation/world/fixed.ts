import { nearest } from '../../../problems/nearest.ts';
import type { Problem } from '../../../problems/problem.ts';
import type { LockRow, RotationTables } from '../tables.ts';
import type { Break } from './breaks.ts';
import type { Spot } from './spots.ts';

/** Where a spot stands whatever happens: locked there, or part of a break that is over or frozen. */
export interface Fixed {
  readonly break: number;
  readonly position: number | null;
  /** History has happened: no limit holds against it. A lock must keep the rules. */
  readonly why: 'history' | 'lock';
}

/** What locks and the published log are read against. */
interface Given {
  readonly tables: RotationTables;
  readonly spots: readonly Spot[];
  readonly breaks: readonly Break[];
  readonly lost: readonly string[];
}

/** What is fixed, and the break of the published log, both by spot; and what is wrong with the locks. */
export interface Fixings {
  readonly fixed: ReadonlyMap<number, Fixed>;
  readonly published: ReadonlyMap<number, number>;
  readonly problems: readonly Problem[];
}

/** Reads locks and the published log. */
export function fixedOf({ tables, spots, breaks, lost }: Given): Fixings {
  const breakAt = new Map(breaks.map(({ id }, index) => [id, index]));
  const spotAt = new Map(spots.map(({ id }, index) => [id, index]));
  const published = new Map<number, number>();
  const fixed = new Map<number, Fixed>();
  for (const row of tables.published.rows) {
    const [spot, at] = [spotAt.get(row.spot), breakAt.get(row.break)];
    if (spot === undefined) continue;
    published.set(spot, at ?? -1);
    if (at !== undefined && breaks[at]!.frozen) fixed.set(spot, { break: at, position: row.position, why: 'history' });
  }
  const problems: Problem[] = [];
  for (const row of tables.locks.rows) {
    const [spot, at] = [spotAt.get(row.spot), breakAt.get(row.break)];
    if (spot === undefined) problems.push(stranger(row, 'spot', [...spotAt.keys()]));
    if (at === undefined) problems.push(stranger(row, 'break', [...breakAt.keys()], lost));
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
  return { fixed, published, problems };
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

function stranger(
  row: LockRow,
  what: 'spot' | 'break',
  known: readonly string[],
  lost: readonly string[] = [],
): Problem {
  const gone = what === 'break' && lost.includes(row.break);
  const close = nearest(row[what], known);
  return {
    path: ['locks'],
    message: gone
      ? `${row.spot} is locked to the break "${row.break}", which a preemption takes away`
      : `a lock names the ${what} "${row[what]}", which is not among the ${what}s that can be used`,
    maybe: close && !gone ? `Maybe you meant "${close}".` : 'Maybe leave the lock out, or see the quarantine.',
  };
}
