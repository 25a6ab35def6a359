import type { Gaps } from '../rules/gaps.ts';

/** When posts are published. */
export interface Horizon {
  /** The first day or local time. */
  readonly start: string;
  /** The day or local time before which everything is published. */
  readonly end: string;
  readonly zone: string;
  /** Posts are published at whole steps after midnight. */
  readonly step_minutes: number;
}

/** How the timing score is made. */
export interface Scoring {
  /** The weights of audience, content type and season. */
  readonly audience: number;
  readonly format: number;
  readonly season: number;
  readonly recency_hours: number;
  readonly normalise: 'horizon' | 'day';
  readonly back_to_school: readonly { readonly from: string; readonly to: string }[];
  /** How much the table `learnt` counts, in percent. */
  readonly learnt: number;
}

/** What of the settings the world is made from. */
export interface Scope {
  readonly horizon: Horizon;
  readonly mode: 'exact' | 'greedy_compat';
  readonly scoring: Scoring;
  readonly gaps: Gaps;
  /** How many posts may go out at once. */
  readonly most: number;
  readonly holidays: false | 'skip' | 'score';
}

/** Settings of a scenario, as far as the world is made from them. */
export interface Scoped extends Pick<Scope, 'horizon' | 'scoring' | 'mode'> {
  readonly rules: {
    readonly spacing: Gaps;
    readonly holidays: Scope['holidays'];
    readonly concurrency: false | { readonly most: number };
  };
}

/** What of the settings the world is made from. */
export const scopeOf = ({ horizon, scoring, mode, rules }: Scoped): Scope => ({
  horizon,
  mode,
  scoring,
  gaps: rules.spacing,
  most: rules.concurrency === false ? Number.MAX_SAFE_INTEGER : rules.concurrency.most,
  holidays: rules.holidays,
});
