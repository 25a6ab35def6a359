import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../../problems/problem.ts';
import { makeFolder } from '../../tables/make-folder.ts';
import { meaning } from '../problems.ts';

/**
 * Writes one file whole or not at all, its folder too where there is none.
 *
 * @throws Refusal where the system does not let us.
 * @example
 * writeWhole(`${folder}/notes/week.txt`, 'all placed');
 * writeNew(`${folder}/notes/week.txt`, 'again') // throws 'is there already'
 */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const temporary = `${file}.${randomBytes(3).toString('hex')}.tmp`;
  try {
    makeFolder(dirname(file));
    writeFileSync(temporary, content, { flag: 'wx', flush: true });
    renameSync(temporary, file);
  } catch (error) {
    // Where the path leads through a file, even removing what is not there fails.
    if (existsSync(temporary)) rmSync(temporary, { force: true });
    throw cannotWrite(file, error);
  }
}

/**
 * Writes a new file, its folder too where there is none; never over one that is there.
 *
 * @throws Refusal where the file is there already, or the system does not let us.
 * @example
 * writeNew(`${folder}/week.yaml`, 'kind: loans');
 * writeNew(`${folder}/week.yaml`, 'kind: loans') // throws 'is there already'
 */
export function writeNew(file: string, text: string): void {
  try {
    makeFolder(dirname(file));
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw cannotWrite(file, error);
    throw new Refusal([{ message: 'is there already', place: { file }, maybe: 'Maybe choose another name.' }]);
  }
}

function cannotWrite(file: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  const words = meaning(code);
  const why = words === code ? '' : `: ${words}`;
  return new Refusal([
    { message: `cannot be written (${code})${why}`, place: { file }, maybe: 'Maybe choose another place.' },
  ]);
}
