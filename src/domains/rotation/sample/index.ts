import type { RawTable } from '../../../tables/table.ts';
import { blocksTable, breaksTable, sampleBreaks } from './breaks.ts';
import { advertisersTable, creativesTable, ordersTable, sampleCreatives, sampleOrders } from './orders.ts';
import { blackoutsTable, locksTable, obligationsTable, publishedTable } from './policy.ts';
import { sampleSpots, spotsTable } from './spots.ts';

/**
 * The sample data: a station in New York in the week of 2025-03-03, at whose end the clocks go forward. 301 breaks,
 * 1,500 spots of sixty invented advertisers, more demand for the evening than it can hold, and a few rows that no log
 * should air. The same seed gives the same tables, byte for byte.
 */
export function sampleTables(seed: number): readonly RawTable[] {
  const breaks = sampleBreaks(seed);
  const creatives = sampleCreatives(seed);
  const orders = sampleOrders(seed);
  const spots = sampleSpots(seed, orders, creatives, breaks);
  const locks = locksTable(spots);
  return [
    breaksTable(breaks),
    blocksTable(),
    advertisersTable(),
    creativesTable(creatives),
    ordersTable(orders),
    spotsTable(spots),
    blackoutsTable(),
    locks,
    publishedTable(spots, locks),
    obligationsTable(),
  ];
}
