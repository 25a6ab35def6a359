import type { FileMetaData, SchemaElement } from 'hyparquet';
import { Refusal } from '../../../problems/problem.ts';
import { readFileBytes } from '../../csv/files.ts';
import { fileProblems } from '../problems.ts';
import { cellText, PARSERS, readAs } from './cells.ts';

const MEGABYTE = 1_000_000;
const MOST_UNPACKED = 2_000 * MEGABYTE;

/** A file whose footer was read. */
interface Opened {
  readonly file: string;
  readonly bytes: ArrayBuffer;
  readonly metadata: FileMetaData;
  /** Its columns, those at the top of its schema; two of them may have one name. */
  readonly columns: readonly SchemaElement[];
}

/**
 * Opens a file.
 *
 * @throws Refusal where it is none, is larger inside than any table, or its footer contradicts itself.
 */
export async function openParquet(file: string): Promise<Opened> {
  const content = readFileBytes(file);
  const { parquetMetadata } = await import('hyparquet');
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer;
  try {
    const metadata = parquetMetadata(bytes);
    const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
    if (size > MOST_UNPACKED) {
      const message = fileProblems.bomb(Math.round(size / MEGABYTE), MOST_UNPACKED / MEGABYTE);
      throw new Refusal([{ message, place: { file } }]);
    }
    checkCounts(metadata);
    return { file, bytes, metadata, columns: topLevel(metadata) };
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** The footer says three times how many rows there are: where it is damaged, rows would be missing without a word. */
function checkCounts(metadata: FileMetaData): void {
  const { num_rows, row_groups } = metadata;
  const rows = row_groups.reduce((sum, group) => sum + group.num_rows, 0n);
  if (rows !== num_rows) throw new Error(`its footer says ${num_rows} rows, and its parts have ${rows}`);
  const flat = new Set(
    topLevel(metadata)
      .filter(isFlat)
      .map(({ name }) => name),
  );
  for (const { columns, num_rows: own } of row_groups)
    for (const { meta_data: column } of columns) {
      const [name = '', ...inner] = column?.path_in_schema ?? [];
      if (column === undefined || inner.length > 0 || !flat.has(name) || column.num_values === own) continue;
      throw new Error(`its column ${name} has ${column.num_values} cells in ${own} rows`);
    }
}

/** One cell for each row. */
const isFlat = ({ num_children, repetition_type }: SchemaElement): boolean =>
  num_children === undefined && repetition_type !== 'REPEATED';

/**
 * The rows of a file, as texts.
 *
 * @throws Refusal where they cannot be unpacked, or cells are missing.
 */
export async function rowsOf(
  { file, bytes, metadata, columns: all }: Opened,
  columns: readonly string[],
  most?: number,
): Promise<string[][]> {
  const { parquetRead } = await import('hyparquet');
  const { compressors } = await import('hyparquet-compressors');
  const total = Number(metadata.num_rows);
  const wanted = most === undefined ? total : Math.min(most, total);
  const elements = columns.map((name) => all.find((element) => element.name === name));
  const rows: string[][] = [];
  if (columns.length === 0) return Array.from({ length: wanted }, () => []);
  try {
    await parquetRead({
      file: { byteLength: bytes.byteLength, slice: (start, end) => bytes.slice(start, end) },
      metadata: { ...metadata, schema: metadata.schema.map(readAs) },
      columns: [...columns],
      compressors,
      parsers: PARSERS,
      rowFormat: 'object',
      ...(most !== undefined && { rowEnd: wanted }),
      onComplete: (read) => {
        for (const row of read)
          rows.push(
            columns.map((name, at) => {
              const element = elements[at];
              // What is null is null; a cell that is not there at all was lost.
              if (row[name] === undefined && element !== undefined && isFlat(element))
                throw new Error(`row ${rows.length + 1} of its column ${name} is missing`);
              return cellText(row[name], element);
            }),
          );
      },
    });
    if (rows.length !== wanted) throw new Error(`its footer says ${wanted} rows, and ${rows.length} came`);
  } catch (error) {
    throw unreadable(file, error);
  }
  return rows;
}

/** The columns of a file: those at the top of its schema. */
function topLevel({ schema }: FileMetaData): readonly SchemaElement[] {
  const columns: SchemaElement[] = [];
  let at = 1;
  const pass = (): void => {
    const { num_children = 0 } = schema[at++]!;
    for (let i = 0; i < num_children; i++) pass();
  };
  while (at < schema.length) {
    columns.push(schema[at]!);
    pass();
  }
  return columns;
}

const unreadable = (file: string, error: unknown): Error =>
  error instanceof Refusal
    ? error
    : new Refusal([
        { message: fileProblems.noParquet(error instanceof Error ? error.message : String(error)), place: { file } },
      ]);
