import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { checkExpectations as check, type Expectation, expectedOf } from '../expect/expect.ts';
import { said } from '../expect/expect-rows.ts';
import { wish } from '../runs/expected.ts';
import type { Run } from '../runs/run.ts';
import type { Fields } from '../scenario/scenario.ts';
import type { Judgement } from './judgement.ts';

/**
 * Holds a run against the `expect` of its scenario: its status, its numbers, and the rows of its schedule.
 *
 * @example
 * const [few, even] = checkExpectations(run, { placed: { min: 13 }, gini: { max: 0.3 } });
 * few.text // 'placed is 12, expected at least 13'
 * even.passed // true
 */
export const checkExpectations = (
  run: Run,
  expect: Readonly<Record<string, unknown>>,
  kinds: readonly Domain[] = [],
): readonly Expectation[] => check(run, expectedOf(run, expect), domainOf(run.kind, kinds).schedule.table);

/** The same as judgements. Ties do not count here: the schedule that the run returned is the one that is used. */
export function judgeExpectations(
  run: Run,
  expect: Readonly<Record<string, unknown>>,
  kinds: readonly Domain[] = [],
): readonly Judgement[] {
  return checkExpectations(run, expect, kinds).map((one) => ({
    by: 'expect',
    what: one.name,
    expected: wished(one),
    actual: one.actual === null ? 'none' : String(one.actual),
    verdict: one.passed ? 'kept' : 'failed',
    reason: one.text,
  }));
}

function wished({ expected }: Expectation): string {
  const { must, must_not: mustNot } = Object(expected) as { readonly must?: Fields; readonly must_not?: Fields };
  if (must !== undefined) return `a row with ${said(must)}`;
  if (mustNot !== undefined) return `no row with ${said(mustNot)}`;
  return wish(expected);
}

/** The levels of trust of a run that has a schedule: a failed one fails the check, whatever the scenario expects. */
export function judgeAudit({ audit }: Run): readonly Judgement[] {
  return audit.levels
    .filter((level) => !level.passed)
    .map(({ name, text }) => ({
      by: 'audit',
      what: name,
      expected: 'passed',
      actual: 'failed',
      verdict: 'failed',
      reason: text,
    }));
}
