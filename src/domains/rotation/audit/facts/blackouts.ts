import type { RotationTables } from '../../tables.ts';
import type { Obstacle } from '../rules/place.ts';
import { type Clock, epochOf, spanOf } from './clock.ts';
import type { Facts, Item, Slot } from './facts.ts';

/** A time that is closed to an advertiser or group, to a category, or to everybody. */
export interface Blackout {
  readonly advertiser: string | null;
  readonly category: string | null;
  readonly text: string;
  readonly covers: (slot: Slot) => boolean;
}

/** The blackouts of the tables; a local time of day means every day. */
export function blackoutsOf(tables: RotationTables, clock: Clock): readonly Blackout[] {
  return tables.blackouts.rows.map(({ advertiser, category, from, to }): Blackout => {
    const whom = [advertiser, category].filter((one) => one !== null).join(', ') || 'everybody';
    const text = `a blackout of ${whom} from ${from} to ${to}`;
    const [begin, end] = [epochOf(from), epochOf(to)];
    if (begin !== undefined && end !== undefined)
      return { advertiser, category, text, covers: (slot) => slot.start < end && slot.end > begin };
    const [early, late] = spanOf(clock, from, to);
    return { advertiser, category, text, covers: (slot) => slot.clock < late && slot.clock + slot.seconds > early };
  });
}

/** Blackouts that a spot would break in a break. */
export function silences({ blackouts }: Facts, spot: Item, slot: Slot): readonly Obstacle[] {
  return blackouts
    .filter(({ advertiser, category }) => {
      const meant = advertiser === null || advertiser === spot.advertiser || advertiser === spot.parent;
      return meant && (category === null || spot.categories.includes(category));
    })
    .filter(({ covers }) => covers(slot))
    .map(({ text }) => ({ rule: 'blackout', text }));
}
