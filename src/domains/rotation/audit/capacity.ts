import type { Facts, Placing } from './facts.ts';
import type { Measure } from './measure.ts';

/** What each break holds against what it can: seconds with the guard after each spot, and a number of spots. */
export function capacityMeasures(facts: Facts): readonly Measure[] {
  const { guard } = facts.settings.rules;
  return facts.slots.flatMap((slot): readonly Measure[] => {
    const held = facts.inside(slot);
    if (held.length === 0) return [];
    const used = usedOf(held, guard);
    const seconds = () => `${slot.id} holds ${used} s of spots and guards: it has ${slot.seconds} s`;
    const count = () => `${slot.id} holds ${held.length} spots: it takes ${slot.most}`;
    return [
      ...[{ rule: 'capacity', entity: slot.id, limit: slot.seconds, actual: used, text: seconds }],
      ...[{ rule: 'count', entity: slot.id, limit: slot.most, actual: held.length, text: count }],
    ].map((measure) => ({
      ...measure,
      margin: measure.limit - measure.actual,
      spots: held.map(({ spot }) => spot.id),
    }));
  });
}

/** Seconds of spots, and a guard after each. */
export function usedOf(held: readonly Pick<Placing, 'spot'>[], guard: number): number {
  return held.reduce((sum, { spot }) => sum + spot.seconds + guard, 0);
}
