import type { Violation } from '../../../../audit/audit.ts';
import { compare, groupBy } from '../../../../audit/rows.ts';
import type { Facts, Placing, Slot, Stand } from '../facts/facts.ts';

/** A spot that may not leave its place: locked there, or history. */
export function isFixed(facts: Facts, placing: Placing): boolean {
  return isHistory(facts, placing) || facts.lockOf(placing.spot.id) !== undefined;
}

/**
 * A spot that was measured in its break, or stands as published in one that is aired or closed: it has happened, and no
 * rule is held against it.
 */
export function isHistory(facts: Facts, { spot, at }: Stand): boolean {
  return facts.airings?.get(spot.id)?.break === at.id || (closed(at) && facts.publishedIn(spot.id) === at.id);
}

const closed = (slot: Slot): boolean => slot.aired || slot.locked;

/** Locks that are not kept, and breaks on air or closed that changed. */
export function fixedViolations(facts: Facts): readonly Violation[] {
  return [...locks(facts), ...history(facts), ...measured(facts), ...intruders(facts)];
}

function locks(facts: Facts): readonly Violation[] {
  return facts.locks.flatMap(({ spot, break: at, position }) => {
    const placing = facts.placed.get(spot);
    const kept = placing?.at.id === at && (position === null || placing.position === position);
    if (kept) return [];
    const where = placing === undefined ? 'is not placed' : `stands in ${placing.at.id} at ${placing.position}`;
    const wanted = position === null ? at : `${at} at ${position}`;
    return [{ rule: 'locks', entity: spot, text: `${spot} is locked to ${wanted} and ${where}` }];
  });
}

/** What was published in a break that is on air or closed must stand there still; on air, in the same order. */
function history(facts: Facts): readonly Violation[] {
  // A spot whose time a live event took, or whose airing was not seen, need not stand there.
  const known = facts.tables.published.rows.filter((row) => facts.plan.get(row.spot)?.taken === false);
  return [...groupBy(known, (row) => row.break)].flatMap(([id, rows]) => {
    const slot = facts.slot(id);
    if (slot === undefined || !closed(slot)) return [];
    const order = [...rows].sort((a, b) => a.position - b.position || compare(a.spot, b.spot));
    return order.flatMap(({ spot }, index): readonly Violation[] => {
      const placing = facts.placed.get(spot);
      const place = index + 1;
      if (placing?.at.id === id && (!slot.aired || placing.position === place)) return [];
      const where = placing === undefined ? 'is missing' : `now stands in ${placing.at.id} at ${placing.position}`;
      const was = slot.aired ? `aired in ${id} at ${place}` : `was published in ${id}, which is closed,`;
      return [{ rule: ruleOf(slot), entity: spot, text: `${spot} ${was} and ${where}` }];
    });
  });
}

/** What was measured stands where it was seen, in the order in which it was; and what was seen elsewhere airs no more. */
function measured(facts: Facts): readonly Violation[] {
  const places = new Map<string, number>();
  return [...(facts.airings?.values() ?? [])].flatMap(({ spot, break: at }): readonly Violation[] => {
    const placing = facts.placed.get(spot);
    if (at === null)
      return placing === undefined
        ? []
        : [{ rule: 'aired', entity: spot, text: `${spot} aired on another date and stands in ${placing.at.id}` }];
    const place = (places.get(at) ?? 0) + 1;
    places.set(at, place);
    if (placing?.at.id === at && placing.position === place) return [];
    const where = placing === undefined ? 'is missing' : `now stands in ${placing.at.id} at ${placing.position}`;
    return [{ rule: 'aired', entity: spot, text: `${spot} aired in ${at} at ${place}, as measured, and ${where}` }];
  });
}

const ruleOf = (slot: Slot): string => (slot.aired ? 'aired' : 'locked_break');

function intruders(facts: Facts): readonly Violation[] {
  return facts.placings.flatMap((placing) => {
    const { spot, at } = placing;
    if (!closed(at) || isFixed(facts, placing)) return [];
    const state = at.aired ? 'is on air already' : 'is closed';
    return [
      {
        rule: ruleOf(at),
        entity: spot.id,
        text: `${spot.id} is new in ${at.id}, which ${state}`,
      },
    ];
  });
}
