import { scoreOf, visitGroups } from './members.ts';
import { BILLION, type Limits, type Model } from './model.ts';
import type { Rows } from './rows.ts';

/** Prices in points for each unit of use: for each entry of `model.limits`, for each group. */
export type Prices = readonly Float64Array[];

/** From the duals of the rows to prices of use. */
export const pricesOf = (rows: Rows, dual: (row: number) => number): Prices =>
  rows.of.map(({ row, divisor }) => Float64Array.from(row, (r, group) => (r < 0 ? 0 : dual(r) / divisor[group]!)));

/** Whole billionths of a point, the form in which prices leave the kernel and enter every proof. */
export const rounded = (prices: Prices): Prices =>
  prices.map((price) => Float64Array.from(price, (value) => Math.round(value * BILLION) + 0));

/**
 * The worth of every candidate after paying for what it uses: score - sum of use * price, written into `worth`.
 * `worth` holds the scores, in the unit of the prices, when it comes in.
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
  // The two loops are apart because this is where a million candidates spend their time.
  if (use) for (let j = 0; j < end; j++) if (group[j]! >= 0) worth[j]! -= use[j]! * price[group[j]!]!;
  if (!use) for (let j = 0; j < end; j++) if (group[j]! >= 0) worth[j]! -= price[group[j]!]!;
}

/** The worth of one column, auxiliary columns included. */
export function worthOf(model: Model, prices: Prices, column: number, scale: number): number {
  let worth = scoreOf(model, column) * scale;
  model.limits.forEach((limits, index) => {
    visitGroups(limits, column, (group, use) => {
      worth -= use * prices[index]![group]!;
    });
  });
  return worth;
}
