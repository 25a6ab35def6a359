import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { type Problem, Refusal } from '../problems/problem.ts';
import { folderName } from '../runs/files/folder-name.ts';
import { flushFolder, textIn, tidy, writeFlushed } from '../runs/files/whole-folder.ts';
import { makeFolder } from '../tables/make-folder.ts';
import { damagedVersion, notPublished, noVersion } from './problems.ts';
import type { Store } from './store.ts';
import { parseVersion, printVersion, type Version } from './version.ts';

/**
 * A folder of publications: each version is a file `<root>/<scenario>/000042.json`, which is written once.
 *
 * @example
 * folderStore('published').where('la-week') // 'published/la-week'
 */
export const folderStore = (root: string): Store => ({
  address: resolve(root),
  where: (name) => publicationFolder(root, name),
  versions: async (name) => versions(root, name),
  read: async (name, version) => readVersion(root, name, version),
  // A copy of the folder that does not keep times makes it later, never earlier.
  publishedAt: async (name, version) => statSync(versionFile(root, name, version)).mtimeMs,
  add: async (version) => add(root, version),
});

const publicationFolder = (root: string, name: string): string => join(root, folderName(name));

/** The file of a version: `000042.json`. */
const versionFile = (root: string, name: string, version: number): string =>
  join(publicationFolder(root, name), `${String(version).padStart(6, '0')}.json`);

/** The numbers of all versions of a scenario, ascending. Temporary files and others do not count. */
function versions(root: string, name: string): readonly number[] {
  return namesIn(publicationFolder(root, name))
    .flatMap((file) => numberOf(file) ?? [])
    .sort((a, b) => a - b);
}

function readVersion(root: string, name: string, version: number): Version {
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
 * The text is written and flushed under a temporary name; then a hard link claims the next number. Unlike a rename, a
 * link fails where the number is taken, so that of two publishers on the same base one is refused.
 */
function add(root: string, version: Version): Version | undefined {
  const folder = publicationFolder(root, version.name);
  const file = versionFile(root, version.name, version.version);
  const text = printVersion(version);
  // What is published must be readable: better refused here than found by whoever reads it next.
  const published = parseVersion(text, file);
  try {
    makeFlushed(folder);
    tidy(folder);
    return claim(file, text) ? published : undefined;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw code === undefined ? error : notPublished(folder, code);
  }
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
