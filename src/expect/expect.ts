import { nearest } from '../problems/nearest.ts';
import { holds, wish } from '../runs/expected.ts';
import { ROWS_LEFT_OUT } from '../runs/left-out.ts';
import type { Run } from '../runs/run.ts';
import type { Fields } from '../scenario/scenario.ts';
import { countRows, expectedRows, keyOf, type RowCount, type WithRows } from './expect-rows.ts';

/** What expectations look at of a run: its numbers, and its schedule or what was counted in it. */
export type Judged = Pick<Run, 'status' | 'candidates' | 'objective' | 'metrics'> &
  (Pick<Run, 'tables'> | { readonly rows: readonly RowCount[] });

/**
 * One expectation of a scenario, held against its run.
 *
 * @example
 * checkExpectations(run, { placed: { min: 13 } })
 * // [{ name: 'placed', expected: { min: 13 }, actual: 12, passed: false, text: 'placed is 12, expected at least 13' }]
 */
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

/**
 * Holds a run against the `expect` of its scenario. Known names are `status`, `candidates`, every metric and every part
 * of the objective; an unknown one is a failed expectation, and never ignored. Each row that must or must not be in the
 * schedule is an expectation of its own.
 *
 * @param schedule The result table that is the schedule. A run that holds counts in its place must hold one for every
 * row that is asked for.
 * @example
 * checkExpectations(run, { gini: { max: 0.25 } })[0].text // 'gini is 0.274286, expected at most 0.25'
 */
export function checkExpectations(
  run: Judged,
  expect: Readonly<Record<string, unknown>>,
  schedule = 'assignments',
): readonly Expectation[] {
  const known = knownValues(run);
  return Object.entries(expect).flatMap(([name, whole]): readonly Expectation[] => {
    const { expected, asked } = split(whole);
    const rows = expectedRows(name, (fields) => countIn(run, schedule, fields), asked);
    if (expected === undefined) return rows;
    const actual = known.has(name) || !isLeftOut(name) ? known.get(name) : 0;
    if (actual === undefined) return [unknownName(name, expected, run, [...known.keys()]), ...rows];
    const passed = holds(actual, expected);
    return [{ name, expected, actual, passed, text: sentence(name, actual, expected, passed) }, ...rows];
  });
}

/** Whether a name counts rows that were left out: a run that used every row says nothing of them. */
const isLeftOut = (name: string): boolean => name === ROWS_LEFT_OUT || name.startsWith(`${ROWS_LEFT_OUT}.`);
/** What is expected of a run. The status says how far a search came: of a schedule that was given, none is expected. */
export function expectedOf(
  { given }: Pick<Run, 'given'>,
  { status, ...others }: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return given === undefined && status !== undefined ? { status, ...others } : others;
}

/** What is expected of the value, and what of the rows; a scenario writes both under one name. */
function split(whole: unknown): { readonly expected: unknown; readonly asked: WithRows } {
  if (typeof whole !== 'object' || whole === null) return { expected: whole, asked: {} };
  const { must, must_not, ...bounds } = whole as WithRows;
  const expected = Object.keys(bounds).length === 0 ? undefined : bounds;
  return { expected, asked: { ...(must && { must }), ...(must_not && { must_not }) } };
}

function countIn(run: Judged, schedule: string, fields: Fields): RowCount {
  if ('tables' in run) return countRows(run.tables[schedule], fields);
  const count = run.rows.find((one) => keyOf(one.fields) === keyOf(fields));
  if (count === undefined) throw new RangeError(`nobody counted the rows that have ${keyOf(fields)}`);
  return count;
}

function knownValues(run: Judged): Map<string, number | string | null> {
  return new Map<string, number | string | null>([
    ['status', run.status],
    ['candidates', run.candidates],
    ...Object.entries(run.objective),
    ...Object.entries(run.metrics),
  ]);
}

function unknownName(name: string, expected: unknown, run: Judged, known: readonly string[]): Expectation {
  const near = nearest(name, known);
  const maybe =
    run.metrics && Object.keys(run.metrics).length === 0
      ? `A run that is ${run.status} has no metrics.`
      : near === undefined
        ? `Known here: ${known.join(', ')}.`
        : `Maybe you meant "${near}".`;
  return { name, expected, actual: null, passed: false, text: `the run has no metric "${name}". ${maybe}` };
}

function sentence(name: string, actual: number | string | null, expected: unknown, passed: boolean): string {
  const is = actual === null ? `${name} has no value in this run` : `${name} is ${actual}`;
  return passed ? `${is}, as expected (${wish(expected)})` : `${is}, expected ${wish(expected)}`;
}
