import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../problems/problem.ts';
import { seemsUtf16, utf16Text } from '../../text/encoding.ts';
import { fileProblems, maybes } from '../problems.ts';
import type { CsvOptions } from './records.ts';

const MEGABYTE = 1_000_000;
const LONGEST_LINE = MEGABYTE;
const NEWLINE = 10;
const RETURN = 13;

/**
 * The text of a file's bytes: UTF-8, or UTF-16 with a byte order mark. What spreadsheets call "Unicode text" is UTF-16
 * with tabs between cells.
 *
 * @throws Refusal for bytes that are no table: NUL, another encoding, or a line beyond all measure.
 */
export function decoded(bytes: Buffer, file: string): CsvOptions & { readonly text: string } {
  const packed = packedAs(bytes);
  if (packed !== undefined) throw new Refusal([{ message: packed, place: { file }, maybe: maybes.spreadsheet() }]);
  const wide = wideText(bytes, file);
  if (wide === undefined) {
    checkBytes(bytes, file);
    return { text: bytes.toString('utf8') };
  }
  checkBytes(Buffer.from(wide), file);
  const [header = ''] = wide.split(/[\r\n]/, 1);
  return { text: wide, ...(header.includes('\t') && !header.includes(',') && { separator: '\t' }) };
}

/** What packed bytes are called, by the mark that they begin with. */
function packedAs(bytes: Buffer): string | undefined {
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return fileProblems.archive();
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? fileProblems.compressed() : undefined;
}

function wideText(bytes: Buffer, file: string): string | undefined {
  try {
    return utf16Text(bytes);
  } catch {
    throw new Refusal([{ message: fileProblems.notUtf16(), place: { file }, maybe: maybes.utf8() }]);
  }
}

/** Refuses, before any parsing, bytes that are no table. */
function checkBytes(bytes: Buffer, file: string): void {
  let line = 1;
  const refuse = (message: string, maybe: string) => new Refusal([{ message, place: { file, line }, maybe }]);
  const clean = isUtf8(bytes) && !bytes.includes(0);
  if (!clean && seemsUtf16(bytes)) throw refuse(fileProblems.utf16(), maybes.utf8());
  const next = lineEnds(bytes);
  for (let start = 0; start < bytes.length; line++) {
    const end = next(start);
    if (!clean) {
      const part = bytes.subarray(start, end);
      if (part.includes(0)) throw refuse(fileProblems.notText(), maybes.notCsv());
      if (!isUtf8(part)) throw refuse(fileProblems.notUtf8(), maybes.utf8());
    }
    if (end - start > LONGEST_LINE) {
      throw refuse(fileProblems.longLine(((end - start) / MEGABYTE).toFixed(1)), maybes.notCsv());
    }
    start = bytes[end] === RETURN && bytes[end + 1] === NEWLINE ? end + 2 : end + 1;
  }
}

/** Where the line ends that begins at a place; asked in order, it looks at every byte once for each kind of end. */
function lineEnds(bytes: Buffer): (start: number) => number {
  const find = (code: number, start: number): number => {
    const at = bytes.indexOf(code, start);
    return at < 0 ? bytes.length : at;
  };
  let [newline, carriage] = [-1, -1];
  return (start) => {
    if (newline < start) newline = find(NEWLINE, start);
    if (carriage < start) carriage = find(RETURN, start);
    return Math.min(newline, carriage);
  };
}
