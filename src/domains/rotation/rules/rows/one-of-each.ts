import type { Airings } from './airings.ts';

/**
 * Of each bundle the candidates of one spot alone, the first that is among these. The spots of a bundle share their break
 * and keep no distance from each other: in a row of candidates that exclude each other one stands for all.
 */
export function oneOfEach({ spot }: Airings, columns: readonly number[]): readonly number[] {
  const first = new Map<string, number>();
  for (const j of columns) {
    const { bundle } = spot(j);
    if (bundle !== null) first.set(bundle.id, Math.min(bundle.part, first.get(bundle.id) ?? Infinity));
  }
  if (first.size === 0) return columns;
  return columns.filter((j) => {
    const { bundle } = spot(j);
    return bundle === null || first.get(bundle.id) === bundle.part;
  });
}
