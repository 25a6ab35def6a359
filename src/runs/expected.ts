import type { Scenario } from '../scenario/scenario.ts';

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

/** Numbers that differ by less than this share are the same number: a YAML file holds 15 digits, a fraction may not end. */
const SAME = 1e-9;

/** Whether a value is as expected. */
export function holds(actual: number | string | null, expected: unknown): boolean {
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

/** Whether two numbers are the same but for the digits that a file cannot hold. */
export function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * An expectation in words.
 *
 * @param say how a number is written; as the scenario has it where nothing is said
 * @example
 * wish({ min: 2, max: 3 }) // 'at least 2 and at most 3'
 */
export function wish(expected: unknown, say: (value: number) => string = String): string {
  if (typeof expected === 'number') return say(expected);
  if (typeof expected !== 'object' || expected === null) return String(expected);
  const { min, max, equals, within } = expected as Exclude<Expected, number>;
  const parts = [
    equals === undefined ? '' : say(equals),
    min === undefined ? '' : `at least ${say(min)}`,
    max === undefined ? '' : `at most ${say(max)}`,
    within === undefined ? '' : `within ${within.percent} % of ${say(within.of)}`,
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

/** What a record keeps of what its scenario expects: nothing where it expects nothing. */
export const expectOf = ({
  expect,
}: Pick<Scenario, 'expect'>): { readonly expect?: Readonly<Record<string, unknown>> } =>
  Object.keys(expect).length === 0 ? {} : { expect };
