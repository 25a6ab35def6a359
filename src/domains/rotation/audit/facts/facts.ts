import { byKey, compare, completeTables, groupBy } from '../../../../audit/rows.ts';
import type { Schedule, Tables } from '../../../../domain.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { LockRow, RotationTables } from '../../tables.ts';
import { type Airing, airingsOf } from './as-run.ts';
import { type Blackout, blackoutsOf } from './blackouts.ts';
import { slotsOf, writtenSlots } from './breaks.ts';
import { type Bundle, bundlesOf } from './bundles.ts';
import { type Clock, clockOf } from './clock.ts';
import { type LiveEvent, liveEvents } from './events.ts';
import { type Claim, claimsOf } from './owed.ts';
import { hasNoTime, type Planned, planOf } from './plan.ts';
import { itemsOf } from './spots.ts';

export const TIERS = ['guaranteed', 'priority', 'remnant'] as const;
export type Tier = (typeof TIERS)[number];

/** The place of a tier, the one that comes first first: fill comes last, and nobody pays for it. */
export const rankOf = (tier: Tier | 'fill'): number => (tier === 'fill' ? TIERS.length : TIERS.indexOf(tier));

const TABLES: readonly (keyof RotationTables)[] = [
  'breaks',
  'blocks',
  'advertisers',
  'creatives',
  'orders',
  'spots',
  'blackouts',
  'locks',
  'published',
  'as_run',
  'preemptions',
  'obligations',
];

/** A break at its time on air. Times are seconds since 1970. */
export interface Slot {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly seconds: number;
  /** The most spots that it takes. */
  readonly most: number;
  readonly block: string | null;
  readonly tags: readonly string[];
  readonly kind: string;
  readonly locked: boolean;
  /** It began before `now`. */
  readonly aired: boolean;
  /** Broadcast date, and wall-clock seconds from its midnight. */
  readonly date: string;
  readonly clock: number;
  /** It begins in prime time. */
  readonly prime: boolean;
  /** A preemption put an end to it. */
  readonly gone: boolean;
  /** A live event began while it was on air, or what aired of another break did: its seconds are those before. */
  readonly cut: boolean;
  /** It follows a live event in which it would have begun. */
  readonly moved: boolean;
  /** `as_run` says when it was on air. */
  readonly ran: boolean;
}

/** Whether somebody pays for a spot, or it was promised: fill is neither, and counts nowhere. */
export const isPaid = ({ tier }: Item): boolean => tier !== 'fill';

/** A spot with what it inherits from its order. Money is cents, durations are seconds. */
export interface Item {
  readonly id: string;
  readonly order: string | null;
  readonly advertiser: string;
  readonly parent: string;
  readonly seconds: number;
  readonly cpm: number;
  readonly value: number;
  readonly tier: Tier | 'fill';
  readonly cap: number;
  readonly capBlock: number | null;
  readonly capDay: number | null;
  readonly separation: number;
  /** The instants that it may mean on a broadcast date, in seconds since 1970: two where clocks show a time twice. */
  readonly wish: ((date: string) => readonly number[]) | null;
  /** The instant that it wishes for, where it wishes for one. */
  readonly instant: number | null;
  readonly tolerance: number | null;
  /** Wall-clock seconds from the midnight of the broadcast date. */
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly categories: readonly string[];
  readonly excludeCategories: readonly string[];
  readonly excludeBlocks: readonly string[];
  readonly creative: string | null;
  readonly position: 'any' | 'first' | 'last';
  readonly offPeak: boolean;
  readonly makeGood: readonly string[];
  /** The bundle of which it is a part, and which part, from 1. */
  readonly bundle: { readonly id: string; readonly pairing: 'bookend' | 'piggyback'; readonly part: number } | null;
}

/** A spot in a break, whatever else stands in it. */
export interface Stand {
  readonly spot: Item;
  readonly at: Slot;
}

/** A spot where the log has it, from its first second to its last. */
export interface Placing extends Stand {
  readonly position: number;
  readonly start: number;
  readonly end: number;
}

/** A row of the log as it was handed over. */
export interface LogRow {
  readonly spot: string;
  readonly break: string;
  readonly position: number;
}

/** Settings, tables and log, looked up from every side that the audit needs. */
export interface Facts {
  readonly settings: RotationSettings;
  readonly tables: RotationTables;
  /** The log was made elsewhere and is judged as it was: that it has happened excuses nothing. */
  readonly given: boolean;
  readonly clock: Clock;
  readonly log: readonly LogRow[];
  /** Breaks at the times that their rows say. */
  readonly written: readonly Slot[];
  /** By start, then id. */
  readonly slots: readonly Slot[];
  readonly spots: readonly Item[];
  /** Those that are not fill. */
  readonly paid: readonly Item[];
  /** What was sold to air together, by the spots of each. */
  readonly bundles: ReadonlyMap<string, Bundle>;
  readonly slot: (id: string) => Slot | undefined;
  readonly spot: (id: string) => Item | undefined;
  /** Rows whose spot and break are known, in the order of time; a spot that stands twice is there twice. */
  readonly placings: readonly Placing[];
  readonly placed: ReadonlyMap<string, Placing>;
  readonly inside: (slot: Slot) => readonly Placing[];
  /** Spots that are left out, and not fill. */
  readonly unplaced: readonly Item[];
  /** Fill that is left over. */
  readonly idle: readonly Item[];
  readonly lockOf: (spot: string) => LockRow | undefined;
  /** Locks that hold. */
  readonly locks: readonly LockRow[];
  /** Positions that locks demand, by spot. */
  readonly seats: ReadonlyMap<string, number>;
  /** Locks whose break, or whose part of it, a live event has taken. They hold nothing. */
  readonly voidLocks: readonly LockRow[];
  readonly blackouts: readonly Blackout[];
  readonly events: readonly LiveEvent[];
  /** What really aired, by spot and in the order of time; null where that is not known. */
  readonly airings: ReadonlyMap<string, Airing> | null;
  /** What is owed, from before or because of displacement, by spot. */
  readonly claims: ReadonlyMap<string, Claim>;
  /** The published log, by spot. */
  readonly plan: ReadonlyMap<string, Planned>;
  /** When a published spot was to begin, before it is asked what really aired. */
  readonly plannedStart: (spot: string) => number | undefined;
  /** The break in which a spot was published, where that airing was or is possible. */
  readonly publishedIn: (spot: string) => string | undefined;
}

/** Looks everything up once. */
export function factsOf(settings: RotationSettings, input: Tables | RotationTables, schedule: Schedule): Facts {
  const tables = completeTables<RotationTables>(input, TABLES);
  const clock = clockOf(settings.market.zone, settings.market.day_start);
  const written = writtenSlots(settings, tables, clock);
  const events = liveEvents(settings, tables, clock);
  const airings = airingsOf(settings, tables, clock, written);
  const slots = slotsOf(settings, clock, written, events, airings);
  const asPlanned = byKey(slotsOf(settings, clock, written, events, null), ({ id }) => id);
  const spots = itemsOf(settings, tables, clock);
  const paid = spots.filter(isPaid);
  const slotById = byKey(slots, ({ id }) => id);
  const spotById = byKey(spots, ({ id }) => id);
  const log = schedule
    .map((row): LogRow => ({ spot: String(row.spot), break: String(row.break), position: Number(row.position) }))
    .sort((a, b) => compare(a.break, b.break) || a.position - b.position || compare(a.spot, b.spot));
  const placings = placingsOf(settings.rules.guard, log, { slots: slotById, spots: spotById, airings });
  const placed = byKey(placings, ({ spot }) => spot.id);
  const known = { guard: settings.rules.guard, slots: slotById, spots: spotById };
  const plan = planOf({ ...known, tables, measured: airings !== null });
  const isAside = (table: 'spots' | 'breaks', id: string) => tables[table].aside?.some((key) => key.id === id);
  const isVoid = (lock: LockRow) => hasNoTime(lock, { ...known, plan });
  const holds = (lock: LockRow) => !isVoid(lock) && !isAside('spots', lock.spot) && !isAside('breaks', lock.break);
  const holding = tables.locks.rows.filter(holds);
  const locks = byKey(holding, ({ spot }) => spot);
  const inside = groupBy(placings, ({ at }) => at.id);
  return {
    settings,
    tables,
    given: false,
    clock,
    log,
    written,
    slots,
    spots,
    paid,
    bundles: bundlesOf(spots),
    placings,
    placed,
    slot: (id) => slotById.get(id),
    spot: (id) => spotById.get(id),
    inside: (slot) => inside.get(slot.id) ?? [],
    lockOf: (id) => locks.get(id),
    seats: new Map(holding.flatMap(({ spot, position }) => (position === null ? [] : [[spot, position]]))),
    locks: holding,
    voidLocks: tables.locks.rows.filter(isVoid),
    blackouts: blackoutsOf(tables, clock),
    events,
    airings,
    plan,
    claims: claimsOf({
      settings,
      tables,
      clock,
      spots,
      plan,
      slots: slotById,
      seen: (id) => airings?.has(id) === true,
    }),
    plannedStart: (id) => {
      const own = plan.get(id);
      const [ran, was] = [slotById.get(own?.break ?? ''), asPlanned.get(own?.break ?? '')];
      if (own?.start === undefined || ran === undefined || was === undefined) return undefined;
      return own.start - ran.start + was.start;
    },
    publishedIn: (id) => {
      const planned = plan.get(id);
      const isThere = planned?.taken === false || airings?.get(id)?.break === planned?.break;
      return isThere ? planned?.break : undefined;
    },
    unplaced: paid.filter(({ id }) => !placed.has(id)),
    idle: spots.filter((spot) => !isPaid(spot) && !placed.has(spot.id)),
  };
}

/** Where the rows of a log are looked up. */
interface Lookup {
  readonly slots: ReadonlyMap<string, Slot>;
  readonly spots: ReadonlyMap<string, Item>;
  readonly airings: ReadonlyMap<string, Airing> | null;
}

/** A spot begins when all spots before it in its break, and the guard after each, are over; or when it really did. */
function placingsOf(guard: number, log: readonly LogRow[], { slots, spots, airings }: Lookup): readonly Placing[] {
  const placings: Placing[] = [];
  const next = new Map<string, number>();
  for (const row of log) {
    const [at, spot] = [slots.get(row.break), spots.get(row.spot)];
    if (at === undefined || spot === undefined) continue;
    const own = airings?.get(spot.id);
    const ran = own?.break === at.id ? own : undefined;
    const start = ran?.start ?? next.get(at.id) ?? at.start;
    const end = ran?.end ?? start + spot.seconds;
    next.set(at.id, end + guard);
    placings.push({ spot, at, position: row.position, start, end });
  }
  return placings.sort((a, b) => a.start - b.start || compare(a.at.id, b.at.id) || a.position - b.position);
}
