import type { MetricTexts } from '../audit/audit.ts';
import type { Expectation } from '../expect/expect.ts';
import type { RowCount } from '../expect/expect-rows.ts';
import type { Problem } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';

/** A value that a sweep gives a setting: what YAML can hold. */
export type SweptValue = unknown;

/** A setting that a sweep varies. */
export interface Parameter {
  /** Dotted, as in `--set`: "rules.fairness.penalty". */
  readonly path: string;
  /** What decides it: policy, or the world in which policy has to do its work. */
  readonly axis: 'policy' | 'world';
  readonly values: readonly SweptValue[];
}

/** Whether values of a parameter are quantities. The seed of a sample is a name: nothing lies between two of them. */
export const isNumeric = ({ path, values }: Parameter): boolean =>
  path !== 'data.sample' && values.every((value) => typeof value === 'number');

/** What is kept of a finished run: enough for every table and finding of a sweep, and free of any clock. */
export interface SweptResult {
  /** The id that `evenhand run` gives the same question. */
  readonly id: string;
  readonly status: Run['status'];
  readonly objective: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, number | null>>;
  readonly candidates: number;
  /** Whether every level of its audit passed. */
  readonly audited: boolean;
  /** The hash of its schedule: runs that have the same give people the same. */
  readonly schedule: string;
  /** What its schedule nets under the policy of the scenario as it stands, and the hash of that policy. */
  readonly priced: { readonly under: string; readonly net: number | null; readonly why: string | null };
  /** Levels that failed, and notes: each one sentence. */
  readonly notes: readonly string[];
  /** How many rows of its schedule have the fields that expectations ask about. */
  readonly rows: readonly RowCount[];
}

/** One run of a sweep: what was set, and what came of it. */
export interface SweptRun {
  /** From 1, in the order of the plan. */
  readonly number: number;
  /** Which policy and which world, from 0. */
  readonly policy: number;
  readonly world: number;
  /** A value for each parameter, in their order. */
  readonly values: readonly SweptValue[];
  /** Absent where the run could not be made. */
  readonly result?: SweptResult;
  /** Why it could not be made. */
  readonly problems?: readonly Problem[];
  readonly expectations: readonly Expectation[];
}

/**
 * All runs of a sweep.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const { runs } = await runSweep(plan, { folder });
 * runs.map(({ values, result }) => [values, result?.metrics.placed]) // [[[900], 12], [[1800], 11]]
 */
export interface Sweep {
  readonly kind: string;
  readonly name: string;
  readonly title: string;
  /** The command that makes it again. */
  readonly again: string;
  readonly parameters: readonly Parameter[];
  readonly policies: number;
  readonly worlds: number;
  readonly runs: readonly SweptRun[];
  /** How to read the metrics. */
  readonly texts: MetricTexts;
}
