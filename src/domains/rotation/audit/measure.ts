import type { Violation } from '../../../audit/audit.ts';

/** A rule held against what the log does: broken where the margin is below zero. */
export interface Measure {
  readonly rule: string;
  readonly entity: string;
  readonly limit: number;
  readonly actual: number;
  /** How far the log is from breaking the rule, in the unit of the rule: seconds or spots. */
  readonly margin: number;
  readonly text: () => string;
  /** The spots that it is about, where a relaxation may excuse one of them. */
  readonly spots?: readonly string[];
}

/** A rule that is broken, before any relaxation. */
export interface Fault extends Violation {
  readonly spots?: readonly string[];
}

/** The measures that are broken, as faults. */
export function brokenOf(measures: readonly Measure[]): readonly Fault[] {
  return measures
    .filter(({ margin }) => margin < 0)
    .map(({ rule, entity, text, spots = [] }) => ({ rule, entity, text: text(), spots }));
}

/** For each rule and entity its smallest margin; tightest first within a rule. */
export function tightest(measures: readonly Measure[]): readonly Measure[] {
  const least = new Map<string, Measure>();
  for (const measure of measures) {
    const key = JSON.stringify([measure.rule, measure.entity]);
    const known = least.get(key);
    if (known === undefined || measure.margin < known.margin) least.set(key, measure);
  }
  return [...least.values()].sort(
    (a, b) => compare(a.rule, b.rule) || a.margin - b.margin || compare(a.entity, b.entity),
  );
}

/** Texts by code unit, numbers by size: the same order on every machine. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Rows by key, in their order. */
export function groupBy<K, R>(rows: Iterable<R>, key: (row: R) => K): ReadonlyMap<K, readonly R[]> {
  const groups = new Map<K, R[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}
