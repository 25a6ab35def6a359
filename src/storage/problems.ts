import { Refusal } from '../problems/problem.ts';

const refuse = (file: string, message: string, maybe?: string): Refusal =>
  new Refusal([{ message, place: { file }, ...(maybe !== undefined && { maybe }) }]);

const ELSEWHERE = 'Maybe choose another place with --to: a folder, or postgres.';

const NOTHING = 'nothing is kept there yet';

export const nothingKept = (where: string): Refusal =>
  refuse(where, NOTHING, 'Maybe it is another place: a folder, or postgres.');

/** Whether a place was refused since nothing is kept there: whoever only compares finds all of it new. */
export const isNothingKept = (error: unknown): boolean =>
  error instanceof Refusal && error.problems.some(({ message }) => message === NOTHING);

export const newerStorage = (where: string, feature: string, step: string): Refusal =>
  refuse(
    where,
    `was written by a newer Evenhand: it knows the step "${step}" of ${feature}, which this one does not`,
    'Maybe install the newest Evenhand, or choose another place with --to.',
  );

export const noDatabaseFile = (file: string): Refusal =>
  refuse(file, 'is no database of Evenhand, or is damaged', `Maybe restore it from a copy. ${ELSEWHERE}`);

export const cannotOpen = (file: string, code: string): Refusal =>
  refuse(file, `cannot be opened: ${WORDS.get(code) ?? code}`, ELSEWHERE);

export const tooBusy = (file: string, what: string, seconds: number): Refusal =>
  refuse(
    file,
    `was being written by another process for more than ${seconds} seconds while ${what}; nothing was changed`,
    'Maybe try again when it has ended.',
  );

export const failedThere = (file: string, what: string, why: string): Refusal =>
  refuse(
    file,
    `failed while ${what}: ${why}`,
    'Maybe the disk is full or read-only; what was kept before is still there.',
  );

export const perhapsKept = (where: string, what: string): Refusal =>
  refuse(
    where,
    `the connection was cut while ${what}, before the database had answered: it may be kept or not`,
    'Maybe do it again: what is kept already is not kept twice.',
  );

export const otherDocument = (collection: string, key: string): Refusal =>
  refuse(
    `${collection} "${key}"`,
    'is kept already, with another content',
    'Maybe give it another key: what is kept under a key never changes.',
  );

export const badName = (what: string, name: string): Refusal =>
  refuse(`${what} ${JSON.stringify(name.slice(0, 60))}`, 'is no name: 1 to 500 letters, without control characters');

export const badBody = (what: string, name: string): Refusal =>
  refuse(
    `${what} "${name}"`,
    'holds what JSON cannot: only texts, finite numbers, true, false, null, lists and plain records can be kept',
  );

export const badInstant = (text: string): Refusal =>
  refuse(`instant ${JSON.stringify(text.slice(0, 60))}`, 'is no instant', 'Maybe write 2026-01-31T12:00:00Z.');

const WORDS: ReadonlyMap<string, string> = new Map([
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied'],
  ['EROFS', 'the disk is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['ENOENT', 'its file system takes no new folders'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['EEXIST', 'a part of its path is a file, not a folder'],
  ['EISDIR', 'it is a folder, not a file'],
]);
