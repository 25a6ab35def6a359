import { nearest } from '../../problems/nearest.ts';
import type { TableSpec } from '../table.ts';

/** Endings of files that hold tables, or are what a table was saved as. */
const ENDING = /(?:\.(?:csv|tsv|tab|txt|xlsx?|xlsm|ods|numbers|parquet|json|gz|zip|bz2|bak|old))+$/i;
const SPREADSHEET = /\.(?:xlsx?|xlsm|ods|numbers)$/i;

/** Files of a data folder that no table reads. */
export interface Strays {
  /** By table without a file: the file that can only be meant for it. */
  readonly meant: ReadonlyMap<string, string>;
  /** The others that look like tables. */
  readonly unread: readonly string[];
}

/** A name without its ending, letter case and separators, and without what a copy adds: "Budgets (1).csv" is "budgets". */
const stemOf = (file: string): string =>
  file
    .replace(ENDING, '')
    .toLowerCase()
    .replace(/[ _-]*(?:\(\d+\)|copy(?: \d+)?)$/, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');

/**
 * Looks at the files of a folder that are no table's. One whose name is nearly that of a table without a file would be
 * ignored, and with it all that the table forbids.
 *
 * @param absent The tables that have no file.
 * @param ending That of the files of tables.
 */
export function straysOf(
  specs: readonly TableSpec[],
  absent: readonly TableSpec[],
  entries: readonly string[],
  ending: 'csv' | 'parquet' = 'csv',
): Strays {
  const own = new Set(specs.map(({ name }) => `${name}.${ending}`));
  const files = entries.filter((entry) => !entry.startsWith('.') && !own.has(entry) && ENDING.test(entry)).sort();
  const names = absent.map(({ name }) => name);
  const meant = new Map<string, string>();
  for (const file of files) {
    const stem = stemOf(file);
    const table = tableMeant(stem, specs, names);
    if (table !== undefined && !meant.has(table)) meant.set(table, file);
  }
  const taken = new Set(meant.values());
  const looksLike = ending === 'csv' ? /\.(?:csv|tsv|xlsx?)$/i : /\.parquet$/i;
  return { meant, unread: files.filter((file) => !taken.has(file) && looksLike.test(file)) };
}

/**
 * The table without rows of its own that a name can only mean, of a sheet or a file: "Budgets (1)" is `budgets`.
 *
 * @param absent The tables that have none.
 */
export const tableMeantBy = (
  name: string,
  specs: readonly TableSpec[],
  absent: readonly string[],
): string | undefined => tableMeant(stemOf(name), specs, absent);

// A second file of a table that has one is meant for no other table.
const tableMeant = (stem: string, specs: readonly TableSpec[], absent: readonly string[]): string | undefined =>
  specs.some(({ name }) => name === stem) && !absent.includes(stem) ? undefined : tableFor(stem, absent);

/** The table that a file's name can only mean: the same, nearly so, or one of its words. */
function tableFor(stem: string, tables: readonly string[]): string | undefined {
  if (stem === '') return undefined;
  const bare = (name: string) => name.replaceAll('_', '');
  const same = tables.find((name) => bare(name) === bare(stem));
  if (same !== undefined) return same;
  const close = nearest(stem, tables);
  if (close !== undefined) return close;
  const words = tables.filter((name) => name.split('_').includes(stem) || stem.split('_').includes(name));
  return words.length === 1 ? words[0] : undefined;
}

/** Whether a file is one of a spreadsheet program, which has to be saved in another form. */
export const isSpreadsheet = (file: string): boolean => SPREADSHEET.test(file);
