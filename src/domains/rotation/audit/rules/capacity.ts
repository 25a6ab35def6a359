import { sumOf } from '../../../../audit/numbers.ts';
import type { Facts, Placing } from '../facts/facts.ts';
import type { SpotMargin } from './faults.ts';

/** What each break holds against what it can: seconds with the guard after each spot, and a number of spots. */
export function capacityMargins(facts: Facts): readonly SpotMargin[] {
  const { guard } = facts.settings.rules;
  return facts.slots.flatMap((slot): readonly SpotMargin[] => {
    const held = facts.inside(slot);
    if (held.length === 0) return [];
    const used = usedOf(held, guard);
    const both = { entity: slot.id, spots: held.map(({ spot }) => spot.id) };
    return [
      {
        ...both,
        rule: 'capacity',
        limit: slot.seconds,
        actual: used,
        margin: slot.seconds - used,
        text: () => `${slot.id} holds ${used} s of spots and guards: it has ${slot.seconds} s`,
      },
      {
        ...both,
        rule: 'count',
        limit: slot.most,
        actual: held.length,
        margin: slot.most - held.length,
        text: () => `${slot.id} holds ${held.length} spots: it takes ${slot.most}`,
      },
    ];
  });
}

/** Seconds of spots, and a guard after each. */
export function usedOf(held: readonly Pick<Placing, 'spot'>[], guard: number): number {
  return sumOf(held, ({ spot }) => spot.seconds + guard);
}
