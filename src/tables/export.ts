import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../problems/problem.ts';
import { makeFolder } from './make-folder.ts';
import { fileProblems, maybes } from './problems.ts';
import type { RawTable } from './table.ts';
import { rawToCsv } from './write.ts';

/** A table's name becomes a file's name: nothing that could lead out of the folder. */
const SAFE_NAME = /^[a-z][a-z0-9_]*$/;

/** How tables are written. */
export interface ExportOptions {
  readonly replace?: boolean;
  /** Tables whose files are removed. */
  readonly without?: readonly string[];
  /** Further files beside them, by name. */
  readonly also?: Readonly<Record<string, string>>;
}

/**
 * Writes input tables as `<dir>/<table>.csv`, all of them or none. Throws `Refusal` when the folder already holds
 * something, unless `replace` is set: then the tables' files are replaced, those of the tables `without` are removed, and
 * other files stay.
 *
 * @returns The paths of the files written.
 * @example
 * const files = exportTables(domainOf('rotation').sample(1), `${folder}/station`);
 * files.includes(`${folder}/station/spots.csv`) // true
 * exportTables([], folder) // throws /is not empty/
 */
export function exportTables(tables: readonly RawTable[], dir: string, options: ExportOptions = {}): readonly string[] {
  const folder = resolve(dir);
  for (const { name } of tables) {
    if (!SAFE_NAME.test(name)) throw new Refusal([{ message: fileProblems.badName(name) }]);
  }
  const occupied = holdsSomething(folder);
  if (occupied && options.replace !== true) {
    throw new Refusal([{ message: fileProblems.notEmpty(dir), place: { file: dir }, maybe: maybes.replace() }]);
  }
  try {
    const files = writeBeside(tables, folder, { occupied, also: options.also ?? {} });
    for (const name of options.without ?? []) rmSync(join(folder, `${name}.csv`), { force: true });
    return files;
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal([{ message: fileProblems.notWritable(dir, why), place: { file: dir } }]);
  }
}

function holdsSomething(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (!statSync(folder).isDirectory()) {
    throw new Refusal([{ message: fileProblems.notFolder(folder), place: { file: folder } }]);
  }
  return readdirSync(folder).length > 0;
}

/** Writes into a new folder beside the wanted one and moves it there whole, so that a crash leaves no half. */
function writeBeside(
  tables: readonly RawTable[],
  folder: string,
  { occupied, also }: { readonly occupied: boolean; readonly also: Readonly<Record<string, string>> },
): readonly string[] {
  const texts = new Map([
    ...tables.map((table) => [`${table.name}.csv`, rawToCsv(table)] as const),
    ...Object.entries(also),
  ]);
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}`);
  rmSync(temporary, { recursive: true, force: true });
  makeFolder(temporary);
  try {
    for (const [name, text] of texts) writeFileSync(join(temporary, name), text);
    if (occupied) {
      for (const name of texts.keys()) renameSync(join(temporary, name), join(folder, name));
    } else {
      // An empty folder gives way to the new one.
      renameSync(temporary, folder);
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return [...texts.keys()].map((name) => join(folder, name));
}
