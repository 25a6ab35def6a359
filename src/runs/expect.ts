import { nearest } from '../nearest.ts';
import type { Run } from './run.ts';

/** What a scenario expects of one number: this number, or a range. */
export type Expected =
  | number
  | {
      readonly min?: number;
      readonly max?: number;
      readonly equals?: number;
      /** At most so many percent of `of` away from it, either way. */
      readonly within?: { readonly of: number; readonly percent: number };
    };

/** One expectation of a scenario, held against its run. */
export interface Expectation {
  /** `status`, a metric, or a part of the objective. */
  readonly name: string;
  /** As the scenario has it. */
  readonly expected: unknown;
  /** Null where the run has no such value. */
  readonly actual: number | string | null;
  readonly passed: boolean;
  /** One sentence for a person. */
  readonly text: string;
}

/** Numbers that differ by less than this share are the same number: a YAML file holds 15 digits, a fraction may not end. */
const SAME = 1e-9;

/**
 * Holds a run against the `expect` of its scenario. Known names are `status`, `candidates`, every metric and every part
 * of the objective; an unknown one is a failed expectation, and never ignored.
 *
 * @example
 * checkExpectations(run, { gini: { max: 0.25 } })[0].text // 'gini is 0.31, expected at most 0.25'
 */
export function checkExpectations(run: Run, expect: Readonly<Record<string, unknown>>): readonly Expectation[] {
  const known = knownValues(run);
  return Object.entries(expect).map(([name, expected]) => {
    const actual = known.get(name);
    if (actual === undefined) return unknownName(name, expected, run, [...known.keys()]);
    const passed = holds(actual, expected);
    return { name, expected, actual, passed, text: sentence(name, actual, expected, passed) };
  });
}

function knownValues(run: Run): Map<string, number | string | null> {
  return new Map<string, number | string | null>([
    ['status', run.status],
    ['candidates', run.candidates],
    ...Object.entries(run.objective),
    ...Object.entries(run.metrics),
  ]);
}

function unknownName(name: string, expected: unknown, run: Run, known: readonly string[]): Expectation {
  const near = nearest(name, known);
  const maybe =
    run.metrics && Object.keys(run.metrics).length === 0
      ? `A run that is ${run.status} has no metrics.`
      : near === undefined
        ? `Known here: ${known.join(', ')}.`
        : `Maybe you meant "${near}".`;
  return { name, expected, actual: null, passed: false, text: `the run has no metric "${name}". ${maybe}` };
}

function holds(actual: number | string | null, expected: unknown): boolean {
  if (typeof actual === 'string') return actual === expected;
  if (actual === null) return false;
  if (typeof expected === 'number') return same(actual, expected);
  const { min, max, equals, within } = expected as Exclude<Expected, number>;
  return (
    (min === undefined || actual >= min || same(actual, min)) &&
    (max === undefined || actual <= max || same(actual, max)) &&
    (equals === undefined || same(actual, equals)) &&
    (within === undefined || Math.abs(actual - within.of) <= (Math.abs(within.of) * within.percent) / 100)
  );
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

function sentence(name: string, actual: number | string | null, expected: unknown, passed: boolean): string {
  const is = actual === null ? `${name} has no value in this run` : `${name} is ${actual}`;
  return passed ? `${is}, as expected (${wish(expected)})` : `${is}, expected ${wish(expected)}`;
}

function wish(expected: unknown): string {
  if (typeof expected !== 'object' || expected === null) return String(expected);
  const { min, max, equals, within } = expected as Exclude<Expected, number>;
  const parts = [
    equals === undefined ? '' : String(equals),
    min === undefined ? '' : `at least ${min}`,
    max === undefined ? '' : `at most ${max}`,
    within === undefined ? '' : `within ${within.percent} % of ${within.of}`,
  ];
  return parts.filter((part) => part !== '').join(' and ');
}
