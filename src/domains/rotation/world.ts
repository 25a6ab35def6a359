import { nearest } from '../../problems/nearest.ts';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { type Break, breaksOf } from './breaks.ts';
import type { RotationSettings } from './scenario.ts';
import { type Spot, spotsOf } from './spots.ts';
import type { LockRow, RotationTables } from './tables.ts';
import type { Clock } from './time.ts';
import { secondsOf } from './time.ts';

/** Where a spot stands whatever happens: locked there, or part of a break that is over or frozen. */
export interface Fixed {
  readonly break: number;
  readonly position: number | null;
  /** History has happened: no limit holds against it. A lock must keep the rules. */
  readonly why: 'history' | 'lock';
}

/** Spots and breaks, numbered in the order of their keys, and what is fixed among them. */
export interface World {
  readonly clock: Clock;
  /** By id. */
  readonly spots: readonly Spot[];
  /** By start; those lost to a preemption are not among them. */
  readonly breaks: readonly Break[];
  /** By spot. */
  readonly fixed: ReadonlyMap<number, Fixed>;
  /** Break of the published log, by spot; -1 where it is lost or no longer there. */
  readonly published: ReadonlyMap<number, number>;
  /** Breaks lost to a preemption. */
  readonly lost: readonly string[];
  readonly notes: readonly string[];
}

/** The clock of a scenario's market. */
export const clockOf = ({ market }: RotationSettings): Clock => ({
  zone: market.zone,
  dayStart: secondsOf(market.day_start),
});

/** Indexes the tables. Refuses breaks that overlap, and locks of what is not there. */
export function worldOf(settings: RotationSettings, tables: RotationTables): World {
  const clock = clockOf(settings);
  const { breaks, lost } = breaksOf(settings, tables, clock);
  const spots = spotsOf(settings, tables, clock);
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
    const late = tooLate(row, fixed.get(spot), at, breaks, placeIn(tables, spotAt, row));
    if (late) problems.push(late);
    else if (!fixed.has(spot)) fixed.set(spot, { break: at, position: row.position, why: 'lock' });
  }
  if (problems.length > 0) throw new Refusal(problems);
  return { clock, spots, breaks, fixed, published, lost, notes: notesOf(tables, spotAt) };
}

/** The place of a spot among those published in its lock's break, from 1. */
function placeIn(tables: RotationTables, known: ReadonlyMap<string, number>, lock: LockRow): number {
  const rows = tables.published.rows.filter((row) => row.break === lock.break && known.has(row.spot));
  const sorted = [...rows].sort((a, b) => a.position - b.position || (a.spot < b.spot ? -1 : 1));
  return sorted.findIndex(({ spot }) => spot === lock.spot) + 1;
}

/** A lock cannot change what has happened. */
function tooLate(
  { spot, break: to, position }: LockRow,
  happened: Fixed | undefined,
  at: number,
  breaks: readonly Break[],
  place: number,
): Problem | undefined {
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

function notesOf(tables: RotationTables, spotAt: ReadonlyMap<string, number>): readonly string[] {
  const gone = tables.published.rows.filter(({ spot }) => !spotAt.has(spot));
  return gone.length === 0
    ? []
    : [`${gone.length} published ${gone.length === 1 ? 'spot is' : 'spots are'} no longer among the spots`];
}
