import type { Slot } from './air.ts';
import type { Evening } from './evening.ts';
import { type Spot, timeOf } from './given.ts';

/** The spots of each break, by its id, in the order in which they air. */
export type Log = ReadonlyMap<string, readonly string[]>;

/** The window in which a spot that is owed would be made good in a break; undefined: none. */
export function windowOf({ claims, settings }: Evening, spot: Spot, slot: Slot): string | undefined {
  const claim = claims.get(spot.id);
  if (claim === undefined || claim.over || slot.day < claim.since || slot.day > claim.until) return undefined;
  return settings.windows.find((window) => {
    if (window === 'remnant') return slot.remnant;
    return slot.prime && (window === 'same_day_prime' ? slot.day === claim.since : slot.day > claim.since);
  });
}

/** Whether it is made good there, whatever its wish: else it airs as it was sold. */
export function isMadeGood(evening: Evening, spot: Spot, slot: Slot): boolean {
  const window = windowOf(evening, spot, slot);
  return window !== undefined && (evening.claims.get(spot.id)!.before || window !== 'same_day_prime');
}

/** Seconds between the wish of a spot and a break. */
export function shiftOf({ wish }: Spot, slot: Slot): number {
  if (wish === undefined) return 0;
  return Math.abs(slot.start - ('moment' in wish ? wish.moment : slot.day * 86_400 + wish.time));
}

/** Whether a spot may be in a break at all, whatever else is in it. */
export function mayStand(evening: Evening, spot: Spot, slot: Slot): boolean {
  const { settings, happened, locks, claims, elsewhere } = evening;
  const own = happened.get(spot.id);
  if (own !== undefined) return own.slot === slot.id;
  const lock = locks.get(spot.id);
  if (lock !== undefined ? lock.slot !== slot.id : slot.aired || slot.locked) return false;
  const claim = claims.get(spot.id);
  if (elsewhere.has(spot.id) || claim?.over || (claim !== undefined && slot.day > claim.until)) return false;
  const time = slot.start - slot.day * 86_400;
  if (time < spot.earliest || time > spot.latest) return false;
  const closed = evening.blackouts.some(({ advertiser, category, from, to }) => {
    const named = advertiser === undefined || advertiser === spot.advertiser || advertiser === spot.parent;
    const meant = named && (category === undefined || spot.categories.includes(String(category)));
    return meant && time < timeOf(String(to)) && slot.end - slot.day * 86_400 > timeOf(String(from));
  });
  if (closed) return false;
  if (isMadeGood(evening, spot, slot)) return true;
  if (!slot.prime && !spot.offPeak) return false;
  const shift = shiftOf(spot, slot);
  return (settings.maxShift === false || shift <= settings.maxShift * 60) && (!spot.exact || shift === 0);
}

/** A spot on air. */
interface OnAir {
  readonly spot: Spot;
  readonly slot: Slot;
  readonly start: number;
  readonly end: number;
  readonly past: boolean;
}

/** The spots of a break on air: one after the other, with the guard after each; what was seen, as it was seen. */
function onAir({ settings, happened }: Evening, slot: Slot, line: readonly Spot[]): readonly OnAir[] {
  let free = slot.start;
  return line.map((spot) => {
    const own = happened.get(spot.id);
    const start = own?.ran?.start ?? free;
    const end = own?.ran?.end ?? start + spot.seconds;
    free = end + settings.guard;
    return { spot, slot, start, end, past: own !== undefined };
  });
}

/** Whether the spots of one break may be in it in this order. What has happened is excused. */
export function mayLineUp(evening: Evening, slot: Slot, line: readonly Spot[]): boolean {
  const { settings, happened, locks } = evening;
  const isPast = (spot: Spot) => happened.has(spot.id);
  if (line.every(isPast)) {
    const places = line.map(({ id }) => happened.get(id)!.position);
    return places.every((place, k) => k === 0 || place > places[k - 1]!);
  }
  if (line.length > slot.most) return false;
  if (line.reduce((sum, { seconds }) => sum + seconds + settings.guard, 0) > slot.end - slot.start) return false;
  return line.every((spot, k) => {
    const next = line[k + 1];
    if (next !== undefined && areRivals(spot, next) && !(isPast(spot) && isPast(next))) return false;
    if (isPast(spot)) return true;
    if ((locks.get(spot.id)?.position ?? k + 1) !== k + 1) return false;
    return (spot.position !== 'first' || k === 0) && (spot.position !== 'last' || k === line.length - 1);
  });
}

const areRivals = (a: Spot, b: Spot): boolean => a.parent !== b.parent && shared(a, b).length > 0;

const shared = (a: Spot, b: Spot): readonly string[] =>
  a.categories.filter((category) => b.categories.includes(category));

/** Whether a log keeps every distance and every cap. */
export function keepsAll(evening: Evening, log: Log): boolean {
  const { settings, slots, spots } = evening;
  const all = slots.flatMap((slot) =>
    onAir(
      evening,
      slot,
      (log.get(slot.id) ?? []).map((id) => spots.find((spot) => spot.id === id)!),
    ),
  );
  const far = all.every((a, i) => all.slice(i + 1).every((b) => (a.past && b.past) || isFar(evening, a, b)));
  return far && all.every((last) => keepsCaps(settings.rolling, settings.robust, all, last));
}

/** From the end of the earlier spot to the start of the later; robust: of their breaks, and none inside one. */
function isFar({ settings }: Evening, a: OnAir, b: OnAir): boolean {
  const family = a.spot.parent === b.spot.parent;
  const film = a.spot.creative !== undefined && a.spot.creative === b.spot.creative;
  const needs = [
    ...(family ? [a.spot.separation, b.spot.separation] : []),
    ...(family ? [] : shared(a.spot, b.spot).map((category) => settings.competitive[category] ?? 0)),
    ...(film ? [settings.creative] : []),
  ];
  const need = Math.max(0, ...needs);
  if (need === 0) return true;
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  if (!settings.robust) return second.start - first.end >= need;
  return a.slot !== b.slot && second.slot.start - first.slot.end >= need;
}

function keepsCaps(rolling: number, robust: boolean, all: readonly OnAir[], last: OnAir): boolean {
  const own = all.filter(({ spot }) => spot.parent === last.spot.parent);
  const isIn = (one: OnAir): boolean => {
    if (!robust) return one.start <= last.start && last.start - one.start < rolling;
    if (one.slot === last.slot) return true;
    return one.slot.start < last.slot.start && last.slot.start - one.slot.end < rolling;
  };
  const kept = (some: readonly OnAir[], cap: (spot: Spot) => number | undefined) =>
    some.every(({ past }) => past) ||
    some.length <= Math.min(...some.map(({ spot }) => cap(spot) ?? Number.POSITIVE_INFINITY));
  const day = own.filter(({ slot }) => slot.day === last.slot.day);
  const block = day.filter(({ slot }) => slot.block !== undefined && slot.block === last.slot.block);
  return (
    (rolling === 0 || kept(own.filter(isIn), ({ cap }) => cap)) &&
    kept(day, ({ capDay }) => capDay) &&
    kept(block, ({ capBlock }) => capBlock)
  );
}

/** What a log is worth: by tier the cents of what is owed, approved and expiring, then expiring, then of all; then points. */
export function worthOf(evening: Evening, places: readonly (readonly [Spot, Slot])[]): readonly number[] {
  const { settings, claims, happened, published } = evening;
  const worth = Array.from({ length: 9 }, () => 0);
  let points = 0;
  const hours = new Map<string, number>();
  for (const [spot, slot] of places) {
    const claim = claims.get(spot.id);
    const ends = claim?.before === true && claim.until < settings.days;
    // What brings nothing airs rather than not.
    const value = Math.max(1, spot.cents);
    if (ends && claim.approved) worth[3 * spot.tier]! += value;
    if (ends) worth[3 * spot.tier + 1]! += value;
    worth[3 * spot.tier + 2]! += value;
    if (!isMadeGood(evening, spot, slot)) points -= settings.shiftPoints * Math.ceil(shiftOf(spot, slot) / 60);
    if (published.has(spot.id) && published.get(spot.id) !== slot.id) points -= settings.changePoints;
    const window = windowOf(evening, spot, slot);
    if (window !== undefined && !happened.has(spot.id) && published.get(spot.id) !== slot.id)
      points -= settings.makeGoodPoints * settings.windows.indexOf(window) + slot.day - claim!.since;
    if (!slot.prime) continue;
    const hour = `${spot.advertiser} ${slot.day} ${Math.floor((slot.time - timeOf('20:00')) / 3600)}`;
    hours.set(hour, (hours.get(hour) ?? 0) + 1);
  }
  for (const n of hours.values()) points -= (settings.evennessPoints * n * (n - 1)) / 2;
  return [...worth, points];
}
