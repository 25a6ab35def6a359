import type { ResultColumn } from '../../tables/result.ts';

/** A share as percent with one decimal, for a chart. */
export const percents = (share: number): number => Math.round(share * 1000) / 10;

/** A value with its interval, the same. */
export const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }, value: number) => ({
  value: percents(value),
  low: percents(low),
  high: percents(high),
});

/** A column of a table. */
export const column = (name: string, type: ResultColumn['type'], label: string): ResultColumn => ({
  name,
  type,
  label,
});
