import { groupBy } from '../../../../audit/rows.ts';
import type { Facts, Item } from './facts.ts';

/** Spots that were sold to air together, in the order of their parts. */
export interface Bundle {
  readonly id: string;
  readonly pairing: 'bookend' | 'piggyback';
  readonly spots: readonly Item[];
}

/** Every bundle that is booked, by its spots. */
export function bundlesOf(spots: readonly Item[]): ReadonlyMap<string, Bundle> {
  const sold = groupBy(
    spots.filter(({ bundle }) => bundle !== null),
    ({ bundle }) => bundle!.id,
  );
  const bundles = [...sold].map(([id, own]): Bundle => {
    const sorted = [...own].sort((a, b) => a.bundle!.part - b.bundle!.part);
    return { id, pairing: sorted[0]!.bundle!.pairing, spots: sorted };
  });
  return new Map(bundles.flatMap((bundle) => bundle.spots.map(({ id }) => [id, bundle] as const)));
}

/**
 * The bundle that a spot must air in. None where a spot of it is on air, was measured or is settled already: what has
 * happened cannot be undone, and the others air by themselves. A log that is given is judged as it was sold.
 */
export function bundleOf(facts: Facts, { id }: Item): Bundle | undefined {
  const bundle = facts.bundles.get(id);
  if (bundle === undefined || facts.given) return bundle;
  return bundle.spots.some((spot) => isOver(facts, spot)) ? undefined : bundle;
}

function isOver(facts: Facts, { id }: Item): boolean {
  if (facts.airings?.has(id) || facts.claims.get(id)?.over) return true;
  const slot = facts.slot(facts.publishedIn(id) ?? '');
  return slot !== undefined && (slot.aired || slot.locked);
}

/** The other spots of its bundle. */
export const matesOf = (facts: Facts, spot: Item): readonly Item[] =>
  bundleOf(facts, spot)?.spots.filter(({ id }) => id !== spot.id) ?? [];

/** Whether two spots of one break are parts of one bundle: then no distance is asked for between them. */
export const areSoldTogether = (a: Item, b: Item): boolean => a.bundle !== null && a.bundle.id === b.bundle?.id;
