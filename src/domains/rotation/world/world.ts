import { Refusal } from '../../../problems/problem.ts';
import type { LockRow, RotationTables } from '../tables.ts';
import type { AsRun } from './as-run.ts';
import { type Break, breaksOf } from './breaks.ts';
import { type Bundle, bundledOf } from './bundles.ts';
import type { LiveEvent } from './events.ts';
import { type Fixed, fixedOf } from './fixed.ts';
import { carriedOf, type Owed, owedOf } from './owed.ts';
import type { RotationScope } from './scope.ts';
import { type Spot, spotsOf } from './spots.ts';
import { type Clock, secondsOf } from './time.ts';

/** Spots and breaks, numbered in the order of their keys, and what is fixed among them. */
export interface World {
  readonly scope: RotationScope;
  readonly tables: RotationTables;
  readonly clock: Clock;
  /** By id. */
  readonly spots: readonly Spot[];
  /** Those that hold: of none of them a spot has aired. */
  readonly bundles: readonly Bundle[];
  /** By start; those lost to a preemption are not among them. */
  readonly breaks: readonly Break[];
  /** By spot. */
  readonly fixed: ReadonlyMap<number, Fixed>;
  /** By spot: 1 where it stands in a break that is over or frozen. No limit holds against it. */
  readonly history: Uint8Array;
  /** Break of the published log, by spot; -1 where it is lost or no longer there. */
  readonly published: ReadonlyMap<number, number>;
  /** Breaks lost to a preemption. */
  readonly lost: readonly string[];
  readonly events: readonly LiveEvent[];
  /** What really aired, where `as_run` says it. */
  readonly ran: AsRun | undefined;
  /** What is owed: from before, and because of displacement. */
  readonly owed: ReadonlyMap<number, Owed>;
  /** Locks that a live event made void. */
  readonly voidLocks: readonly LockRow[];
  /** Locks of a spot or a break whose row was set aside. */
  readonly asideLocks: readonly LockRow[];
}

/** The axes of an airing: which spot, in which break. */
export type RotationAxis = 'spot' | 'break';

/** The clock of a scenario's market. */
export const clockOf = ({ market }: Pick<RotationScope, 'market'>): Clock => ({
  zone: market.zone,
  dayStart: secondsOf(market.day_start),
});

/** Indexes the tables. Refuses breaks that overlap, and locks of what is not there. */
export function worldOf({ settings: scope, tables }: { settings: RotationScope; tables: RotationTables }): World {
  const clock = clockOf(scope);
  const { breaks, lost, gone, events, ran } = breaksOf(scope, tables, clock);
  const booked = spotsOf(scope, tables, clock);
  const { guard } = scope.rules;
  const found = fixedOf({ tables, spots: booked, breaks, gone, guard, ran });
  if (found.problems.length > 0) throw new Refusal(found.problems);
  const { fixed, published, displaced, void: voidLocks, aside: asideLocks } = found;
  const carried = carriedOf(clock, booked, breaks, published);
  const owed = owedOf({ scope, tables, spots: booked, displaced, carried });
  const history = Uint8Array.from(booked, (_, s) => (fixed.get(s)?.why === 'history' ? 1 : 0));
  const isOver = (s: number) =>
    history[s] === 1 || owed.get(s)?.settled === true || ran?.elsewhere.has(booked[s]!.id) === true;
  const { spots, bundles } = bundledOf(tables, booked, isOver);
  return {
    scope,
    tables,
    clock,
    spots,
    bundles,
    breaks,
    fixed,
    history,
    published,
    lost,
    events,
    ran,
    owed,
    voidLocks,
    asideLocks,
  };
}
