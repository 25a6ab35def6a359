import { basename } from 'node:path';
import { usesOf } from '../kernel/members.ts';
import type { Limits, Model, Solution } from '../kernel/model.ts';
import type { Cell, ResultTable } from '../tables/result.ts';
import type { Quarantined } from '../tables/table.ts';
import { plural } from '../text/format.ts';

/** What one more of each limit that binds and that somebody could loosen would be worth, dearest first. */
export function shadowPrices(model: Model, solution: Solution): ResultTable {
  const rows = model.limits.flatMap((limits, index) => {
    if (limits.fixed) return [];
    const uses = usesOf(model, limits, solution.chosen, solution.auxiliary);
    return Array.from(solution.prices[index]!, (price, group) => ({ price, group }))
      .filter(({ price }) => price !== 0)
      .map(({ price, group }) => rowFor(limits, group, uses[group]!, price));
  });
  rows.sort((a, b) => compare(b[4]!, a[4]!) || compare(a[0]!, b[0]!) || compare(a[1]!, b[1]!));
  return {
    columns: [
      { name: 'rule', type: 'text', label: 'Rule' },
      { name: 'group', type: 'text', label: 'For' },
      { name: 'limit', type: 'number', label: 'Limit' },
      { name: 'used', type: 'number', label: 'Used' },
      { name: 'price', type: 'number', label: 'Points for one more' },
      { name: 'text', type: 'text', label: 'In words' },
    ],
    rows,
  };
}

function rowFor(limits: Limits, group: number, used: number, price: number): readonly Cell[] {
  const per = limits.per ?? 1;
  const limit = limits.most?.[group] ?? limits.over?.[0]?.at[group] ?? limits.least?.[group] ?? null;
  // Millionths are shown: beyond that a price is the solver's tolerance.
  const worth = Math.round((price * per) / 1e3) / 1e6;
  const text = `${limits.more(group)} would be worth ${plural(hundredths(worth), 'point')}`;
  const amount = limit === null || !Number.isFinite(limit) ? null : limit / per;
  return [limits.rule, limits.label(group), amount, used / per, worth, text];
}

/** Two decimals at the most: enough to rank prices, and no more than a reader can use. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

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
    basename(row.file),
    row.line,
    row.column,
    row.value,
    row.reason,
    row.forbids ? 'yes' : 'no',
  ]),
});
