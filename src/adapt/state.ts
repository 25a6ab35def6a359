import { PARAMETERS, type Parameters } from '../dispatch/parameters.ts';
import type { Step } from './adjust.ts';
import type { GoalValue } from './goal.ts';
import type { Measures } from './measure.ts';

/** One version of the parameters. */
export interface Version {
  readonly version: number;
  readonly parameters: Parameters;
  /** The version whose parameters these are again, after a change was rolled back. */
  readonly restores?: number;
}

/** One window, and the version that was at work in it. */
export interface Window {
  readonly version: number;
  readonly measures: Measures;
}

/** A change that no window has confirmed yet. */
export interface Trial {
  readonly steps: readonly Step[];
  /** The version before the change. */
  readonly before: number;
  /** The goal before the change, and since it. */
  readonly goalBefore: GoalValue;
  readonly goalSince?: GoalValue;
}

/**
 * What a cycle knows of the cycles before it: it is kept in a store, as a whole.
 *
 * @example
 * newState().versions.map(({ version }) => version) // [1]
 */
export interface CycleState {
  readonly versions: readonly Version[];
  readonly windows: readonly Window[];
  readonly trial?: Trial;
  /** Steps that were rolled back, and the number of windows until which they are not tried again. */
  readonly blocked: readonly { readonly step: string; readonly until: number }[];
}

/**
 * The state before the first cycle: version 1 of the parameters, and no window.
 *
 * @example
 * newState().windows.length // 0
 */
export const newState = (parameters: Parameters = PARAMETERS): CycleState => ({
  versions: [{ version: 1, parameters }],
  windows: [],
  blocked: [],
});

/** The version at work. */
export const currentOf = ({ versions }: CycleState): Version => versions.at(-1)!;
