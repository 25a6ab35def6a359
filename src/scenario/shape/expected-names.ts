import { nearest } from '../../problems/nearest.ts';
import type { Problem } from '../../problems/problem.ts';
import { unknownMetric } from '../problems.ts';
import { keyPlaceOf, type TreeMap } from '../yaml/tree.ts';
import type { KindShape } from './kind-shape.ts';

const ROWS_LEFT_OUT = 'rows_left_out';

/** What every run has, whatever its kind; the last is the penalty of `stay_close_to`. */
const GENERAL = [
  ...['status', 'candidates', 'net_score', 'raw_score', 'bound', 'gap', 'total_penalties', ROWS_LEFT_OUT],
  'change_penalty',
];

/**
 * The names under `expect` that no run of the kind has. Nothing where a kind does not say what all its runs have: then
 * only a run tells.
 */
export function unknownNames(
  expect: Readonly<Record<string, unknown>>,
  { metrics = {}, parts }: KindShape,
  written: TreeMap,
): readonly Problem[] {
  if (parts === undefined) return [];
  const known = [...Object.keys(metrics), ...parts, ...GENERAL];
  return Object.entries(expect)
    .filter(([name, wish]) => !known.includes(name) && !name.startsWith(`${ROWS_LEFT_OUT}.`) && !ofRowsOnly(wish))
    .map(([name]) => {
      const path = ['expect', name];
      return unknownMetric(name, nearest(name, known), known, path, keyPlaceOf(written, path));
    });
}

/** Rows of the schedule are expected under a name that need not be a metric. */
const ofRowsOnly = (wish: unknown): boolean =>
  typeof wish === 'object' && wish !== null && Object.keys(wish).every((key) => key === 'must' || key === 'must_not');
