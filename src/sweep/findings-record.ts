import type { MetricText } from '../audit/audit.ts';
import type { SweptValue } from './record.ts';

/** A number that runs of a sweep are held against each other by. */
export interface SweepMeasure extends MetricText {
  readonly name: string;
}

/** How a number is spread over several runs. The median of an even count is the mean of the middle two. */
export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
  readonly runs: number;
}

/** A measure for each value of one parameter, over all runs that have that value. */
export interface Effect {
  readonly measure: string;
  /** Index of the parameter. */
  readonly parameter: number;
  /** In the order of the parameter's values; null where no run with this value has the measure. */
  readonly spreads: readonly (Spread | null)[];
}

/** One policy in all of its worlds. */
export interface PolicyFinding {
  readonly policy: number;
  /** Values of the parameters that policy decides, in their order. */
  readonly values: readonly SweptValue[];
  /** By measure; null where no run of the policy has it. */
  readonly spreads: Readonly<Record<string, Spread | null>>;
  /** Runs that met all expectations, runs that did not, runs without a schedule or never made. */
  readonly passed: number;
  readonly failed: number;
  readonly missing: number;
  /** No other policy is at least as good in score and in fairness and better in one, by their medians. */
  readonly efficient: boolean;
  /**
   * In how many worlds another policy is at least as good in score and in fairness and better in one; a world without a
   * schedule counts. `null` where the kind names no fairness metric.
   */
  readonly beaten: number | null;
}

/** When runs fail an expectation, in words, exact on the runs made. */
export interface FailureFinding {
  /** All of it in one or two sentences. */
  readonly text: string;
  /** The expectation, or `any` for all of them together. */
  readonly name: string;
  readonly failed: number;
  readonly of: number;
  /** "fairness penalty is at most 100; or …"; '' where none fails. */
  readonly when: string;
  /** Which policies fail it in at least one world, described by what policy decides. With several worlds only. */
  readonly policies?: { readonly failed: number; readonly of: number; readonly when: string };
}

/** What a sweep shows, before anything is drawn. */
export interface SweepFindings {
  readonly measures: readonly SweepMeasure[];
  /** Measures that no setting moves, with the value that they have in every run. */
  readonly constant: readonly { readonly name: string; readonly value: number }[];
  readonly effects: readonly Effect[];
  /** How many different schedules the policies have in one world, at the most: where it is 1, nothing that people get differs. */
  readonly schedules: number;
  readonly policies: readonly PolicyFinding[];
  /** The measures of the frontier; absent where the kind names no fairness metric. */
  readonly frontier?: { readonly score: string; readonly fairness: string };
  readonly failures: readonly FailureFinding[];
}
