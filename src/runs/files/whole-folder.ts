import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from '../../tables/make-folder.ts';

/** The files of a folder, by name. */
export type Files = ReadonlyMap<string, string>;

/**
 * Writes a folder whole or not at all: a reader, or a crash at any moment, meets the old folder or the new one, and
 * never a part of either.
 *
 * The files are written and flushed in `.tmp-<name>-<pid>-…` beside the folder, which is then renamed. A folder that is
 * there already is first renamed to `.old-<name>-<pid>-…`, since no system renames onto a folder with something in it.
 * A crash between those two renames leaves the old folder whole under that name; `tidy` puts it back.
 *
 * All of it happens in one synchronous stretch, so that no other work of this process comes between.
 */
export function writeFolder(folder: string, files: Files): void {
  const parent = dirname(folder);
  const temporary = join(parent, `.tmp-${basename(folder)}-${process.pid}-${randomBytes(3).toString('hex')}`);
  makeFolder(temporary);
  try {
    for (const [name, text] of files) writeFlushed(join(temporary, name), text);
    flushFolder(temporary);
    putInPlace(temporary, folder);
    flushFolder(parent);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/**
 * Cleans up after processes that died: removes their half-written folders, and puts back the one folder that a crash
 * between two renames leaves aside. Folders of processes that still live are left alone.
 */
export function tidy(parent: string): void {
  for (const name of attempt(() => readdirSync(parent)) ?? []) {
    const match = LEFT_BEHIND.exec(name);
    if (match === null || isAlive(Number(match[3]))) continue;
    const folder = join(parent, match[2]!);
    // The only whole copy is never removed, not even where it cannot be put back.
    if (match[1] === 'old' && !existsSync(folder)) attempt(() => renameSync(join(parent, name), folder));
    else attempt(() => rmSync(join(parent, name), { recursive: true, force: true }));
  }
}

/** Whether a folder holds exactly these texts under these names; other files in it do not count. */
export function holds(
  folder: string,
  files: Files,
  same: (name: string, found: string, wanted: string) => boolean,
): boolean {
  for (const [name, wanted] of files) {
    const found = textThere(join(folder, name));
    if (found === undefined || !same(name, found, wanted)) return false;
  }
  return true;
}

/**
 * The text of a file.
 *
 * @throws An error with a `code`, as `readFileSync` does. A pipe would be waited for, and a device read, for ever.
 */
export function textIn(file: string): string {
  if (!statSync(file).isFile()) throw Object.assign(new Error(), { code: 'not a file' });
  return readFileSync(file, 'utf8');
}

/** The text of a file; undefined where there is none. */
export const textThere = (file: string): string | undefined => attempt(() => textIn(file));

const LEFT_BEHIND = /^\.(tmp|old)-(.+)-(\d+)-[0-9a-f]{6}$/;

/** How often to try again when other processes put the same folder in place at the same time. */
const TRIES = 20;

function putInPlace(temporary: string, folder: string): void {
  for (let tries = 1; ; tries++) {
    const aside = temporary.replace(/\.tmp-([^/\\]*)$/, '.old-$1');
    attempt(() => renameSync(folder, aside));
    try {
      renameSync(temporary, folder);
      rmSync(aside, { recursive: true, force: true });
      return;
    } catch (error) {
      // Another process put the same folder there between the two renames: its folder is as whole as ours.
      if (tries === TRIES || !isOccupied(error)) {
        attempt(() => renameSync(aside, folder));
        throw error;
      }
      rmSync(aside, { recursive: true, force: true });
    }
  }
}

function isOccupied(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Writes a new file and flushes it to the disk. */
export function writeFlushed(file: string, text: string): void {
  const handle = openSync(file, 'wx');
  try {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A rename survives a power cut only once the folder that holds the name is flushed; not every system can. */
export function flushFolder(folder: string): void {
  attempt(() => {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
