import { fileURLToPath } from 'node:url';
import { CommanderError } from 'commander';
import { type Place, printProblems, Refusal, visible } from '../index.ts';
import type { Io } from './io.ts';
import { shortPath } from './paths.ts';

/** What the exit codes of all commands mean. */
export const EXIT = {
  done: 0,
  /** An expectation, a baseline, an audit or a repetition failed. */
  failed: 1,
  /** The scenario, the data or the arguments cannot be used. */
  refused: 2,
  noSchedule: 3,
  /** All is well, but the alarm that was asked for is raised. */
  alert: 4,
  /** A fault of Evenhand itself, as in sysexits.h. */
  fault: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The one exit code of several runs: what most needs a person comes first. */
export function gravest(codes: readonly ExitCode[]): ExitCode {
  const order = [EXIT.refused, EXIT.noSchedule, EXIT.failed, EXIT.alert];
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
  if (isOfSystem(fault)) {
    io.err(`${io.debug ? (fault.stack ?? fault.message) : systemText(fault)}\n`);
    return EXIT.refused;
  }
  const place = placeOutside(fault);
  if (io.debug) io.err(`${fault.stack ?? fault.message}\n`);
  else if (place) io.err(`${kindFaultText(fault, place)}\n`);
  else io.err(`${faultText(fault)}\n`);
  return place ? EXIT.refused : EXIT.fault;
}

/** What a system refuses: a full disk, a closed output, missing rights. No file that is not there: we look first. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EPIPE: 'whoever read it has stopped',
  EIO: 'the disk or terminal failed',
  EBADF: 'it is closed',
  EROFS: 'the disk is read-only',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EFBIG: 'the file would be too large',
  ENAMETOOLONG: 'its path is too long',
  ENODEV: 'there is no such device',
  ENXIO: 'there is no such device',
};

/** Whether the system refused, so that neither we nor the user's files are at fault. */
const isOfSystem = (error: Error): error is NodeJS.ErrnoException =>
  'syscall' in error && 'code' in error && Object.hasOwn(REFUSALS, String(error.code));

function systemText({ code = '', syscall, path }: NodeJS.ErrnoException): string {
  const what = path === undefined ? 'the output' : visible(shortPath(path));
  const verb = syscall === 'read' || syscall === 'open' || syscall === 'scandir' ? 'used' : 'written';
  const maybe = code === 'ENOSPC' || code === 'EDQUOT' ? 'Maybe free some space, or choose another disk.' : undefined;
  return [`${what} cannot be ${verb}: ${REFUSALS[code]} (${code})`, ...(maybe ? [maybe] : [])].join('\n');
}

/** Where a module is that is neither of Evenhand nor of a library: the file of a kind of the user's own. */
function placeOutside({ stack = '' }: Error): Place | undefined {
  const own = new URL('..', import.meta.url).href;
  return [...stack.matchAll(/(file:\/\/[^\s()]+?):(\d+):(\d+)/g)]
    .filter(([, url = '']) => !url.startsWith(own) && !url.includes('/node_modules/'))
    .map(([, url = '', line, column]) => ({ file: fileURLToPath(url), line: Number(line), column: Number(column) }))[0];
}

function kindFaultText({ message }: Error, { file, line, column }: Place): string {
  return [
    `${shortPath(file)}:${line}:${column}: ${visible(message)}`,
    'This is thrown in the module of a kind. Set EVENHAND_DEBUG=1 and run the same command again for the details.',
  ].join('\n');
}

function faultText(fault: Error): string {
  return [
    `unexpected error: ${visible(fault.message)}`,
    'This is a fault of evenhand, not of your files. Set EVENHAND_DEBUG=1 and run the same command again for the details.',
  ].join('\n');
}
