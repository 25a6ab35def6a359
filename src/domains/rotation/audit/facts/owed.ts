import { addDays } from '../../../../tables/dates.ts';
import type { RotationSettings } from '../../scenario.ts';
import type { RotationTables } from '../../tables.ts';
import type { Clock } from './clock.ts';
import type { Facts, Item, Slot, Stand } from './facts.ts';
import type { Planned } from './plan.ts';

/** A claim on air time: from an obligation of before, or because the log that was published cannot be aired as it was. */
export interface Claim {
  readonly old: boolean;
  /** Nothing is owed any more: aired, credited, expired. */
  readonly over: boolean;
  readonly created: string;
  /** The date from which on it can be made good: not before those of the log. */
  readonly since: string;
  readonly until: string;
  readonly windows: readonly string[];
}

/** States in which nobody owes anything any more. */
export const SETTLED: readonly string[] = ['aired', 'credited', 'expired'];

interface Known {
  readonly settings: RotationSettings;
  readonly tables: RotationTables;
  readonly clock: Clock;
  readonly spots: readonly Item[];
  readonly plan: ReadonlyMap<string, Planned>;
  readonly slots: ReadonlyMap<string, Slot>;
  /** Whether a spot has been seen on air. */
  readonly seen: (spot: string) => boolean;
}

/** Claims by spot. */
export function claimsOf(known: Known): ReadonlyMap<string, Claim> {
  const { date, expires_days: days } = known.settings;
  const obligations = new Map(known.tables.obligations.rows.map((row) => [row.spot, row]));
  const claims = known.spots.flatMap((spot): readonly (readonly [string, Claim])[] => {
    const row = obligations.get(spot.id);
    // Fill is owed to nobody.
    const moved = spot.tier === 'fill' ? undefined : displacedOn(known, spot);
    const lost = spot.tier === 'fill' ? undefined : (moved ?? madeGoodBefore(known, spot));
    if (row === undefined && lost === undefined) return [];
    const created = row?.created ?? lost ?? date;
    const until = row?.expires ?? addDays(created, days);
    const over = until < date || (row !== undefined && SETTLED.includes(row.status));
    const since = created > date ? created : date;
    return [
      [spot.id, { old: row !== undefined || moved === undefined, over, created, since, until, windows: spot.makeGood }],
    ];
  });
  return new Map(claims);
}

/** The date on which a spot was to air, where it cannot or did not. */
function displacedOn({ plan, slots, seen }: Known, { id }: Item): string | undefined {
  const planned = plan.get(id);
  const slot = planned && slots.get(planned.break);
  if (planned === undefined || slot === undefined || seen(id)) return undefined;
  const stood = !planned.taken && (slot.aired || slot.locked);
  return !stood && (planned.taken || slot.moved) ? slot.date : undefined;
}

/**
 * The date on which a spot was owed that the published log has in a place for make-goods alone: on a later date than its
 * wish, or in a remnant break outside prime time.
 */
function madeGoodBefore({ plan, slots, clock }: Known, spot: Item): string | undefined {
  const planned = plan.get(spot.id);
  const slot = planned?.taken === false ? slots.get(planned.break) : undefined;
  if (slot === undefined || slot.aired) return undefined;
  const wished = spot.instant === null ? undefined : clock.momentOf(spot.instant).date;
  if (wished !== undefined && wished < slot.date) return wished;
  return slot.kind === 'remnant' && !slot.prime && !spot.offPeak ? (wished ?? slot.date) : undefined;
}

/** The first window of a claim in which a break lies; undefined where there is none. */
export function routeOf(facts: Facts, spot: Item, slot: Slot): string | undefined {
  const claim = facts.claims.get(spot.id);
  if (claim === undefined || claim.over || slot.date < claim.since || slot.date > claim.until) return undefined;
  return claim.windows.find((window) => {
    if (window === 'remnant') return slot.kind === 'remnant';
    if (!slot.prime) return false;
    return window === 'same_day_prime' ? slot.date === claim.since : slot.date > claim.since;
  });
}

/** Whether a placed spot is made good there, rather than aired as it was sold. */
export function isMadeGood(facts: Facts, { spot, at }: Stand): boolean {
  const route = routeOf(facts, spot, at);
  return route !== undefined && (facts.claims.get(spot.id)?.old === true || route !== 'same_day_prime');
}
