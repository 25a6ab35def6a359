import type { World } from '../../world/world.ts';

/** Minutes of the way between two buildings; none within one, and where the table says nothing. */
export function minutesBetween({ tables }: World, from: string | null, to: string | null): number {
  if (from === to) return 0;
  const way = tables.travel.rows.find(
    (row) => (row.from === from && row.to === to) || (row.from === to && row.to === from),
  );
  return way?.minutes ?? 0;
}
