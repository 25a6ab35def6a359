import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileMetaData, ParquetParsers, SchemaElement } from 'hyparquet';
import { nearest } from '../../../problems/nearest.ts';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { readFileBytes } from '../../csv/files.ts';
import { isoDate } from '../../dates.ts';
import { fileNotes, maybes, fileProblems as tableProblems } from '../../problems.ts';
import type { RawTable, TableSpec } from '../../table.ts';
import { neededColumns, tableOf } from '../needed.ts';
import { fileProblems } from '../problems.ts';
import type { ParquetSource, ReadSource } from '../source.ts';

/**
 * Reads a folder of Parquet files, `<folder>/<table>.parquet` for each table.
 *
 * @throws Refusal where the folder or a needed file is not there, or a file cannot be read.
 */
export const readParquet: ReadSource<ParquetSource> = async (specs, { parquet: folder }) => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal([{ message: tableProblems.noFolder(folder), maybe: maybes.dir() }]);
  const names = specs.map(({ name }) => `${name}.parquet`);
  const others = readdirSync(folder).filter((file) => file.endsWith('.parquet') && !names.includes(file));
  const problems: Problem[] = [];
  const tables: RawTable[] = [];
  for (const spec of specs) {
    const file = join(folder, `${spec.name}.parquet`);
    if (!existsSync(file)) {
      problems.push(...absent(spec, file, others));
      continue;
    }
    try {
      tables.push(await readParquetFile(spec, file));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return { tables, notes: others.sort().map(fileNotes.unread) };
};

/** What is wrong where a table has no file: a file whose name is nearly its own would be ignored with what it forbids. */
function absent(spec: TableSpec, file: string, others: readonly string[]): readonly Problem[] {
  const close = nearest(basename(file), others);
  if (!spec.required && close === undefined) return [];
  const needed = Object.entries(spec.columns).flatMap(([name, column]) => (column.required ? [name] : []));
  const maybe = close === undefined ? {} : { maybe: maybes.renamed(close, basename(file)) };
  return [{ message: tableProblems.noFile(spec.name, needed.join(', ')), place: { file }, ...maybe }];
}

const MEGABYTE = 1_000_000;
const MOST_UNPACKED = 2_000 * MEGABYTE;

/** Reads one file as a table: only the columns that its description knows are unpacked. */
async function readParquetFile(spec: TableSpec, file: string): Promise<RawTable> {
  const opened = await openParquet(file);
  const needed = neededColumns(spec, { file, columns: [...opened.elements.keys()], key: [] });
  const rows = await rowsOf(opened, needed.columns);
  return { ...tableOf(spec, file, needed, rows), rowName: (row) => `row ${row + 1}` };
}

/** The columns of a file and its first rows. */
export async function firstRows(file: string, most: number) {
  const opened = await openParquet(file);
  const columns = [...opened.elements.keys()];
  return { columns, rows: await rowsOf(opened, columns, most) };
}

interface Opened {
  readonly file: string;
  readonly bytes: ArrayBuffer;
  readonly metadata: FileMetaData;
  readonly elements: ReadonlyMap<string, SchemaElement>;
}

async function openParquet(file: string): Promise<Opened> {
  const content = readFileBytes(file);
  const { parquetMetadata } = await import('hyparquet');
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer;
  const metadata = attempt(file, () => parquetMetadata(bytes));
  const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (size > MOST_UNPACKED) {
    const message = fileProblems.bomb(Math.round(size / MEGABYTE), MOST_UNPACKED / MEGABYTE);
    throw new Refusal([{ message, place: { file } }]);
  }
  return { file, bytes, metadata, elements: topLevel(metadata) };
}

async function rowsOf(
  { file, bytes, metadata, elements }: Opened,
  columns: readonly string[],
  most?: number,
): Promise<string[][]> {
  const { parquetRead } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const rows: string[][] = [];
  try {
    await parquetRead({
      file: { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) },
      metadata,
      columns: [...columns],
      compressors,
      parsers: PARSERS,
      rowFormat: 'object',
      ...(most !== undefined && { rowEnd: Math.min(most, Number(metadata.num_rows)) }),
      onComplete: (all) => {
        for (const row of all) rows.push(columns.map((name) => cellText(row[name], elements.get(name))));
      },
    });
  } catch (error) {
    throw unreadable(file, error);
  }
  return rows;
}

/** The columns of a file, by name: those at the top of its schema. */
function topLevel({ schema }: FileMetaData): ReadonlyMap<string, SchemaElement> {
  const columns = new Map<string, SchemaElement>();
  let at = 1;
  const pass = (): void => {
    const { num_children = 0 } = schema[at++]!;
    for (let i = 0; i < num_children; i++) pass();
  };
  while (at < schema.length) {
    columns.set(schema[at]!.name, schema[at]!);
    pass();
  }
  return columns;
}

const DAY = 86_400_000;

/** A moment as text, to the thousandth of a second where it has any. */
function momentText(milliseconds: number): string {
  const day = Math.floor(milliseconds / DAY);
  const rest = milliseconds - day * DAY;
  const two = (part: number, width = 2) => String(Math.floor(part)).padStart(width, '0');
  const fraction = rest % 1000 === 0 ? '' : `.${two(rest % 1000, 3)}`;
  return `${isoDate(day)}T${two(rest / 3_600_000)}:${two((rest % 3_600_000) / 60_000)}:${two((rest % 60_000) / 1000)}${fraction}`;
}

/** Days and moments as texts, so that no time zone of the machine can shift them. */
const PARSERS = {
  dateFromDays: (days: number) => isoDate(days),
  timestampFromMilliseconds: (millis: bigint) => momentText(Number(millis)),
  timestampFromMicroseconds: (micros: bigint) => momentText(Number(micros / 1000n)),
  timestampFromNanoseconds: (nanos: bigint) => momentText(Number(nanos / 1_000_000n)),
} as unknown as ParquetParsers;

function cellText(value: unknown, element: SchemaElement | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return isInstant(element) ? `${value}Z` : value;
  if (typeof value === 'number' && element?.converted_type === 'DECIMAL') return value.toFixed(element.scale ?? 0);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner));
}

/** A moment of the world, not of a clock on a wall somewhere. */
function isInstant(element: SchemaElement | undefined): boolean {
  const { logical_type: logical, converted_type: converted } = element ?? {};
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC !== false;
  return converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS';
}

function attempt<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unreadable(file, error);
  }
}

const unreadable = (file: string, error: unknown): Refusal =>
  new Refusal([
    { message: fileProblems.noParquet(error instanceof Error ? error.message : String(error)), place: { file } },
  ]);
