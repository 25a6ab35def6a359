import { z } from 'zod';
import type { Limits } from '../../../../kernel/model.ts';
import { type RowsOf, rowLimits } from '../../../../policy/rows.ts';
import { points } from '../../../../policy/rule.ts';

/** The parameter `penalty` of a rule that holds, unless the scenario says what it costs to break it. */
export const penaltyOrNever = (description: string) =>
  z
    .union([z.literal(false), points()])
    .default(false)
    .describe(description)
    .meta({ unit: 'points' });

/** Rows whose bounds may be passed at a price for each unit; never where there is no price. */
export interface Priced extends RowsOf {
  readonly price: number | false;
}

/** Rows as soft limits: `most` and `least` become the points beyond which every unit is charged. */
export function pricedLimits({ price, ...rows }: Priced): readonly Limits[] {
  if (price === false) return rowLimits(rows);
  return rowLimits(rows).map(({ most, least, ...limits }) => ({
    ...limits,
    ...(most && { over: [{ at: most, price }] }),
    ...(least && { under: [{ at: least, price }] }),
  }));
}
