import { timeText } from '../facts/clock.ts';
import type { Facts, Item, Placing, Slot } from '../facts/facts.ts';
import { isMadeGood } from '../facts/owed.ts';
import { shiftOf } from '../facts/shift.ts';
import type { SpotFault } from './faults.ts';

/** What keeps a spot out of a break, whatever else stands in it: the rule and the reason. */
export interface Obstacle {
  readonly rule: string;
  readonly text: string;
}

type Test = (facts: Facts, spot: Item, slot: Slot) => string | undefined;

/** Every rule that a spot and a break can break by themselves. */
const TESTS: readonly (readonly [rule: string, test: Test])[] = [
  ['owed', overdue],
  ['flight', flight],
  ['prime', prime],
  ['window', hours],
  ['exclusions', exclusions],
  ['max_shift', farShift],
  ['exact', exact],
];

/** All that keeps a spot out of a break, its blackouts included. */
export function obstacles(facts: Facts, spot: Item, slot: Slot): readonly Obstacle[] {
  const found = TESTS.flatMap(([rule, test]): readonly Obstacle[] => {
    const text = test(facts, spot, slot);
    return text === undefined ? [] : [{ rule, text }];
  });
  return [...found, ...silences(facts, spot, slot)];
}

/** Placed spots where they may not be. */
export function placeFaults(facts: Facts): readonly SpotFault[] {
  return facts.placings.flatMap((placing) => [
    ...obstacles(facts, placing.spot, placing.at).map(({ rule, text }) => ({
      rule,
      entity: placing.spot.id,
      spots: [placing.spot.id],
      text: `${placing.spot.id} in ${placing.at.id}: ${text}`,
    })),
    ...position(facts, placing),
  ]);
}

/** What is settled airs no more, and what is owed not after its last date. */
function overdue(facts: Facts, { id }: Item, { date }: Slot): string | undefined {
  const seen = facts.airings?.get(id);
  if (seen?.break === null) return 'it aired on another date';
  const claim = facts.claims.get(id);
  if (claim === undefined) return undefined;
  if (date > claim.until) return `it was owed until ${claim.until}`;
  return claim.over ? 'it is settled: it aired before, was credited or has expired' : undefined;
}

function flight(_: Facts, { from, to, order }: Item, { date }: Slot): string | undefined {
  if ((from === null || date >= from) && (to === null || date <= to)) return undefined;
  return `${date} is outside the flight of ${order ?? 'the spot'}, ${from ?? '…'} to ${to ?? '…'}`;
}

/** The start of the break counts. */
function prime(facts: Facts, spot: Item, slot: Slot): string | undefined {
  const { settings } = facts;
  if (!settings.rules.prime || spot.offPeak || slot.prime || isMadeGood(facts, { spot, at: slot })) return undefined;
  const { from, to } = settings.market.prime;
  return `it begins at ${timeText(slot.clock)}, outside prime time, ${from} to ${to}`;
}

function hours(_: Facts, { earliest, latest }: Item, slot: Slot): string | undefined {
  const early = earliest !== null && slot.clock < earliest;
  const late = latest !== null && slot.clock > latest;
  if (!early && !late) return undefined;
  return `it begins at ${timeText(slot.clock)}, outside ${hourText(earliest)} to ${hourText(latest)}`;
}

const hourText = (seconds: number | null): string => (seconds === null ? '…' : timeText(seconds));

function exclusions(_: Facts, spot: Item, slot: Slot): string | undefined {
  if (slot.block !== null && spot.excludeBlocks.includes(slot.block))
    return `its order excludes the block ${slot.block}`;
  const tag = slot.tags.find((one) => spot.excludeCategories.includes(one));
  return tag === undefined ? undefined : `its order excludes ${tag}`;
}

function farShift(facts: Facts, spot: Item, slot: Slot): string | undefined {
  const shift = shiftOf(spot, slot);
  const most = facts.settings.rules.max_shift_minutes;
  if (shift === null || most === false || Math.abs(shift) <= most || isMadeGood(facts, { spot, at: slot }))
    return undefined;
  const minutes = Math.round(Math.abs(shift) * 10) / 10;
  return `it is ${minutes} minutes from the wish, the most is ${most}`;
}

/** A tolerance makes the wish a booking: the break begins within it, 0 being that very second. */
function exact(facts: Facts, spot: Item, slot: Slot): string | undefined {
  const shift = Math.abs(shiftOf(spot, slot) ?? 0);
  if (spot.tolerance === null || shift <= spot.tolerance) return undefined;
  if (isMadeGood(facts, { spot, at: slot })) return undefined;
  if (spot.tolerance === 0) return 'the spot is booked for an exact time, and this is another';
  return `it is ${Math.round(shift * 10) / 10} minutes from the wish, its tolerance is ${spot.tolerance}`;
}

/** Blackouts that a spot would break in a break. */
function silences({ blackouts }: Facts, spot: Item, slot: Slot): readonly Obstacle[] {
  return blackouts
    .filter(({ advertiser, category }) => {
      const meant = advertiser === null || advertiser === spot.advertiser || advertiser === spot.parent;
      return meant && (category === null || spot.categories.includes(category));
    })
    .filter(({ covers }) => covers(slot))
    .map(({ text }) => ({ rule: 'blackout', text }));
}

function position(facts: Facts, { spot, at, position: place }: Placing): readonly SpotFault[] {
  const last = facts.inside(at).length;
  const held = spot.position === 'any' || place === (spot.position === 'first' ? 1 : last);
  if (held) return [];
  const text = `${spot.id} is booked as ${spot.position} and stands ${place} of ${last} in ${at.id}`;
  return [{ rule: 'position', entity: spot.id, text, spots: [spot.id] }];
}
