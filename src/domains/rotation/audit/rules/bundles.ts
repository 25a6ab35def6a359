import { type Bundle, bundleOf } from '../facts/bundles.ts';
import type { Facts, Placing } from '../facts/facts.ts';
import type { SpotFault } from './faults.ts';

/** Bundles that are torn apart, and those that stand together in the wrong places. */
export function bundleFaults(facts: Facts): readonly SpotFault[] {
  return [...new Set(facts.bundles.values())].flatMap((bundle) => {
    const placed = bundle.spots.flatMap(({ id }) => facts.placed.get(id) ?? []);
    if (placed.length === 0 || bundleOf(facts, bundle.spots[0]!) === undefined) return [];
    const what = tornText(bundle, placed) ?? (bundle.pairing === 'bookend' ? endText(facts, placed) : lineText(placed));
    if (what === undefined) return [];
    const text = `${what} (the ${bundle.pairing} ${bundle.id})`;
    return [{ rule: 'bundles', entity: bundle.id, text, spots: bundle.spots.map(({ id }) => id) }];
  });
}

function tornText({ spots }: Bundle, placed: readonly Placing[]): string | undefined {
  if (placed.length === spots.length && new Set(placed.map(({ at }) => at.id)).size === 1) return undefined;
  const where = spots.map(({ id }) => {
    const own = placed.find(({ spot }) => spot.id === id);
    return own === undefined ? `${id} is left out` : `${id} stands in ${own.at.id}`;
  });
  return `${where.join(', ')}: they air in one break, or none of them airs`;
}

function endText(facts: Facts, placed: readonly Placing[]): string | undefined {
  const [first, last] = placed as [Placing, Placing];
  const count = facts.inside(first.at).length;
  if (first.position === 1 && last.position === count) return undefined;
  const where = `${first.spot.id} stands ${first.position} and ${last.spot.id} ${last.position} of ${count} in ${first.at.id}`;
  return `${where}: they air first and last`;
}

function lineText(placed: readonly Placing[]): string | undefined {
  if (placed.every(({ position }, k) => position === placed[0]!.position + k)) return undefined;
  const where = placed.map(({ spot, position }) => `${spot.id} at ${position}`).join(', ');
  return `${where} in ${placed[0]!.at.id}: they air one directly after the other`;
}
