import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../problems/problem.ts';
import { readFolder } from '../csv/files.ts';
import { exportTables } from '../export.ts';
import { makeFolder } from '../make-folder.ts';
import { fileProblems } from '../problems.ts';
import type { RawTable, TableSpec } from '../table.ts';
import { sourceMaybes, sourceNotes, sourceProblems } from './problems.ts';
import { readSource } from './read.ts';
import { type DataSource, isOwn } from './source.ts';
import { typedTable } from './typed.ts';

/** What a kind knows of its tables. */
interface Kind {
  readonly tables: readonly TableSpec[];
  readonly sample: (seed: number) => readonly RawTable[];
}

/** What was copied. */
export interface Copied {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  readonly notes: readonly string[];
}

/**
 * Copies the tables of a kind from one place to another: folders of CSV or Parquet files, workbooks, databases of
 * PostgreSQL; from the sample and from Supabase also. All of them arrive, or none. A table that the source lacks and the
 * target holds is removed where that may be replaced: it would go on permitting and forbidding there.
 *
 * @param how `replace`: what is there may be replaced.
 * @throws Refusal where a cell cannot be read, the target holds something, or nobody can write there.
 * @example
 * const { tables } = await copyTables(domainOf('rotation'), { sample: 1 }, { dir: `${folder}/copied` });
 * tables[0].name // 'breaks'
 */
export async function copyTables(
  kind: Kind,
  source: DataSource,
  target: DataSource,
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<Copied> {
  const { tables, notes } = await rawTables(kind, source);
  const told = await write(kind.tables, tables, target, replace);
  return { tables: tables.map(({ name, rows }) => ({ name, rows: rows.length })), notes: [...notes, ...told] };
}

/** The tables as text, wherever they are. */
async function rawTables({ tables, sample }: Kind, source: DataSource) {
  if ('sample' in source) return { tables: sample(source.sample), notes: [] };
  if ('dir' in source) return { tables: readFolder(tables, source.dir), notes: [] };
  if (isOwn(source)) throw new Refusal([{ message: sourceProblems.notThere(Object.keys(source)[0]!) }]);
  return readSource(tables, source);
}

async function write(
  specs: readonly TableSpec[],
  raw: readonly RawTable[],
  target: DataSource,
  replace: boolean,
): Promise<readonly string[]> {
  const absent = specs.map(({ name }) => name).filter((name) => !raw.some((table) => table.name === name));
  if ('dir' in target) {
    const without = absent.filter((name) => existsSync(join(target.dir, `${name}.csv`)));
    exportTables(raw, target.dir, { replace, without });
    return without.map(sourceNotes.removed);
  }
  const typed = raw.map((table) =>
    typedTable(specs.find(({ name }) => name === table.name)!, table, 'postgres' in target),
  );
  const notes = typed.flatMap((table) => table.notes);
  if ('postgres' in target) {
    const { writePostgres } = await import('./postgres/write.ts');
    const removed = await writePostgres(specs, typed, target.postgres, replace);
    return [...notes, ...removed.map(sourceNotes.removed)];
  } else if ('xlsx' in target) {
    refuseWhatIsThere(target.xlsx, replace);
    const { workbookOf } = await import('./xlsx/write.ts');
    writeAll([[target.xlsx, workbookOf(typed.map((table) => ({ name: table.name, table })))]]);
  } else if ('parquet' in target) {
    const { parquetOf } = await import('./parquet/write.ts');
    const fileOf = (name: string) => join(target.parquet, `${name}.parquet`);
    const files = typed.map((table) => ({ table, file: fileOf(table.name) }));
    const gone = absent.filter((name) => existsSync(fileOf(name)));
    for (const file of [...files.map((one) => one.file), ...gone.map(fileOf)]) refuseWhatIsThere(file, replace);
    writeAll(await Promise.all(files.map(async ({ table, file }) => [file, await parquetOf(table)] as const)));
    for (const name of gone) rmSync(fileOf(name), { force: true });
    return [...notes, ...gone.map(sourceNotes.removed)];
  } else
    throw new Refusal([{ message: sourceProblems.notThere(Object.keys(target)[0]!), maybe: sourceMaybes.target() }]);
  return notes;
}

/** Writes files beside their places and moves them there when all of them are written, so that a crash leaves no half. */
function writeAll(files: readonly (readonly [file: string, bytes: Buffer])[]): void {
  const beside = (file: string) => join(dirname(file), `.${basename(file)}.${process.pid}`);
  try {
    for (const [file, bytes] of files) {
      makeFolder(dirname(file));
      writeFileSync(beside(file), bytes, { flush: true });
    }
    for (const [file] of files) renameSync(beside(file), file);
  } catch (error) {
    for (const [file] of files) rmSync(beside(file), { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const [file] = files[0]!;
    throw new Refusal([{ message: fileProblems.notWritable(dirname(file), code), place: { file } }]);
  }
}

function refuseWhatIsThere(path: string, replace: boolean): void {
  if (existsSync(path) && !replace)
    throw new Refusal([{ message: sourceProblems.isThere(), place: { file: path }, maybe: sourceMaybes.replace() }]);
}
