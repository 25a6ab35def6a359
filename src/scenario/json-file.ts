import { Refusal } from '../problems/problem.ts';
import { readFileBytes } from '../tables/csv/files.ts';
import { utf16Text } from '../text/encoding.ts';
import { notUtf8 } from './problems.ts';
import { readJson } from './yaml/json.ts';
import { sourceOf } from './yaml/source.ts';
import type { Tree } from './yaml/tree.ts';

/**
 * Reads a file of JSON as a tree that knows its places.
 *
 * @throws Refusal where there is no such file, and at the line where it is not JSON.
 */
export function readJsonFile(file: string): Tree {
  return readJson(sourceOf(file, textOf(file, readFileBytes(file))));
}

function textOf(file: string, bytes: Buffer): string {
  try {
    return utf16Text(bytes) ?? new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal([notUtf8({ file })]);
  }
}
