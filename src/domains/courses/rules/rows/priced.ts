import type { Limits } from '../../../../kernel/model.ts';
import { type RowsOf, rowLimits } from '../../../../policy/rows.ts';

/** Rows whose bounds may be passed at a price for each unit. */
export interface Priced extends RowsOf {
  readonly price: number;
}

/** Rows as soft limits: `most` and `least` become the points beyond which every unit is charged. */
export function pricedLimits({ price, ...rows }: Priced): readonly Limits[] {
  return rowLimits(rows).map(({ most, least, ...limits }) => ({
    ...limits,
    ...(most && { over: [{ at: most, price }] }),
    ...(least && { under: [{ at: least, price }] }),
  }));
}
