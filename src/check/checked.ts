import type { Problem } from '../problems/problem.ts';
import type { Change } from './changes.ts';
import type { Judgement } from './judgement.ts';

/** A scenario, or a variant of it, that is checked. */
export interface Question {
  readonly file: string;
  readonly variant?: string | undefined;
}

/**
 * What a check found of one scenario or variant.
 *
 * @example
 * const [checked] = await checkScenarios(['scenarios/rotation/prime-evening.yaml']);
 * [checked.name, checked.verdict, checked.baseline] // ['prime-evening', 'passed', 'there']
 */
export interface Checked extends Question {
  /** `la-week`, `la-week@one_each`. */
  readonly name: string;
  /** `refused`: it could not be run; `nothing`: it has neither expectations nor a baseline. */
  readonly verdict: 'passed' | 'failed' | 'refused' | 'nothing';
  readonly judgements: readonly Judgement[];
  /** Why it could not be run. */
  readonly problems: readonly Problem[];
  /** Whether it was held against a baseline, and what an update changed in that. */
  readonly baseline: 'none' | 'there' | 'updated';
  readonly changes: readonly Change[];
}
