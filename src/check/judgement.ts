/**
 * One thing that a check looked at: what, what was expected, what is, and why it passes or fails.
 *
 * @example
 * const [{ judgements }] = await checkScenarios(['scenarios/rotation/prime-evening.yaml']);
 * const { by, what, verdict, reason } = judgements[0];
 * [by, what, verdict] // ['expect', 'status', 'kept']
 * reason // 'status is optimal, as expected (optimal)'
 */
export interface Judgement {
  /** Where the expectation stands: in the scenario's `expect`, in the baseline, or in the audit of every run. */
  readonly by: 'audit' | 'expect' | 'baseline';
  /** A metric, a part of the objective, `status`, or a level of the audit. */
  readonly what: string;
  readonly expected: string;
  readonly actual: string;
  /** `tied`: it passes since another schedule of the same net score keeps it; `better`, `new`: an update records it. */
  readonly verdict: 'kept' | 'better' | 'tied' | 'new' | 'failed';
  /** One sentence for a person. */
  readonly reason: string;
}

/** Whether it counts as passed: everything but `failed` does. */
export const passes = ({ verdict }: Judgement): boolean => verdict !== 'failed';
