import { isAbsolute, relative, resolve } from 'node:path';
import process from 'node:process';

/** A path as a person at this prompt would type it: relative where it lies below the working folder. */
export function shortPath(path: string, from = process.cwd()): string {
  const short = relative(from, resolve(from, path));
  if (short === '') return '.';
  return short.startsWith('..') || isAbsolute(short) ? resolve(from, path) : short;
}
