import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { checkExpectations as check, type Expectation, expectedOf } from '../expect/expect.ts';
import { said } from '../expect/expect-rows.ts';
import { wish } from '../runs/expected.ts';
import { leftOutOf, ROWS_LEFT_OUT } from '../runs/left-out.ts';
import type { Run } from '../runs/run.ts';
import type { Fields } from '../scenario/scenario.ts';
import { plural } from '../text/format.ts';
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

/** Every row of the data is expected to be used, unless the scenario itself expects otherwise. */
export function judgeLeftOut(run: Run, expect: Readonly<Record<string, unknown>>): readonly Judgement[] {
  const { rows } = leftOutOf(run.tables);
  if (rows === 0 || Object.keys(expect).some((name) => name.startsWith(ROWS_LEFT_OUT))) return [];
  const text = `${plural(rows, 'row was', 'rows were')} left out of the data, and none is expected to be; where that is right, expect: {${ROWS_LEFT_OUT}: ${rows}}`;
  const one = { by: 'expect', what: ROWS_LEFT_OUT, expected: '0', actual: String(rows) } as const;
  return [{ ...one, verdict: 'failed', reason: text }];
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
