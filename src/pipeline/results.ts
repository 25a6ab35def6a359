import { basename } from 'node:path';
import { usesOf, visitGroups } from '../kernel/members.ts';
import { BILLION, type Limits, type Model, type Solution } from '../kernel/model.ts';
import { wholeCharges } from '../kernel/questions/optima.ts';
import { boundOf, reachesOf } from '../kernel/search/bound.ts';
import type { Prices } from '../kernel/search/pricing.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import type { Quarantined } from '../tables/table.ts';
import { plural } from '../text/format.ts';

/**
 * What one more of each limit that somebody could loosen would bring at the most, dearest first. A shadow price is a
 * ceiling and no worth: where several sets of prices prove the same schedule, the true gain may be 0.
 */
export function shadowPrices(model: Model, solution: Solution): ResultTable {
  const prices = plainPrices(model, solution);
  const { value, worth } = boundOf(model, prices, reachesOf(model));
  // Net scores are whole numbers of units: a gap of less than one can bring nothing.
  const units = value - solution.net;
  const gap = units >= 1 ? units / model.unit : 0;
  const rows = model.limits.flatMap((limits, index) => {
    if (limits.fixed) return [];
    const uses = usesOf(model, limits, solution.chosen, solution.auxiliary);
    const again = limits.anew ? worthAgain(model, limits, worth) : undefined;
    return Array.from(prices[index]!, (price, group) => ({ price: price + (again?.[group] ?? 0), group }))
      .filter(({ price }) => price !== 0)
      .map(({ price, group }) => rowFor({ limits, group, used: uses[group]!, price, gap }));
  });
  rows.sort((a, b) => compare(b[4]!, a[4]!) || compare(a[0]!, b[0]!) || compare(a[1]!, b[1]!));
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'For' },
      { name: 'limit', type: 'number', label: 'Limit' },
      { name: 'used', type: 'number', label: 'Used' },
      { name: 'price', type: 'number', label: 'Points for one more, at the most' },
      { name: 'text', type: 'text', label: 'In words' },
    ],
    rows,
  };
}

/**
 * Prices that prove the schedule, in billionths of a point. The solver's own carry its tie-breaks and read as 1,100.05
 * points for what is worth 1,100: where whole prices prove the same, these are shown.
 */
function plainPrices(model: Model, solution: Solution): Prices {
  const whole = wholeCharges(model, solution);
  if (!whole) return solution.prices;
  return solution.prices.map((price, index) =>
    price.map((_, group) => Math.round((whole(index, group, 1) * BILLION) / model.unit)),
  );
}

/**
 * What a second thing of each group would bring beside its price, in billionths of a point: it may also do what the first
 * one does, and earn what that leaves after all prices. Below a two-hundredth of a point it is the rounding of prices.
 */
function worthAgain(model: Model, limits: Limits, worth: Float64Array): Float64Array {
  const best = new Float64Array(limits.groups);
  for (let j = 0; j < model.candidates; j++)
    visitGroups(limits, j, (group) => {
      const own = worth[j]! / model.unit;
      if (own >= 0.005 * BILLION && own > best[group]!) best[group] = own;
    });
  return best;
}

interface PricedGroup {
  readonly limits: Limits;
  readonly group: number;
  readonly used: number;
  /** Billionths of a point for each unit of use. */
  readonly price: number;
  /** Points by which the prices miss the schedule. */
  readonly gap: number;
}

function rowFor({ limits, group, used, price, gap }: PricedGroup): readonly Cell[] {
  const per = limits.per ?? 1;
  const limit = limits.most?.[group] ?? limits.over?.[0]?.at[group] ?? limits.least?.[group] ?? null;
  // Millionths are shown: beyond that a price is the solver's tolerance.
  const worth = Math.round((price * per) / 1e3) / 1e6;
  const text = `${limits.more(group)} would bring ${rangeText(worth + Math.sign(worth) * gap)}`;
  const amount = limit === null || !Number.isFinite(limit) ? null : limit / per;
  return [limits.rule, limits.label(group), amount, used / per, worth, text];
}

/** "0 to 412.07 points". Two decimals are enough to rank prices; rounded up, since it is a ceiling. */
const rangeText = (most: number): string => {
  const ceiling = Math.ceil(most * 100 - 1e-3) / 100;
  return most < 0 ? `${ceiling} to 0 points` : `0 to ${plural(ceiling, 'point')}`;
};

const compare = (a: Cell, b: Cell): number => {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
};

/** Rows that were left out, and why. */
export const quarantineTable = (rows: readonly Quarantined[]): ResultTable => ({
  columns: [
    { name: 'table', type: 'text', label: 'Table' },
    { name: 'file', type: 'text', label: 'File' },
    { name: 'line', type: 'integer', label: 'Line' },
    { name: 'column', type: 'text', label: 'Column' },
    { name: 'value', type: 'text', label: 'Value' },
    { name: 'reason', type: 'text', label: 'Reason' },
    { name: 'forbids', type: 'text', label: 'Forbids' },
  ],
  // The name alone: where the folder lies is no part of the result.
  rows: rows.map((row) => [
    row.table,
    row.rowName === undefined ? basename(row.file) : `${basename(row.file)} ${row.rowName}`,
    row.rowName === undefined ? row.line : null,
    row.column,
    row.value,
    row.reason,
    row.forbids ? 'yes' : 'no',
  ]),
});
