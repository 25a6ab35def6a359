import { type Problem, Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';

/**
 * Another version than the one built upon is the newest: publishing would undo what it changed.
 *
 * @example
 * await prepare(run, { root: folder, base: 3 })
 * // throws 'is built on version 3, but nothing is published yet'
 */
export class StaleBase extends Refusal {
  /** The newest version, 0 where there is none. */
  readonly newest: number;
  constructor(problem: Problem, newest: number) {
    super([problem]);
    this.name = 'StaleBase';
    this.newest = newest;
  }
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StaleBase';
  }
}

/**
 * The problem of a base that somebody named, and that is not the newest version.
 *
 * @param option What a command says to mean the place of the versions: `--to postgres`.
 */
export function staleBase(name: string, base: number, newest: number, option?: string): StaleBase {
  const to = option === undefined ? '' : ` ${option}`;
  const built = base === 0 ? 'an empty publication' : `version ${base}`;
  const message = `is built on ${built}, but ${newest === 0 ? 'nothing is published yet' : `version ${newest} is the newest`}`;
  const look =
    base === 0 || newest === 0 || base > newest ? '' : `see "evenhand diff ${name}@${base} ${name}@${newest}${to}", `;
  const maybe = `Maybe ${look}run the scenario again on what is published, and commit with --base ${newest}${to}.`;
  return new StaleBase({ message, place: { file: name }, maybe }, newest);
}

/** A run that does not know the newest version. */
export interface Unknowing {
  readonly name: string;
  readonly run: string;
  readonly newest: number;
  /** When the newest version was published, as an instant. */
  readonly published: string;
  /** The version that was the newest as the run began; undefined where only its time is known. */
  readonly planned: number | undefined;
  /** When the run began, as an instant; undefined where nobody knows. */
  readonly begun: string | undefined;
  /** What a command says to mean the place of the versions. */
  readonly option: string | undefined;
}

/** The problem of a run that would replace a version that it does not know. */
export function staleRun({ name, run, newest, published, planned, begun, option }: Unknowing): StaleBase {
  const to = option === undefined ? '' : ` ${option}`;
  const version = planned === 0 ? 'when nothing was published yet' : `on version ${planned}`;
  const based = planned === undefined ? `run ${run} began before that (${begun})` : `run ${run} was planned ${version}`;
  const message = `version ${newest} is the newest (published ${published}), and ${based}`;
  const maybe = `Maybe run the scenario again, so that it knows version ${newest}, and commit that run; or replace version ${newest} all the same with --base ${newest}${to}.`;
  return new StaleBase({ message, place: { file: name }, maybe }, newest);
}

/**
 * Why a run may not be published, or undefined where it may.
 *
 * @param unproven whether a schedule may be published that cannot be repeated, since the clock stopped its search.
 * @example
 * unpublishable(run) // undefined
 * unpublishable({ ...run, status: 'infeasible' })?.message // 'has no schedule to publish: it is infeasible'
 */
export function unpublishable(
  { id, status, audit }: Pick<Run, 'id' | 'status' | 'audit'>,
  unproven = false,
): Problem | undefined {
  const place = { file: `run ${id}` };
  if (status !== 'optimal' && status !== 'feasible') {
    return { message: `has no schedule to publish: it is ${status}`, place, maybe: 'Maybe its report says why.' };
  }
  const failed = audit.levels.filter((level) => !level.passed).map((level) => level.name);
  const stopped = status === 'feasible' && failed.length === 1 && failed[0] === 'reproducible';
  if (audit.passed || (stopped && unproven)) return undefined;
  if (stopped) {
    const message =
      'was stopped by its limit in seconds: its schedule is not proven, and another run may end elsewhere';
    return { message, place, maybe: 'Maybe publish it all the same with --unproven, or give the run more seconds.' };
  }
  const what = failed.length === 0 ? '' : ` (${failed.join(', ')})`;
  return { message: `cannot be published: its audit failed${what}`, place, maybe: 'Maybe its report says why.' };
}

export const noTable = (id: string, table: string): Refusal =>
  refuse(
    `run ${id}`,
    `has no table "${table}", which is its schedule`,
    'Maybe it was written by another engine; run it again.',
  );

export const noColumn = (owner: string, table: string, column: string): Refusal =>
  refuse(
    owner,
    `its schedule "${table}" has no column "${column}"`,
    'Maybe it was written by another engine; run it again.',
  );

export const sameKey = (owner: string, key: string): Refusal =>
  refuse(owner, `two rows of its schedule are both ${key}`, 'Maybe a row was written twice; run it again.');

export const noVersion = (file: string, versions: readonly number[]): Refusal =>
  refuse(
    file,
    'there is no such version',
    versions.length === 0
      ? 'Maybe nothing was published there yet.'
      : versions.length === 1
        ? `Maybe version ${versions[0]}, the only one there.`
        : `Maybe one from ${versions[0]} to ${versions.at(-1)}.`,
  );

export const damagedVersion = (file: string, what: string): Refusal =>
  refuse(
    file,
    `is damaged: ${what}`,
    'Maybe restore it from a copy; moved out of the folder, it leaves the version before it as the newest.',
  );

/** A database that may show this user some of its versions only, so that the newest cannot be told. */
export const hiddenVersions = (where: string): Refusal =>
  refuse(
    where,
    'row-level security holds for this user, so that versions may be hidden',
    'Maybe use a user who may read the whole table, such as its owner.',
  );

/** A publication whose end nobody heard of: the database may have carried it out, or not. */
export const perhapsPublished = (name: string, where: string): Refusal =>
  refuse(
    name,
    `may be published or not: the connection to ${where} was cut before it answered`,
    'Maybe commit the run again: where the version is there, nothing changes.',
  );

export const unlike = (from: string, to: string, what: string): Refusal =>
  refuse(to, `cannot be compared with ${from}: ${what}`, 'Maybe one of the two names is not the one meant.');

export const otherKind = (folder: string, there: string, kind: string): Refusal =>
  refuse(
    folder,
    `holds schedules of kind "${there}", and this one is of kind "${kind}"`,
    'Maybe publish it to another folder with --to, or give the scenario another name.',
  );

export const notPublished = (folder: string, code: string): Refusal =>
  refuse(
    folder,
    `cannot be written: ${WORDS.get(code) ?? code}; nothing was published`,
    'Maybe choose another folder with --to.',
  );

const WORDS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'permission denied, or a file system without hard links'],
  ['ENOTSUP', 'its file system has no hard links'],
  ['EROFS', 'the disk is read-only'],
  ['ENOENT', 'its file system takes no new folders'],
  ['ENOTDIR', 'a part of its path is a file, not a folder'],
  ['EEXIST', 'a part of its path is a file, not a folder'],
]);

function refuse(file: string, message: string, maybe: string): Refusal {
  return new Refusal([{ message, place: { file }, maybe }]);
}
