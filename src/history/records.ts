import { basename } from 'node:path';
import { Refusal } from '../problems/problem.ts';
import { readCsvFile, readFileBytes } from '../tables/csv/files.ts';
import { utf16Text } from '../text/encoding.ts';
import { exactJson } from '../text/json.ts';
import type { RowAside } from './outcome.ts';
import { historyProblems, rowReasons } from './problems.ts';

/** A file as rows of texts, whatever it was. */
export interface Records {
  readonly file: string;
  readonly header: readonly string[];
  /** One for each record, by the places of the header; a missing cell is empty. */
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly aside: readonly RowAside[];
  readonly notes: readonly string[];
  /** Numbers of JSON have a point, and nothing else divides them. */
  readonly isJson: boolean;
}

/**
 * Reads a file of an account: CSV; or JSON as a list of records, `{"data": [...]}`, or a record a line.
 *
 * @throws Refusal where it is none of these.
 */
export function recordsOf(file: string): Records {
  const bytes = readFileBytes(file);
  const start = firstLetter(bytes);
  return start === '{' || start === '[' ? jsonRecords(file, textOf(file, bytes)) : csvRecords(file);
}

function firstLetter(bytes: Buffer): string | undefined {
  const part = bytes.subarray(0, 4000);
  return [
    ...part
      .toString('latin1')
      .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
      .replaceAll('\0', '')
      .trimStart(),
  ][0];
}

function csvRecords(file: string): Records {
  const { header, rows, lines, broken, notes } = readCsvFile(file);
  if (header === undefined) throw historyProblems.noRecords(file);
  const aside = broken.map(({ line, value, reason }) => ({ file, line, column: '', value, reason }));
  const isWide = rows.map((row) => row.slice(header.length).some((cell) => cell.trim() !== ''));
  const wide = rows.flatMap((row, at) =>
    isWide[at]
      ? [
          {
            file,
            line: lines[at]!,
            column: '',
            value: row.at(-1)!.slice(0, 80),
            reason: 'has more cells than the header has names',
          },
        ]
      : [],
  );
  return {
    file,
    header: header.map((name) => name.trim()),
    rows: rows.filter((_, at) => !isWide[at]),
    lines: lines.filter((_, at) => !isWide[at]),
    aside: [...aside, ...wide],
    notes,
    isJson: false,
  };
}

function textOf(file: string, bytes: Buffer): string {
  try {
    const text = utf16Text(bytes) ?? new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/^\uFEFF/, '');
  } catch {
    throw historyProblems.noText(file);
  }
}

function jsonRecords(file: string, text: string): Records {
  const found = listIn(file, text);
  const places = new Map<string, number>();
  const aside: RowAside[] = [];
  const rows: string[][] = [];
  const lines: number[] = [];
  for (const [at, record] of found.entries()) {
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
      const value = JSON.stringify(record).slice(0, 80);
      aside.push({ file, line: at + 1, column: '', value, reason: rowReasons.noRecord });
      continue;
    }
    const row: string[] = [];
    for (const [name, value] of flat(record, '', 0)) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      row[place] = value;
    }
    rows.push(row);
    lines.push(at + 1);
  }
  const header = [...places.keys()];
  const whole = rows.map((row) => header.map((_, place) => row[place] ?? ''));
  return { file, header, rows: whole, lines, aside, notes: [], isJson: true };
}

function listIn(file: string, text: string): readonly unknown[] {
  try {
    const value = exactJson(text);
    if (Array.isArray(value)) return value;
    const lists = Object.values(value as object).filter(Array.isArray);
    if (lists.length === 1) return lists[0] as readonly unknown[];
    if (lists.length === 0) return [value];
    const { data } = value as { readonly data?: unknown };
    if (Array.isArray(data)) return data;
  } catch (error) {
    if (error instanceof Refusal) throw error;
    return linesOf(file, text, error);
  }
  throw historyProblems.noRecords(basename(file));
}

/** A record of JSON in each line. */
function linesOf(file: string, text: string, whole: unknown): readonly unknown[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  try {
    if (lines.length > 1) return lines.map((line) => exactJson(line));
  } catch {
    // It is told of the file as a whole: a broken line of a list would be the wrong one.
  }
  throw historyProblems.noJson(file, (whole instanceof Error ? whole.message : String(whole)).slice(0, 120));
}

const DEEPEST = 8;

/** The cells of a record; those of a record in it under both names: `public_metrics.like_count`. */
function* flat(record: object, before: string, depth: number): Generator<readonly [string, string]> {
  for (const [name, value] of Object.entries(record) as [string, unknown][]) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      yield [before + name, String(value)];
    else if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < DEEPEST)
      yield* flat(value, `${before}${name}.`, depth + 1);
  }
}
