import { parse } from 'csv-parse/sync';
import { Refusal } from '../problems/problem.ts';
import { quotesOf } from './csv-quotes.ts';
import { cut, fileProblems, maybes, rowProblems } from './problems.ts';
import type { Quarantined } from './table.ts';

/** The parsed text of a CSV file; no header: the file has no line that is not blank. */
export interface Records {
  readonly header: readonly string[] | undefined;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly broken: readonly Quarantined[];
}

/** One record of the file: a line, or several where a quoted cell holds line breaks. */
interface RawRecord {
  readonly text: string;
  readonly line: number;
}

const LONGEST_RECORD = 1_000_000;

/**
 * Splits a CSV text (RFC 4180; LF, CRLF or CR line ends, byte order mark allowed) into rows of cells, each with its
 * line. A record with a stray quote is set aside and the next line goes on; only a quote that is never closed makes the
 * whole text unreadable, and throws `Refusal` with the line where it opens.
 */
export function readRecords(table: string, file: string, text: string): Records {
  const [top, ...records] = splitRecords(file, text);
  const header = top && cellsOf([top])[0];
  if (top !== undefined && header === undefined) {
    const place = { file, line: top.line, column: 1, source: cut(top.text) };
    throw new Refusal([{ message: fileProblems.brokenHeader(), place, maybe: maybes.quote() }]);
  }
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const broken: Quarantined[] = [];
  for (const [index, row] of cellsOf(records).entries()) {
    const record = records[index] as RawRecord;
    if (row === undefined) {
      const value = cut(record.text.trim());
      broken.push({ table, file, line: record.line, column: '', value, reason: rowProblems.strayQuote() });
    } else {
      rows.push(row);
      lines.push(record.line);
    }
  }
  return { header, rows, lines, broken };
}

/** A record ends at the line break where its quotes, doubled ones included, are even in number. */
function splitRecords(file: string, text: string): readonly RawRecord[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const records: RawRecord[] = [];
  for (let at = 0; at < lines.length; ) {
    const last = opensQuote(lines[at] as string) ? closingLine(file, lines, at) : at;
    const record = last === at ? (lines[at] as string) : lines.slice(at, last + 1).join('\n');
    if (record.trim() !== '') records.push({ text: record, line: at + 1 });
    at = last + 1;
  }
  return records;
}

/** Whether a quoted cell begins in this line and goes on in the next; a stray quote within a cell opens nothing. */
const opensQuote = (line: string): boolean => line.includes('"') && quotesOf(line) === 'open';

function closingLine(file: string, lines: readonly string[], opening: number): number {
  let length = (lines[opening] as string).length;
  for (let at = opening + 1; at < lines.length && length <= LONGEST_RECORD; at++) {
    const line = lines[at] as string;
    if (quotes(line) % 2 === 1) return at;
    length += line.length + 1;
  }
  const source = cut(lines[opening] as string);
  const column = (lines[opening] as string).lastIndexOf('"') + 1;
  const place = { file, line: opening + 1, column, ...(column <= source.length && { source }) };
  throw new Refusal([{ message: fileProblems.openQuote(), place, maybe: maybes.quote() }]);
}

function quotes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count++;
  return count;
}

// Named in full, for the parser's own defaults have changed from one major version to the next.
const PARSING = {
  delimiter: ',',
  quote: '"',
  escape: '"',
  record_delimiter: '\n',
  trim: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: 2 * LONGEST_RECORD,
};

/**
 * The cells of each record; undefined for one that no parser can read. A record without quotes is what stands between
 * its commas, which spares the parser nearly every line; those whose quotes are sound go to it in one call, and one by
 * one only if that call fails.
 */
function cellsOf(records: readonly RawRecord[]): readonly (readonly string[] | undefined)[] {
  const verdicts = records.map(({ text }) => (text.includes('"') ? quotesOf(text) : undefined));
  const quoted = records.filter((_, index) => verdicts[index] === 'sound');
  const parsed = parseAll(quoted) ?? quoted.map((record) => parseAll([record])?.[0]);
  let next = 0;
  return records.map(({ text }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? text.split(',') : verdict === 'sound' ? parsed[next++] : undefined;
  });
}

function parseAll(records: readonly RawRecord[]): readonly (readonly string[])[] | undefined {
  try {
    const rows = parse(records.map((record) => record.text).join('\n'), PARSING);
    return rows.length === records.length ? rows : undefined;
  } catch {
    return undefined;
  }
}
