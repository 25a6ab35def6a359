import { countOf, sumOf } from '../../../../audit/numbers.ts';
import { compare, groupBy } from '../../../../audit/rows.ts';
import { tableOf } from '../../../../audit/table.ts';
import type { ResultTable } from '../../../../tables/result.ts';
import { type Facts, TIERS } from '../facts/facts.ts';
import { isMoved } from '../facts/shift.ts';

/** What became of the spots of each tier. */
export function tiersTable(facts: Facts): ResultTable {
  const rows = TIERS.map((tier) => {
    const all = facts.spots.filter((spot) => spot.tier === tier);
    const placed = all.filter((spot) => facts.placed.has(spot.id));
    const moved = countOf([...facts.placed.values()], (one) => one.spot.tier === tier && isMoved(facts, one));
    return { tier, all, placed, moved };
  });
  return tableOf(rows, [
    ['tier', 'text', 'Tier', (row) => row.tier],
    ['spots', 'integer', 'Spots', (row) => row.all.length],
    ['placed', 'integer', 'Placed', (row) => row.placed.length],
    ['moved', 'integer', 'Of them moved', (row) => row.moved],
    ['unplaced', 'integer', 'Left out', (row) => row.all.length - row.placed.length],
    ['value_placed', 'money', 'Value placed', (row) => sumOf(row.placed, (spot) => spot.value)],
    ['value_total', 'money', 'Value booked', (row) => sumOf(row.all, (spot) => spot.value)],
  ]);
}

/** What each advertiser with a spot gets. */
export interface Share {
  readonly advertiser: string;
  readonly parent: string;
  readonly spots: number;
  readonly placed: number;
  readonly seconds: number;
  readonly value: number;
}

/** What each advertiser gets, the highest value first. */
export function sharesOf(facts: Facts): readonly Share[] {
  return [...groupBy(facts.paid, (spot) => spot.advertiser)]
    .map(([advertiser, own]): Share => {
      const placed = own.filter((spot) => facts.placed.has(spot.id));
      return {
        advertiser,
        parent: own[0]?.parent ?? advertiser,
        spots: own.length,
        placed: placed.length,
        seconds: sumOf(placed, (spot) => spot.seconds),
        value: sumOf(placed, (spot) => spot.value),
      };
    })
    .sort((a, b) => b.value - a.value || compare(a.advertiser, b.advertiser));
}

/** Advertisers, the highest value first. */
export function advertisersTable(shares: readonly Share[]): ResultTable {
  return tableOf(shares, [
    ['advertiser', 'text', 'Advertiser', (row) => row.advertiser],
    ['parent', 'text', 'Group', (row) => row.parent],
    ['spots', 'integer', 'Spots', (row) => row.spots],
    ['placed', 'integer', 'Placed', (row) => row.placed],
    ['seconds', 'integer', 'Seconds', (row) => row.seconds],
    ['value', 'money', 'Value', (row) => row.value],
  ]);
}
