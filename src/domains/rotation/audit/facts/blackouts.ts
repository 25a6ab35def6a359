import type { RotationTables } from '../../tables.ts';
import { type Clock, DAY, epochOf, spanOf } from './clock.ts';
import type { Slot } from './facts.ts';

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
    // The same hours a day before reach into the begin of a broadcast date.
    const reaches = (slot: Slot, shift: number) =>
      slot.clock + shift < late && slot.clock + shift + slot.seconds > early;
    return { advertiser, category, text, covers: (slot) => reaches(slot, 0) || reaches(slot, DAY) };
  });
}
