import type { ResultTable } from '../tables/result.ts';
import { compare, groupBy } from './rows.ts';
import { tableOf } from './table.ts';

/** A rule held against what a schedule does: broken where the margin is below zero. */
export interface Margin {
  readonly rule: string;
  readonly entity: string;
  readonly limit: number;
  readonly actual: number;
  /** How far the schedule is from breaking the rule, in the unit of the rule. */
  readonly margin: number;
  /** What is wrong where the rule is broken. */
  readonly text: () => string;
}

/** The margins of rules that are broken. */
export function brokenOf<M extends Margin>(margins: readonly M[]): readonly M[] {
  return margins.filter(({ margin }) => margin < 0);
}

/** The smallest margin of some rules; null where they bound nothing. */
export function smallestMargin(margins: readonly Margin[], rules: readonly string[]): number | null {
  const own = margins.filter(({ rule }) => rules.includes(rule)).map(({ margin }) => margin);
  return own.length === 0 ? null : own.reduce((least, margin) => Math.min(least, margin));
}

/** For each rule and entity its smallest margin; the tightest first within a rule. */
export function marginsTable(margins: readonly Margin[]): ResultTable {
  const tightest = [...groupBy(margins, ({ rule, entity }) => JSON.stringify([rule, entity])).values()]
    .map((own) => own.reduce((least, one) => (one.margin < least.margin ? one : least)))
    .sort((a, b) => compare(a.rule, b.rule) || a.margin - b.margin || compare(a.entity, b.entity));
  return tableOf(tightest, [
    ['rule', 'text', 'Rule', (row) => row.rule],
    ['entity', 'text', 'Who or what', (row) => row.entity],
    ['limit', 'integer', 'Limit', (row) => row.limit],
    ['actual', 'integer', 'Is', (row) => row.actual],
    ['margin', 'integer', 'Margin', (row) => row.margin],
  ]);
}
