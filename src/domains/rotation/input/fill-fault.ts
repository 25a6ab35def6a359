import type { SpotRow } from '../tables.ts';

/** What makes a row no fill: it would be worth something, wish for something, or air with others. */
export function fillFault(row: SpotRow): { readonly column: string; readonly reason: string } | undefined {
  if (row.tier !== 'fill') return undefined;
  if (row.cpm !== null && row.cpm > 0)
    return { column: 'cpm', reason: 'fill has no value: leave it empty, or make the spot a remnant' };
  if (row.wish !== null)
    return { column: 'wish', reason: 'fill has no wish: leave it empty, or make the spot a remnant' };
  if (row.bundle !== null)
    return { column: 'bundle', reason: 'fill airs by itself: leave it empty, or make the spots remnants' };
  return undefined;
}
