import type { RotationTables } from '../tables.ts';
import type { BundlePart, Spot } from './spots.ts';

/** Spots that air in one break or not at all, in their order, by their numbers. */
export interface Bundle {
  readonly id: string;
  readonly pairing: BundlePart['pairing'];
  readonly spots: readonly number[];
}

/** The bundles that hold, and the spots with what they are in them: the two of a bookend are booked first and last. */
export interface Bundled {
  readonly bundles: readonly Bundle[];
  readonly spots: readonly Spot[];
}

/** @param isOver Whether a spot has aired or is settled: its bundle holds no longer, and the others air by themselves. */
export function bundledOf(
  { spots: table }: RotationTables,
  spots: readonly Spot[],
  isOver: (s: number) => boolean,
): Bundled {
  const parts = new Map<string, { readonly pairing: BundlePart['pairing']; readonly spots: number[] }>();
  table.rows.forEach(({ bundle, pairing, part }, s) => {
    if (bundle === null || pairing === null || part === null) return;
    const own = parts.get(bundle) ?? { pairing, spots: [] };
    own.spots[part - 1] = s;
    parts.set(bundle, own);
  });
  const bundles = [...parts].flatMap(([id, own]) => (own.spots.some(isOver) ? [] : [{ id, ...own }]));
  const bound = [...spots];
  for (const { id, pairing, spots: own } of bundles)
    own.forEach((s, part) => {
      const spot = spots[s]!;
      const position = pairing === 'piggyback' ? spot.position : part === 0 ? 'first' : 'last';
      bound[s] = { ...spot, position, bundle: { id, pairing, part } };
    });
  return { bundles, spots: bound };
}

/** Whether two spots are parts of one bundle. */
export const areBundled = ({ bundle: a }: Spot, { bundle: b }: Spot): boolean => a !== null && a.id === b?.id;
