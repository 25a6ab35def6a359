import type { Keys } from '../cases.ts';
import { type Air, airOf, type Slot } from './air.ts';
import { dayOf, rowsOf, type Settings, type Spot, settingsOf, spotsOf } from './given.ts';

/** Where a spot stands that has happened; `ran`: at which seconds it was seen. */
export interface Happened {
  readonly slot: string;
  readonly position: number;
  readonly ran: { readonly start: number; readonly end: number } | undefined;
}

/** What is owed to the advertiser of a spot. */
export interface Claim {
  /** From before this log. */
  readonly before: boolean;
  readonly over: boolean;
  readonly approved: boolean;
  readonly since: number;
  readonly until: number;
}

/** A scenario as people read it: no code of the rules, nor of the auditor, nor of the solver. */
export interface Evening extends Pick<Air, 'slots' | 'events'> {
  readonly settings: Settings;
  readonly spots: readonly Spot[];
  readonly happened: ReadonlyMap<string, Happened>;
  /** The break in which each spot was published; undefined: it cannot air there. */
  readonly published: ReadonlyMap<string, string | undefined>;
  /** The published order of each break. */
  readonly orders: ReadonlyMap<string, readonly string[]>;
  readonly claims: ReadonlyMap<string, Claim>;
  /** Locks that hold. */
  readonly locks: ReadonlyMap<string, { readonly slot: string; readonly position: number | undefined }>;
  /** Seen on air on another date. */
  readonly elsewhere: ReadonlySet<string>;
  readonly blackouts: readonly Keys[];
}

/** A published spot at the seconds at which it would be on air. */
interface Planned {
  readonly slot: Slot | undefined;
  readonly end: number;
  readonly taken: boolean;
}

/** Reads a scenario. */
export function eveningOf(keys: Keys): Evening {
  const settings = settingsOf(keys);
  const spots = spotsOf(keys);
  const air = airOf(keys);
  const orders = ordersOf(keys);
  const planned = plannedOf({ settings, spots, air, orders });
  const happened = new Map<string, Happened>();
  for (const [id, { slot, taken }] of planned)
    if (slot !== undefined && !taken && (slot.aired || slot.locked))
      happened.set(id, { slot: slot.id, position: orders.get(slot.id)!.indexOf(id), ran: undefined });
  const seen = new Map<string, number>();
  for (const { spot, slot, start, end } of air.airings?.values() ?? []) {
    if (slot === undefined) continue;
    happened.set(spot, { slot, position: seen.get(slot) ?? 0, ran: { start, end } });
    seen.set(slot, (seen.get(slot) ?? 0) + 1);
  }
  const published = new Map(
    [...planned].map(([id, { slot, taken }]) => {
      const there = rowsOf(keys, 'published').find((row) => row.spot === id)!.break;
      const isThere = air.airings?.get(id)?.slot === there || !taken;
      return [id, isThere ? slot?.id : undefined] as const;
    }),
  );
  const known = { settings, spots, air, planned, published, happened };
  return {
    settings,
    spots,
    slots: air.slots,
    events: air.events,
    happened,
    published,
    orders,
    claims: claimsOf(keys, known),
    locks: locksOf(keys, known),
    elsewhere: new Set([...(air.airings?.values() ?? [])].flatMap((one) => (one.slot === undefined ? [one.spot] : []))),
    blackouts: rowsOf(keys, 'blackouts'),
  };
}

function ordersOf(keys: Keys): ReadonlyMap<string, readonly string[]> {
  const orders = new Map<string, string[]>();
  const rows = [...rowsOf(keys, 'published')].sort(
    (a, b) => Number(a.position) - Number(b.position) || (String(a.spot) < String(b.spot) ? -1 : 1),
  );
  for (const { spot, break: at } of rows) orders.set(String(at), [...(orders.get(String(at)) ?? []), String(spot)]);
  return orders;
}

function plannedOf({
  settings,
  spots,
  air,
  orders,
}: Pick<Evening, 'settings' | 'spots' | 'orders'> & { readonly air: Air }): ReadonlyMap<string, Planned> {
  const planned = new Map<string, Planned>();
  for (const [id, own] of orders) {
    const slot = air.slots.find((one) => one.id === id);
    let free = slot?.start ?? 0;
    for (const name of own) {
      const [start, end] = [free, free + spots.find((one) => one.id === name)!.seconds];
      free = end + settings.guard;
      const hasTime = slot === undefined || !slot.cut || (slot.aired ? start < slot.end : end <= slot.end);
      // Where somebody looked, what was not seen in a break that is over did not air.
      const taken = slot === undefined || !hasTime || (air.airings !== undefined && slot.aired);
      planned.set(name, { slot, end, taken });
    }
  }
  return planned;
}

interface Known extends Pick<Evening, 'settings' | 'spots' | 'happened' | 'published'> {
  readonly air: Air;
  readonly planned: ReadonlyMap<string, Planned>;
}

function claimsOf(keys: Keys, { settings, spots, air, planned, published, happened }: Known) {
  const rows = new Map(rowsOf(keys, 'obligations').map((row) => [row.spot, row]));
  const names = new Map(rowsOf(keys, 'published').map((row) => [row.spot, row.break]));
  const displacedOn = (id: string): number | undefined => {
    const own = planned.get(id);
    if (own === undefined || happened.has(id)) return undefined;
    if (own.slot === undefined) return air.lost.find((one) => one.id === names.get(id))?.day;
    return own.taken || own.slot.moved ? own.slot.day : undefined;
  };
  // An earlier log made it good: it has it where only a make-good may be.
  const madeGoodFor = ({ id, wish, offPeak }: Spot): number | undefined => {
    const slot = air.slots.find((one) => one.id === published.get(id));
    if (slot === undefined || slot.aired) return undefined;
    const wished = wish && 'moment' in wish ? Math.floor((wish.moment - 6 * 3600) / 86_400) : undefined;
    if (wished !== undefined && wished < slot.day) return wished;
    return slot.remnant && !slot.prime && !offPeak ? (wished ?? slot.day) : undefined;
  };
  const claims = spots.flatMap((spot): readonly (readonly [string, Claim])[] => {
    const row = rows.get(spot.id);
    const displaced = displacedOn(spot.id);
    const since = displaced ?? madeGoodFor(spot);
    if (row === undefined && since === undefined) return [];
    const created = row?.created === undefined ? (since ?? 0) : dayOf(String(row.created));
    const until = row?.expires === undefined ? created + settings.expiresDays : dayOf(String(row.expires));
    const settled = ['aired', 'credited', 'expired'].includes(String(row?.status));
    const claim = {
      before: row !== undefined || displaced === undefined,
      over: settled || until < 0,
      approved: ['approved', 'booked'].includes(String(row?.status)),
      since: Math.max(0, created),
      until,
    };
    return [[spot.id, claim]];
  });
  return new Map(claims);
}

function locksOf(keys: Keys, { settings, spots, air, planned }: Known): Evening['locks'] {
  const holding = rowsOf(keys, 'locks').filter((row) => {
    const slot = air.slots.find(({ id }) => id === row.break);
    if (slot === undefined) return false;
    if (!slot.cut) return true;
    const own = planned.get(String(row.spot));
    if (own?.slot?.id === slot.id) return !own.taken;
    const others = [...planned.values()].filter((one) => one.slot?.id === slot.id && !one.taken);
    const free = Math.max(slot.start, ...others.map(({ end }) => end + settings.guard));
    return slot.aired || free + spots.find(({ id }) => id === row.spot)!.seconds <= slot.end;
  });
  return new Map(
    holding.map((row) => [String(row.spot), { slot: String(row.break), position: row.position as number | undefined }]),
  );
}
