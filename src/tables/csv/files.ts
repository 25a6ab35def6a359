import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Problem, Refusal } from '../../problems/problem.ts';
import { fileNotes, fileProblems, maybes } from '../problems.ts';
import type { Column, RawTable, TableSpec } from '../table.ts';
import { decoded } from './bytes.ts';
import { type Records, readRecords } from './records.ts';
import { isSpreadsheet, type Strays, straysOf } from './strays.ts';

const MEGABYTE = 1_000_000;
const LARGEST_FILE = 256 * MEGABYTE;

/**
 * Reads the tables of a folder: `<dir>/<table>.csv` for each, and no other file. Optional tables without a file are
 * left out. Throws one `Refusal` with the problems of all files.
 */
export function readFolder(specs: readonly TableSpec[], dir: string): readonly RawTable[] {
  checkFolder(dir);
  const problems: Problem[] = [];
  const { meant } = straysIn(specs, dir);
  const tables = specs.flatMap((spec) => {
    try {
      const table = readTable(spec, dir, meant.get(spec.name));
      return table === undefined ? [] : [table];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new Refusal(problems);
  return toldOnce(tables);
}

/** What else than commas separates the cells of several files is told once, at the first of them. */
function toldOnce(tables: readonly RawTable[]): readonly RawTable[] {
  return [';', '\t', '|'].reduce((all, separator) => {
    const noteOf = ({ file }: RawTable) => fileNotes.separator([basename(file)], separator);
    const told = all.filter((table) => table.notes?.includes(noteOf(table)));
    if (told.length < 2) return all;
    const files = told.map(({ file }) => basename(file));
    return all.map((table) => {
      if (!told.includes(table)) return table;
      const others = table.notes!.filter((note) => note !== noteOf(table));
      return { ...table, notes: table === told[0] ? [fileNotes.separator(files, separator), ...others] : others };
    });
  }, tables);
}

/** What is told of files of the folder that look like tables and are none that a kind knows. */
export const unreadNotes = (specs: readonly TableSpec[], dir: string): readonly string[] =>
  straysIn(specs, dir).unread.map(fileNotes.unread);

function straysIn(specs: readonly TableSpec[], dir: string): Strays {
  const entries = reading(dir, () => readdirSync(dir));
  return straysOf(
    specs,
    specs.filter(({ name }) => !entries.includes(`${name}.csv`)),
    entries,
  );
}

function checkFolder(dir: string): void {
  const stat = statOf(dir);
  const maybe = maybes.dir();
  if (stat === undefined) throw new Refusal([{ message: fileProblems.noFolder(dir), maybe }]);
  if (!stat.isDirectory()) throw new Refusal([{ message: fileProblems.notFolder(dir) }]);
}

function readTable(spec: TableSpec, dir: string, meant: string | undefined): RawTable | undefined {
  const file = join(dir, `${spec.name}.csv`);
  const bytes = readBytes(spec, dir, file, meant);
  if (bytes === undefined) return undefined;
  const { text, ...options } = decoded(bytes, file);
  const { header, ...rest } = readRecords(spec.name, file, text, options);
  if (header === undefined) {
    throw new Refusal([{ message: fileProblems.empty(needed(spec)), place: { file, line: 1, column: 1 } }]);
  }
  const notes = rest.rows.length + rest.broken.length === 0 ? [fileNotes.noRows(spec.name), ...rest.notes] : rest.notes;
  return { name: spec.name, file, header, ...rest, notes };
}

/**
 * Reads one CSV file by itself, whatever it is called.
 *
 * @throws Refusal where there is no such file, or it is no CSV file.
 */
export function readCsvFile(file: string): Records {
  const { text, ...options } = decoded(readFileBytes(file), file);
  return readRecords(basename(file), file, text, options);
}

/**
 * The bytes of one file.
 *
 * @throws Refusal where there is no such file, or it cannot be read.
 */
export function readFileBytes(file: string): Buffer {
  const stat = statOf(file);
  if (stat !== undefined) return bytesOf(file, stat, fileProblems.notReadable());
  throw new Refusal([{ message: fileProblems.noSuchFile(), place: { file }, maybe: maybes.path() }]);
}

function readBytes(spec: TableSpec, dir: string, file: string, meant: string | undefined): Buffer | undefined {
  const stat = statOf(file);
  if (stat === undefined) {
    const maybe = meant === undefined ? brokenLink(dir, spec.name) : wayOut(meant, spec);
    if (!spec.required && maybe === undefined) return undefined;
    throw new Refusal([
      { message: fileProblems.noFile(spec.name, needed(spec)), place: { file }, ...(maybe && { maybe }) },
    ]);
  }
  return bytesOf(file, stat, fileProblems.notFile(spec.name));
}

function bytesOf(file: string, stat: Stats, notFile: string): Buffer {
  // Anything else, such as a pipe, could make the read wait for ever.
  if (!stat.isFile()) throw new Refusal([{ message: notFile, place: { file } }]);
  if (stat.size > LARGEST_FILE) {
    throw new Refusal([{ message: fileProblems.tooLarge(LARGEST_FILE / MEGABYTE), place: { file } }]);
  }
  return reading(file, () => readFileSync(file));
}

function statOf(path: string): Stats | undefined {
  return reading(path, () => statSync(path, { throwIfNoEntry: false }));
}

/** Asks the file system; what it refuses (permissions, impossible names) becomes a problem with the path. */
function reading<T>(path: string, ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal([{ message: fileProblems.unreadable(path, code), place: { file: path } }]);
  }
}

function needed(spec: TableSpec): string {
  const columns = Object.entries<Column>(spec.columns);
  return columns.flatMap(([name, column]) => (column.required === true ? [name] : [])).join(', ');
}

/** How the file that is meant becomes the table's. */
function wayOut(found: string, { name, required }: TableSpec): string {
  const wanted = `${name}.csv`;
  if (isSpreadsheet(found)) return maybes.saved(found, wanted);
  return required ? maybes.renamed(found, wanted) : maybes.renamedOrMoved(found, wanted);
}

/** Listed under the right name and yet not there: a link that leads nowhere. */
function brokenLink(dir: string, name: string): string | undefined {
  const wanted = `${name}.csv`;
  return reading(dir, () => readdirSync(dir)).includes(wanted) ? maybes.brokenLink(wanted) : undefined;
}
