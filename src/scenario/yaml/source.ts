import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { type Place, Refusal } from '../../problems/problem.ts';
import { cleanSource } from '../../text/clean.ts';
import { seemsUtf16, utf16Text } from '../../text/encoding.ts';
import { maskedLine } from '../../text/masked.ts';
import * as problems from '../problems.ts';
import { maybeFile } from './missing-file.ts';

/** The text of one scenario file, and where its lines begin. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Offset of the first character of each line. */
  readonly lines: readonly number[];
  /** False where the text is not a file: an argument of the command line has no line number. */
  readonly numbered: boolean;
}

/** A scenario is a page or two; what is larger is a table given by mistake, or an attack. */
const MOST_BYTES = 1_000_000;

/**
 * Reads a scenario file as text, without letters that nobody sees: its names are those that the tables hold.
 *
 * @throws Refusal when it is not there, not a file, larger than 1 MB, or neither UTF-8 nor UTF-16 with its mark.
 */
export function readSource(file: string, place: Place = { file }): Source {
  const bytes = readBytes(file, place);
  if (seemsUtf16(bytes) && utf16Text(bytes) === undefined) throw new Refusal([problems.utf16({ file })]);
  try {
    return sourceOf(file, utf16Text(bytes) ?? new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal([problems.notUtf8({ file })]);
  }
}

/** A file's name without its folder and its ending. */
export function stem(file: string): string {
  return basename(file, extname(file));
}

/** A text as a source; `numbered: false` for one that is not a file. */
export function sourceOf(file: string, original: string, numbered = true): Source {
  const text = cleanSource(original);
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return { file, text, lines, numbered };
}

/** The place of the characters from `start` to before `end`, cut at the end of their first line. */
export function placeAt(source: Source, start: number, end: number): Place {
  const at = Math.min(start, source.text.length);
  const index = lineOf(source.lines, at);
  const first = source.lines[index] ?? 0;
  const next = source.lines[index + 1];
  const line = source.text.slice(first, next === undefined ? undefined : next - 1).replace(/\r$/, '');
  const column = at - first + 1;
  const length = Math.max(1, Math.min(end, first + line.length) - at);
  const place = { file: source.file, column, length, source: maskedLine(line) };
  return source.numbered ? { ...place, line: index + 1 } : place;
}

function lineOf(lines: readonly number[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readBytes(file: string, place: Place): Uint8Array {
  const handle = open(file, place);
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw new Refusal([problems.notAFile(file, place)]);
    if (stat.size > MOST_BYTES) throw new Refusal([problems.tooLarge(stat.size, { file })]);
    return readFileSync(handle);
  } finally {
    closeSync(handle);
  }
}

function open(file: string, place: Place): number {
  try {
    // A named pipe would otherwise wait for a writer for ever.
    return openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new Refusal([problems.unreadable(file, String(code), place)]);
    throw new Refusal([problems.noSuchFile(file, maybeFile(file, place.line === undefined), place)]);
  }
}
