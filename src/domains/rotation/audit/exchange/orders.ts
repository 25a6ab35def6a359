import { bundleOf } from '../facts/bundles.ts';
import type { Facts, Item, Placing, Slot, Stand } from '../facts/facts.ts';
import { needBetween, rivals } from '../rules/distances.ts';
import { isHistory } from '../rules/fixed.ts';

/** All orders of a break with so many spots are tried; in a longer one the others keep theirs. */
const SHORT = 5;

/** How many breaks beside its own may be put in another order for a spot, and how often a spot is tried at a place. */
const NEIGHBOURS = 2;
const MOST_TRIES = 5_000;

/** A spot on air in a log that is thought of. */
interface OnAir extends Stand {
  readonly start: number;
  readonly end: number;
  /** Where the log has it; undefined: it is new. */
  readonly was: Placing | undefined;
}

/**
 * Whether a spot can be in a break beside these placed ones, at the seconds at which all of them would really be on air: in
 * some order of the break, of those that have lost a spot, and of the nearest that hold what the new spot must keep away
 * from. What the log breaks already does not count against it. Where no order is found in so many tries the answer is no.
 *
 * @param mates spots of its bundle that come to the same break with it.
 */
export function hasOrders(
  facts: Facts,
  newcomer: Stand,
  present: readonly Placing[],
  mates: readonly Item[] = [],
): boolean {
  const coming = [...mates, newcomer.spot];
  const there = new Set(present);
  const free = freeBreaks(facts, newcomer, there);
  const still = present
    .filter(({ at }) => !free.some((slot) => slot.id === at.id))
    .map((one): OnAir => ({ ...one, was: one }));
  const lines = free.map((slot) => facts.inside(slot).filter((one) => there.has(one)));
  let tries = 0;

  const fill = (k: number, air: readonly OnAir[]): boolean => {
    const slot = free[k];
    if (slot === undefined) return keepsCaps(facts, air);
    const was = new Map(lines[k]!.map((one) => [one.spot, one]));
    const isTarget = slot.id === newcomer.at.id;
    const spots = [...was.keys(), ...(isTarget ? coming : [])];
    const extend = (line: readonly OnAir[], left: readonly Item[]): boolean => {
      if (left.length === 0) return fill(k + 1, [...air, ...line]);
      const before = line.at(-1);
      const start = before === undefined ? slot.start : before.end + facts.settings.rules.guard;
      const next = spots.length <= SHORT ? left : nextOf(left, isTarget ? coming : []);
      return next.some((spot) => {
        if (++tries > MOST_TRIES) return false;
        const stand: OnAir = { spot, at: slot, start, end: start + spot.seconds, was: was.get(spot) };
        if (!mayFollow(facts, before, stand, { place: line.length + 1, count: spots.length })) return false;
        if (![...air, ...line].every((one) => keepsDistance(facts, one, stand))) return false;
        return extend(
          [...line, stand],
          left.filter((one) => one !== spot),
        );
      });
    };
    return extend([], spots);
  };
  return fill(0, still);
}

/** Who may stand next in a long break: the next of the others, or a new spot. */
function nextOf(left: readonly Item[], coming: readonly Item[]): readonly Item[] {
  const next = left.find((one) => !coming.includes(one));
  return [...(next ? [next] : []), ...left.filter((one) => coming.includes(one))];
}

/** The breaks whose orders are looked for, by time. */
function freeBreaks(facts: Facts, newcomer: Stand, there: ReadonlySet<Placing>): readonly Slot[] {
  const isOpen = (slot: Slot) => !slot.aired && !slot.locked && !slot.gone;
  const lost = facts.slots.filter((slot) => facts.inside(slot).some((one) => !there.has(one)));
  const known = new Set([newcomer.at, ...lost]);
  const near = facts.slots.filter((slot) => {
    if (known.has(slot) || !isOpen(slot)) return false;
    return facts.inside(slot).some((one) => isConcerned(facts, newcomer, one));
  });
  const far = (slot: Slot) => Math.abs(slot.start - newcomer.at.start);
  const nearest = near.sort((a, b) => far(a) - far(b)).slice(0, NEIGHBOURS);
  return facts.slots.filter((slot) => known.has(slot) || nearest.includes(slot));
}

/** Whether a distance or a cap may depend on where in their breaks two spots stand. */
export function isConcerned(facts: Facts, { spot, at }: Stand, one: Placing): boolean {
  const needs = Object.values(needBetween(facts, one.spot, spot));
  const window = one.spot.parent === spot.parent ? facts.settings.rules.rolling_seconds : 0;
  const between = at.start <= one.at.start ? one.at.start - at.end : at.start - one.at.end;
  return between < Math.max(window, ...needs);
}

interface Place {
  readonly place: number;
  readonly count: number;
}

/** Whether a spot may stand there in its break: not beside a rival, first or last as booked, on the seat of its lock. */
function mayFollow(facts: Facts, before: OnAir | undefined, next: OnAir, { place, count }: Place): boolean {
  const { spot, was } = next;
  if ((facts.seats.get(spot.id) ?? place) !== place) return false;
  // A break may have broken these before: that is no fault of the new spot.
  const asBefore = was?.position === place && before?.was !== undefined && before.was.position === place - 1;
  if (before !== undefined && rivals(before.spot, spot) && !asBefore) return false;
  if (!keepsBundles(facts, before, spot, { place, count })) return false;
  if (spot.position === 'first') return place === 1;
  return spot.position !== 'last' || place === count;
}

/** Whether bookends stand first and last there, and the spots of a piggyback one behind the other. */
function keepsBundles(facts: Facts, before: OnAir | undefined, spot: Item, { place, count }: Place): boolean {
  const own = bundleOf(facts, spot);
  if (own?.pairing === 'bookend') return place === (spot.bundle!.part === 1 ? 1 : count);
  const led = before && bundleOf(facts, before.spot);
  const awaited = led?.pairing === 'piggyback' ? led.spots[led.spots.indexOf(before!.spot) + 1] : undefined;
  if (awaited !== undefined) return awaited === spot;
  return own?.pairing !== 'piggyback' || own.spots[0] === spot;
}

/** Whether two spots keep their distance, or did not keep it before. */
function keepsDistance(facts: Facts, a: OnAir, b: OnAir): boolean {
  const need = Math.max(...Object.values(needBetween(facts, a.spot, b.spot)));
  if (need <= 0 || gap(a, b) >= need) return true;
  return a.was !== undefined && b.was !== undefined && gap(a.was, b.was) < need;
}

interface Times {
  readonly start: number;
  readonly end: number;
}

/** From the end of the earlier to the start of the later. */
const gap = (a: Times, b: Times): number => (a.start <= b.start ? b.start - a.end : a.start - b.end);

/** Whether the rolling caps hold of every parent that has a spot at a new time; days and blocks are the same in any order. */
function keepsCaps(facts: Facts, air: readonly OnAir[]): boolean {
  const seconds = facts.settings.rules.rolling_seconds;
  if (seconds <= 0) return true;
  const isElsewhere = (one: OnAir) => one.was?.start !== one.start;
  const parents = new Set(air.filter(isElsewhere).map(({ spot }) => spot.parent));
  const concerned = air.filter(({ spot }) => parents.has(spot.parent));
  return concerned.every((last) => {
    const inside = concerned.filter(
      ({ spot, start }) => spot.parent === last.spot.parent && start <= last.start && start > last.start - seconds,
    );
    if (!inside.some(isElsewhere)) return true;
    if (inside.length <= Math.min(...inside.map(({ spot }) => spot.cap))) return true;
    return inside.every(({ was, at }) => was !== undefined && isHistory(facts, { spot: was.spot, at }));
  });
}
