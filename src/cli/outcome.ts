import type { Alarm, Expectation, Run } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';

/** A finished run, where it lies, and how it met its scenario's expectations. */
export interface Outcome {
  readonly run: Run;
  readonly folder: string;
  /** The interactive report, where one was asked for. */
  readonly interactive?: string;
  readonly expectations: readonly Expectation[];
  /** How much the kind's alarm counts, where it has one. */
  readonly alarm?: Alarm;
  /** The alarm was asked for: it decides on the exit code. */
  readonly watched?: true;
}

/** The exit code of one run. A run without a schedule is that before anything else, even where it was expected. */
export function judge({ run, expectations, alarm, watched }: Outcome): ExitCode {
  if (run.status !== 'optimal' && run.status !== 'feasible') return EXIT.noSchedule;
  if (!run.audit.passed || expectations.some(({ passed }) => !passed)) return EXIT.failed;
  return watched && alarm?.raised ? EXIT.alert : EXIT.done;
}
