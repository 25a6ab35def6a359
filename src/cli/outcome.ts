import type { Expectation, Run } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** A finished run, where it lies, and how it met its scenario's expectations. */
export interface Outcome {
  readonly run: Run;
  readonly folder: string;
  /** The interactive report, where one was asked for. */
  readonly interactive?: string;
  readonly expectations: readonly Expectation[];
}

/** The exit code of one run. A run without a schedule is that before anything else, even where it was expected. */
export function judge({ run, expectations }: Outcome): ExitCode {
  if (run.status !== 'optimal' && run.status !== 'feasible') return EXIT.noSchedule;
  return run.audit.passed && expectations.every((expectation) => expectation.passed) ? EXIT.done : EXIT.failed;
}
