import { CommanderError } from 'commander';
import { printProblems, Refusal, visible } from '../index.ts';
import type { Io } from './io.ts';

/** What the exit codes of all commands mean. */
export const EXIT = {
  done: 0,
  /** An expectation, a baseline, an audit or a repetition failed. */
  failed: 1,
  /** The scenario, the data or the arguments cannot be used. */
  refused: 2,
  noSchedule: 3,
  /** A fault of Evenhand itself, as in sysexits.h. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one exit code of several runs: what most needs a person comes first. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  const order = [EXIT.refused, EXIT.noSchedule, EXIT.failed];
  return order.find((code) => codes.includes(code)) ?? EXIT.done;
}

/** Tells what went wrong, without a stack trace, and returns the exit code for it. */
export function explainError(error: unknown, io: Io): ExitCode {
  // Commander has already written its message; help and version are no errors.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
  if (error instanceof Refusal) {
    io.err(`${printProblems(error.problems).trimEnd()}\n`);
    return EXIT.refused;
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  if (io.debug) io.err(`${fault.stack ?? fault.message}\n`);
  else io.err(`${faultText(fault)}\n`);
  return EXIT.fault;
}

function faultText(fault: Error): string {
  return [
    `unexpected error: ${visible(fault.message)}`,
    'This is a fault of evenhand, not of your files. Set EVENHAND_DEBUG=1 and run the same command again for the details.',
  ].join('\n');
}
