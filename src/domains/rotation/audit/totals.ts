import type { Violation } from '../../../audit/audit.ts';
import type { ResultTable } from '../../../tables/result.ts';
import { type Facts, type Item, TIERS } from './facts.ts';
import { compare, groupBy, type Measure, tightest } from './measure.ts';
import { isMoved } from './shift.ts';
import { tableOf } from './table.ts';

const sum = (spots: readonly Item[], of: (spot: Item) => number): number =>
  spots.reduce((all, spot) => all + of(spot), 0);

/** What became of the spots of each tier. */
export function tiersTable(facts: Facts): ResultTable {
  const rows = TIERS.map((tier) => {
    const all = facts.spots.filter((spot) => spot.tier === tier);
    const placed = all.filter((spot) => facts.placed.has(spot.id));
    const moved = [...facts.placed.values()].filter((one) => one.spot.tier === tier && isMoved(one)).length;
    return { tier, all, placed, moved };
  });
  return tableOf(rows, [
    ['tier', 'text', 'Tier', (row) => row.tier],
    ['spots', 'integer', 'Spots', (row) => row.all.length],
    ['placed', 'integer', 'Placed', (row) => row.placed.length],
    ['moved', 'integer', 'Of them moved', (row) => row.moved],
    ['unplaced', 'integer', 'Left out', (row) => row.all.length - row.placed.length],
    ['value_placed', 'money', 'Value placed', (row) => sum(row.placed, (spot) => spot.value)],
    ['value_total', 'money', 'Value booked', (row) => sum(row.all, (spot) => spot.value)],
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
  return [...groupBy(facts.spots, (spot) => spot.advertiser)]
    .map(([advertiser, own]): Share => {
      const placed = own.filter((spot) => facts.placed.has(spot.id));
      return {
        ...{ advertiser, parent: own[0]?.parent ?? advertiser, spots: own.length, placed: placed.length },
        ...{ seconds: sum(placed, (spot) => spot.seconds), value: sum(placed, (spot) => spot.value) },
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

/** How close the log comes to breaking each rule: the tightest place of every advertiser, category, film and break. */
export function marginsTable(measures: readonly Measure[]): ResultTable {
  return tableOf(tightest(measures), [
    ['rule', 'text', 'Rule', (row) => row.rule],
    ['entity', 'text', 'Who or what', (row) => row.entity],
    ['limit', 'integer', 'Limit', (row) => row.limit],
    ['actual', 'integer', 'Is', (row) => row.actual],
    ['margin', 'integer', 'Margin', (row) => row.margin],
  ]);
}

/** Every hard rule that is broken, where and how. */
export function violationsTable(violations: readonly Violation[]): ResultTable {
  return tableOf(violations, [
    ['rule', 'text', 'Rule', (row) => row.rule],
    ['entity', 'text', 'Who or what', (row) => row.entity],
    ['text', 'text', 'What is wrong', (row) => row.text],
  ]);
}
