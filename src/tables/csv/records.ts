import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Refusal } from '../../problems/problem.ts';
import { cut, fileNotes, fileProblems, maybes, rowProblems } from '../problems.ts';
import type { Quarantined } from '../table.ts';
import { meantBy } from './formula.ts';
import { quotesOf } from './quotes.ts';

/** The parsed text of a CSV file; no header: the file has no line that is not blank. */
export interface Records {
  readonly header: readonly string[] | undefined;
  /** Where the header stands, if not in the first line: under a line such as `sep=;`, or under blank ones. */
  readonly headerLine?: number;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly broken: readonly Quarantined[];
  /** How the text was read, where it could be read in another way. */
  readonly notes: readonly string[];
}

/** What is known of a file's text before it is read. */
export interface CsvOptions {
  /** What stands between cells where the first line does not say it; a comma where nothing is said. */
  readonly separator?: string | undefined;
}

/** One record of the file: a line, or several where a quoted cell holds line breaks. */
interface RawRecord {
  readonly text: string;
  readonly line: number;
}

const LONGEST_RECORD = 1_000_000;

/**
 * Splits a CSV text (RFC 4180; LF, CRLF or CR line ends, byte order mark allowed) into rows of cells, each with its
 * line. A first line such as `sep=;`, which spreadsheets write and hide, says what stands between cells; else a header
 * without any comma does. A record with a
 * stray quote is set aside and the next line goes on; a record without any text is none; only a quote that is never
 * closed makes the whole text unreadable, and throws `Refusal` with the line where it opens.
 */
export function readRecords(table: string, file: string, text: string, options: CsvOptions = {}): Records {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const hint = /^\s*"?sep=(.?)"?\s*$/i.exec(lines[0] ?? '');
  const separator = (hint?.[1] || options.separator) ?? guessedIn(lines);
  if (hint !== null) lines[0] = '';
  const [top, ...records] = splitRecords(file, lines, separator);
  const header = top && cellsOf([top], separator)[0];
  if (top !== undefined && header === undefined) {
    const place = { file, line: top.line, column: 1, source: cut(top.text) };
    throw new Refusal([{ message: fileProblems.brokenHeader(), place, maybe: maybes.quote() }]);
  }
  const rows: (readonly string[])[] = [];
  const own: number[] = [];
  const broken: Quarantined[] = [];
  for (const [index, row] of cellsOf(records, separator).entries()) {
    const record = records[index] as RawRecord;
    if (row === undefined) {
      const value = cut(record.text.trim());
      broken.push({ table, file, line: record.line, column: '', value, reason: rowProblems.strayQuote() });
    } else if (row.some((cell) => cell.trim() !== '')) {
      rows.push(row.map(meantBy));
      own.push(record.line);
    }
  }
  const notes = separator === ',' ? [] : [fileNotes.separator([basename(file)], separator)];
  const headerLine = top === undefined || top.line === 1 ? {} : { headerLine: top.line };
  return { header: header?.map(meantBy), ...headerLine, rows, lines: own, broken, notes };
}

/** What else than a comma stands between the names of columns, where no comma does: it is told. */
function guessedIn(lines: readonly string[]): string {
  const names = lines.find((line) => line.trim() !== '')?.replace(/"(?:[^"]|"")*"/g, '') ?? '';
  if (names.includes(',')) return ',';
  return [';', '\t', '|'].find((one) => names.includes(one)) ?? ',';
}

/** A record ends at the line break where its quotes, doubled ones included, are even in number. */
function splitRecords(file: string, lines: readonly string[], separator: string): readonly RawRecord[] {
  const records: RawRecord[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = withoutFormulas(lines[at] as string, separator);
    const last = opensQuote(line, separator) ? closingLine(file, lines, at) : at;
    const record = last === at ? line : [line, ...lines.slice(at + 1, last + 1)].join('\n');
    if (record.trim() !== '') records.push({ text: record, line: at + 1 });
    at = last + 1;
  }
  return records;
}

/** Whether a quoted cell begins in this line and goes on in the next; a stray quote within a cell opens nothing. */
const opensQuote = (line: string, separator: string): boolean =>
  line.includes('"') && quotesOf(line, separator) === 'open';

/** `="00101"`, which keeps an id from being taken for a number, breaks the rules of quotes: its cell is "00101". */
function withoutFormulas(line: string, separator: string): string {
  if (!line.includes('="') || quotesOf(line, separator) !== 'stray') return line;
  const cell = new RegExp(`(^|[${separator}])([ \\t]*)=("(?:[^"]|"")*")(?=[ \\t]*(?:[${separator}]|$))`, 'g');
  return line.replace(cell, '$1$2$3');
}

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
 * its separators, which spares the parser nearly every line; those whose quotes are sound go to it in one call, and one by
 * one only if that call fails.
 */
function cellsOf(records: readonly RawRecord[], separator: string): readonly (readonly string[] | undefined)[] {
  const verdicts = records.map(({ text }) => (text.includes('"') ? quotesOf(text, separator) : undefined));
  const quoted = records.filter((_, index) => verdicts[index] === 'sound');
  const parsed = parseAll(quoted, separator) ?? quoted.map((record) => parseAll([record], separator)?.[0]);
  let next = 0;
  return records.map(({ text }, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? text.split(separator) : verdict === 'sound' ? parsed[next++] : undefined;
  });
}

function parseAll(records: readonly RawRecord[], delimiter: string): readonly (readonly string[])[] | undefined {
  try {
    const rows = parse(records.map((record) => record.text).join('\n'), { ...PARSING, delimiter });
    return rows.length === records.length ? rows : undefined;
  } catch {
    return undefined;
  }
}
