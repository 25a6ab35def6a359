import { visitGroups } from '../members.ts';
import { BILLION, type Limits, type Model } from '../model.ts';
import type { Rows } from '../program/rows.ts';

/** Prices in points for each unit of use: for each entry of `model.limits`, for each group. */
export type Prices = readonly Float64Array[];

/** Prices of use from the duals of the rows. A group without a row has the price 0: its limit never binds. */
export const pricesOf = (rows: Rows, dual: (row: number) => number): Prices =>
  rows.of.map(({ row, divisor }) => Float64Array.from(row, (r, group) => (r < 0 ? 0 : dual(r) / divisor[group]!)));

/**
 * Prices in whole billionths of a point: the form in which they leave the kernel and enter every proof. Any price proves
 * a bound, so that one which is no number, from a solver that lost its way, becomes 0.
 */
export const roundPrices = (prices: Prices): Prices =>
  prices.map((price) => Float64Array.from(price, (value) => finite(Math.round(value * BILLION)) + 0));

const finite = (value: number): number => (Number.isFinite(value) ? value : 0);

/**
 * The worth of every candidate after paying for what it uses: score - sum of use * price.
 *
 * @param worth the scores, in the unit of the prices. It is overwritten with the result.
 */
export function subtractUse(model: Model, prices: Prices, worth: Float64Array): Float64Array {
  model.limits.forEach((limits, index) => {
    const price = prices[index]!;
    if (price.some((value) => value !== 0)) subtractUseOf(limits, price, worth);
  });
  return worth;
}

function subtractUseOf(limits: Limits, price: Float64Array, worth: Float64Array): void {
  const { members } = limits;
  if ('start' in members) {
    for (let j = 0; j < worth.length; j++)
      visitGroups(limits, j, (group, use) => {
        worth[j]! -= use * price[group]!;
      });
    return;
  }
  const { group, use } = members;
  const end = Math.min(worth.length, group.length);
  // Two loops, without a test of `use` inside: with a million candidates most of the time is spent here.
  if (use) for (let j = 0; j < end; j++) if (group[j]! >= 0) worth[j]! -= use[j]! * price[group[j]!]!;
  if (!use) for (let j = 0; j < end; j++) if (group[j]! >= 0) worth[j]! -= price[group[j]!]!;
}
