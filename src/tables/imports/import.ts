import { basename, join } from 'node:path';
import { stringify } from 'yaml';
import { nearest } from '../../problems/nearest.ts';
import { Refusal } from '../../problems/problem.ts';
import { utf16Text } from '../../text/encoding.ts';
import { readFileBytes } from '../csv/files.ts';
import { exportTables } from '../export.ts';
import type { RawTable } from '../table.ts';
import type { Imported, ImportFormat } from './format.ts';

/** What to import, and where to. */
export interface ImportOptions {
  /** The name of the format. */
  readonly format: string;
  /** The kind of the scenario that is written. */
  readonly kind: string;
  readonly out: string;
  readonly replace?: boolean;
}

/** What was written. */
export interface ImportedFiles {
  readonly tables: readonly { readonly name: string; readonly rows: number }[];
  /** The path of the scenario. */
  readonly scenario: string;
  /** The path of the schedule that the file holds, if any. */
  readonly schedule?: string;
  /** What is not read, or read otherwise than it stands there. */
  readonly notes: readonly string[];
}

/**
 * Reads a file of another program, and writes its tables as CSV files, a scenario beside them, and the schedule that it
 * holds, if any: all of them, or none.
 *
 * @param formats those that the kind reads.
 * @throws Refusal with the line where the file is not what it should be, or where the folder holds something already.
 * @example
 * const formats = domainOf('courses').formats ?? [];
 * importFile(formats, 'a.ctt', { format: 'itc', kind: 'courses', out: folder }) // throws /no files of the format/
 */
export function importFile(formats: readonly ImportFormat[], file: string, options: ImportOptions): ImportedFiles {
  const { kind, out, replace } = options;
  const found = formatOf(formats, options).read(textOf(file), file);
  const tables = Object.entries(found.tables).flatMap(([name, rows]) =>
    rows.length === 0 ? [] : [rawTable(name, file, rows)],
  );
  const name = nameOf(file);
  const schedule = found.schedule && rawTable(name === 'schedule' ? 'schedule_rows' : 'schedule', file, found.schedule);
  const all = [...tables, ...(schedule ? [schedule] : [])];
  exportTables(all, out, { replace: replace === true, also: { [`${name}.yaml`]: scenarioText(kind, found) } });
  return {
    tables: tables.map((table) => ({ name: table.name, rows: table.rows.length })),
    scenario: join(out, `${name}.yaml`),
    ...(schedule && { schedule: join(out, `${schedule.name}.csv`) }),
    notes: found.notes,
  };
}

function formatOf(formats: readonly ImportFormat[], { format, kind }: ImportOptions): ImportFormat {
  const found = formats.find(({ name }) => name === format);
  if (found) return found;
  const close = nearest(
    format,
    formats.map(({ name }) => name),
  );
  const all = formats.map(({ name, title }) => `${name} (${title})`).join(', ');
  const others = formats.length === 0 ? {} : { maybe: `Maybe one of: ${all}.` };
  const message = `the kind ${kind} reads no files of the format "${format}"`;
  throw new Refusal([{ message, ...(close === undefined ? others : { maybe: `Maybe you meant "${close}".` }) }]);
}

/** The text of a file: UTF-8, UTF-16 with its mark, or else the western letters of one byte. */
function textOf(file: string): string {
  const bytes = readFileBytes(file);
  const wide = utf16Text(bytes);
  if (wide !== undefined) return wide;
  if (bytes.includes(0)) throw new Refusal([{ message: 'is no text', place: { file } }]);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** The name of a file without its ending, in the letters of file names. */
function nameOf(file: string): string {
  const name = basename(file)
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'scenario' : name;
}

function rawTable(name: string, file: string, rows: readonly Readonly<Record<string, string>>[]): RawTable {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { name, file, header, rows: rows.map((row) => header.map((column) => row[column] ?? '')) };
}

function scenarioText(kind: string, { title, keys, notes }: Imported): string {
  const lines = notes.map((note) => `# ${note.replace(/[\r\n]+/g, ' ')}\n`).join('');
  const start = '# yaml-language-server: $schema=https://unpkg.com/evenhand/scenarios/schema.json\n';
  return `${start}${lines}${stringify({ kind, title, data: { dir: '.' }, ...keys }, { flowCollectionPadding: false })}`;
}
