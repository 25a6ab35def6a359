import { isOpen } from '../exchange/exchange.ts';
import { joins } from '../exchange/joint.ts';
import { type Facts, isPaid } from '../facts/facts.ts';
import type { SpotFault } from './faults.ts';
import { isFixed } from './fixed.ts';

/**
 * Fill beside spots that are paid for, and breaks that stay empty though fill is left over for them. A log that is given
 * may have sold the rest of such a break: of that nothing is said. Fill in the place of a spot that is left out breaks the
 * order of the tiers in any log.
 */
export function fillFaults(facts: Facts): readonly SpotFault[] {
  if (facts.given) return [];
  const beside = facts.placings.flatMap((placing): readonly SpotFault[] => {
    const { spot, at } = placing;
    const paid = facts.inside(at).find((one) => isPaid(one.spot));
    if (isPaid(spot) || isFixed(facts, placing) || paid === undefined) return [];
    const text = `${spot.id} is fill and stands in ${at.id} beside ${paid.spot.id}: fill airs where a break would stay empty`;
    return [{ rule: 'fill', entity: spot.id, text, spots: [spot.id] }];
  });
  const empty = facts.slots.filter((slot) => isOpen(slot) && facts.inside(slot).length === 0);
  const apart = betweenBreaks(facts);
  const unused = facts.idle.flatMap((spot): readonly SpotFault[] => {
    const slot = empty.find((one) => joins(apart, [spot], one, facts.placings));
    const text = `${slot?.id} stays empty, and ${spot.id} is fill that could air in it`;
    return slot === undefined ? [] : [{ rule: 'fill', entity: slot.id, text, spots: [spot.id] }];
  });
  return [...beside, ...unused];
}

/** The same log, where distances are measured between breaks whatever the scenario says: so they are for fill. */
const betweenBreaks = (facts: Facts): Facts => {
  const { settings } = facts;
  return { ...facts, settings: { ...settings, rules: { ...settings.rules, robust: true } } };
};
