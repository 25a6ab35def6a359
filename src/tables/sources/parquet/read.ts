import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { straysOf } from '../../csv/strays.ts';
import { fileNotes, maybes, fileProblems as tableProblems } from '../../problems.ts';
import type { RawTable, TableSpec } from '../../table.ts';
import { neededColumns, tableOf } from '../needed.ts';
import type { ParquetSource, ReadSource } from '../source.ts';
import { openParquet, rowsOf } from './open.ts';

/**
 * Reads a folder of Parquet files, `<folder>/<table>.parquet` for each table.
 *
 * @throws Refusal where the folder or a needed file is not there, or a file cannot be read.
 */
export const readParquet: ReadSource<ParquetSource> = async (specs, { parquet: folder }) => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal([{ message: tableProblems.noFolder(folder), maybe: maybes.dir() }]);
  const entries = readdirSync(folder);
  const isThere = ({ name }: TableSpec) => entries.includes(`${name}.parquet`);
  const absent = specs.filter((spec) => !isThere(spec));
  const { meant, unread } = straysOf(specs, absent, entries, 'parquet');
  const problems: Problem[] = [];
  const tables: RawTable[] = [];
  for (const spec of specs) {
    const file = join(folder, `${spec.name}.parquet`);
    if (!isThere(spec)) {
      problems.push(...missing(spec, file, meant.get(spec.name)));
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
  return { tables, notes: unread.map(fileNotes.unread) };
};

/** What is wrong where a table has no file: a file whose name is nearly its own would be ignored with what it forbids. */
function missing(spec: TableSpec, file: string, meant: string | undefined): readonly Problem[] {
  if (!spec.required && meant === undefined) return [];
  const needed = Object.entries(spec.columns).flatMap(([name, column]) => (column.required ? [name] : []));
  const wanted = basename(file);
  const maybe =
    meant === undefined ? {} : { maybe: (spec.required ? maybes.renamed : maybes.renamedOrMoved)(meant, wanted) };
  return [{ message: tableProblems.noFile(spec.name, needed.join(', ')), place: { file }, ...maybe }];
}

/** Reads one file as a table: only the columns that its description knows are unpacked. */
async function readParquetFile(spec: TableSpec, file: string): Promise<RawTable> {
  const opened = await openParquet(file);
  const needed = neededColumns(spec, { file, columns: opened.columns.map(({ name }) => name), key: [] });
  const rows = await rowsOf(opened, needed.columns);
  const notes = [...(rows.length === 0 ? [fileNotes.noRows(spec.name)] : []), ...needed.notes];
  return { ...tableOf(spec, file, needed, rows), notes, rowName: (row) => `row ${row + 1}` };
}

/** The columns of a file and its first rows. */
export async function firstRows(file: string, most: number) {
  const opened = await openParquet(file);
  const columns = [...new Set(opened.columns.map(({ name }) => name))];
  return { columns, rows: await rowsOf(opened, columns, most) };
}
