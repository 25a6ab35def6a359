import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { type Problem, Refusal } from '../problems/problem.ts';
import { folderName } from '../runs/files/folder-name.ts';
import { flushFolder, textIn, tidy, writeFlushed } from '../runs/files/whole-folder.ts';
import type { Run } from '../runs/run.ts';
import { makeFolder } from '../tables/make-folder.ts';
import type { ScheduleTable } from '../tables/result.ts';
import { damagedVersion, notPublished, noVersion, otherKind, staleBase, unpublishable } from './problems.ts';
import { parseVersion, planOf, printVersion, type Version } from './version.ts';

/** Where to publish, and on what the schedule is built. */
export interface PublishOptions {
  /** The folder of all publications. */
  readonly root: string;
  /** The version that the schedule replaces, 0 for none. Any other than the newest is refused. */
  readonly base: number;
  /** Whether a schedule may be published that cannot be repeated, since the clock stopped its search. */
  readonly unproven?: boolean | undefined;
}

/**
 * Where the versions of a scenario lie: `<root>/<scenario>`.
 *
 * @example
 * publicationFolder('published', 'la-week') // 'published/la-week'
 */
export const publicationFolder = (root: string, name: string): string => join(root, folderName(name));

/** The file of a version: `000042.json`. */
const versionFile = (root: string, name: string, version: number): string =>
  join(publicationFolder(root, name), `${String(version).padStart(6, '0')}.json`);

/** The numbers of all versions of a scenario, ascending. Temporary files and others do not count. */
export function versions(root: string, name: string): readonly number[] {
  return namesIn(publicationFolder(root, name))
    .flatMap((file) => numberOf(file) ?? [])
    .sort((a, b) => a - b);
}

/** The newest version of a scenario, 0 where there is none. */
export const newestVersion = (root: string, name: string): number => versions(root, name).at(-1) ?? 0;

/**
 * When a version was published: its file is written once, and never again. Milliseconds since 1970. A copy of the
 * folder that does not keep times makes it later, never earlier.
 */
export const publishedAt = (root: string, name: string, version: number): number =>
  statSync(versionFile(root, name, version)).mtimeMs;

/**
 * Reads one version of a scenario.
 *
 * @throws Refusal where there is no such version, or its file is damaged.
 */
export function readVersion(root: string, name: string, version: number): Version {
  const file = versionFile(root, name, version);
  if (!existsSync(file)) throw noVersion(file, versions(root, name));
  return readVersionFile(file);
}

/** Reads the file of a version, wherever it lies. A file named as a version must be that version. */
export function readVersionFile(file: string): Version {
  const version = parseVersion(textOf(file), file);
  const number = numberOf(basename(file)) ?? version.version;
  if (number !== version.version) throw damagedVersion(file, `it is version ${version.version} under another name`);
  return version;
}

/**
 * Publishes the schedule of a run as the next version, whole or not at all: a reader, or a crash at any moment, meets
 * the old versions or the new one besides, and never a part of it. No version is ever changed or removed.
 *
 * The text is written and flushed under a temporary name; then a hard link claims the next number. Unlike a rename, a
 * link fails where the number is taken, so that of two publishers on the same base one is refused.
 *
 * @param schedule Which table of the run is its schedule.
 * @throws StaleBase where the base is not the newest version; Refusal where the run has no audited schedule, the
 *   folder holds another kind, or the system does not let us write. Nothing is changed then.
 */
export function publishRun(run: Run, schedule: ScheduleTable, options: PublishOptions): Version {
  const { root, base } = options;
  const { next } = prepareVersion(run, schedule, options);
  const folder = publicationFolder(root, run.name);
  const file = versionFile(root, run.name, next.version);
  const text = printVersion(next);
  // What is published must be readable: better refused here than found by whoever reads it next.
  const published = parseVersion(text, file);
  try {
    makeFlushed(folder);
    tidy(folder);
    if (claim(file, text)) return published;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code === undefined ? error : notPublished(folder, code);
  }
  throw staleBase(run.name, base, newestVersion(root, run.name));
}

/** The version that would be published, and the one that it would follow. */
export interface Prepared {
  readonly current: Version | undefined;
  readonly next: Version;
}

/**
 * Everything of `publishRun` but the writing: builds the version and checks all that may be wrong with it. Changes
 * nothing, and throws what `publishRun` would throw.
 */
export function prepareVersion(run: Run, schedule: ScheduleTable, options: PublishOptions): Prepared {
  const { root, base, unproven } = options;
  const problem = unpublishable(run, unproven);
  if (problem !== undefined) throw new Refusal([problem]);
  const newest = newestVersion(root, run.name);
  if (newest !== base) throw staleBase(run.name, base, newest);
  const current = newest === 0 ? undefined : readVersion(root, run.name, newest);
  // Scenarios of one name share a folder, but their schedules could never be compared.
  if (current && current.kind !== run.kind) {
    throw otherKind(publicationFolder(root, run.name), current.kind, run.kind);
  }
  const { title, status, provenance } = run;
  return { current, next: { ...planOf(run, schedule), version: base + 1, base, title, status, provenance } };
}

/** Whether the file is now ours; false where another has it. */
function claim(file: string, text: string): boolean {
  const folder = dirname(file);
  const stem = basename(file, '.json');
  const temporary = join(folder, `.tmp-${stem}-${process.pid}-${randomBytes(3).toString('hex')}`);
  try {
    writeFlushed(temporary, text);
    linkSync(temporary, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(temporary, { force: true });
    flushFolder(folder);
  }
}

/** A new folder survives a power cut only once the folders that hold its name are flushed. */
function makeFlushed(folder: string): void {
  const first = makeFolder(folder);
  if (first === undefined) return;
  for (let at = resolve(folder); at.length >= resolve(first).length; at = dirname(at)) flushFolder(dirname(at));
}

function numberOf(file: string): number | undefined {
  const match = /^(\d{6,15})\.json$/.exec(file);
  const number = Number(match?.[1]);
  return match !== null && number > 0 && match[1] === String(number).padStart(6, '0') ? number : undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return [];
    throw new Refusal([unreadable(folder, code)]);
  }
}

function textOf(file: string): string {
  try {
    return textIn(file);
  } catch (error) {
    throw new Refusal([unreadable(file, (error as NodeJS.ErrnoException).code)]);
  }
}

const unreadable = (file: string, code: string | undefined): Problem => ({
  message: `cannot be read (${code})`,
  place: { file },
});
