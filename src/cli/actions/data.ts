import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  copyTables,
  type Data,
  domainOf,
  domains,
  importFile,
  loadTables,
  plural,
  proposeColumns,
  Refusal,
  readScenario,
  schemaSql,
  sourceNamed,
  tablesMarkdown,
  tablesText,
  visible,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';
import { shortPath } from '../paths.ts';
import { aligned } from '../terminal/text.ts';

type DataSource = ReturnType<typeof sourceNamed>;

/** The options of `evenhand data export`. */
export interface ExportOptions {
  readonly out: string;
  readonly seed: number;
  readonly kind: string;
  readonly format: 'csv' | 'xlsx' | 'parquet';
  readonly replace?: true;
}

/** The options of `evenhand data import`. */
export interface ImportFileOptions {
  readonly format: string;
  readonly out: string;
  readonly kind: string;
  readonly replace?: true;
}

/** Reads a file of another program, and writes its tables and a scenario. */
export async function importData(file: string, options: ImportFileOptions, io: Io): Promise<ExitCode> {
  const { formats = [] } = await kindNamed(options.kind);
  const { tables, scenario, schedule, notes } = importFile(formats, file, options);
  const rows = tables.map(({ name, rows: count }) => [name, plural(count, 'row')]);
  io.out(`${aligned(rows, [1]).join('\n')}\n`);
  for (const note of notes) io.out(`note: ${visible(note)}\n`);
  io.out(`\nevenhand run ${shortPath(scenario)}\n`);
  if (schedule !== undefined) io.out(`evenhand audit ${shortPath(scenario)} --schedule ${shortPath(schedule)}\n`);
  return EXIT.done;
}

/** Reads the tables of a source, and lists every row that cannot be used. */
export async function checkData(word: string, kind: string | undefined, io: Io): Promise<ExitCode> {
  const { source, kind: own } = await sourceOf(word);
  const domain = kind === undefined ? (own ?? fitting(source)) : await kindNamed(kind);
  const found = await loadTables(domain.tables, source, domain.sample);
  io.out(listing(found));
  return found.quarantined.length === 0 ? EXIT.done : EXIT.refused;
}

type Kind = (typeof domains)[number];

/** The source that a word means, or the one that a scenario names, with its kind. */
async function sourceOf(word: string): Promise<{ readonly source: DataSource; readonly kind?: Kind }> {
  if (/\.ya?ml$/i.test(word)) {
    const { kind, settings } = readScenario(word);
    // Here every row that cannot be used is listed, also where a run would be refused.
    const source = 'sample' in settings.data ? settings.data : { ...settings.data, unreadable: 'leave_out' as const };
    return { source, kind: domainOf(kind) };
  }
  const source = sourceNamed(word);
  if ('dir' in source && !statSync(source.dir, { throwIfNoEntry: false })?.isDirectory()) throw noFolder(word);
  return { source };
}

/** Writes the sample tables of a kind. */
export async function exportData({ kind, seed, out, format, replace }: ExportOptions, io: Io): Promise<ExitCode> {
  const target = sourceNamed(`${format === 'csv' ? 'dir' : format}:${out}`);
  const options = { replace: replace === true };
  const { tables, notes } = await copyTables(await kindNamed(kind), { sample: seed }, target, options);
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  io.out(`${plural(tables.length, 'table')}, ${plural(rows, 'row')}: ${shortPath(out)}\n`);
  for (const note of notes) io.out(`note: ${note}\n`);
  return EXIT.done;
}

/** Copies the tables of a kind from one source to another. */
export async function copyData(
  from: string,
  to: string,
  { kind, replace }: { readonly kind: string; readonly replace?: true },
  io: Io,
): Promise<ExitCode> {
  const options = { replace: replace === true };
  const { tables, notes } = await copyTables(await kindNamed(kind), sourceNamed(from), sourceNamed(to), options);
  io.out(
    `${aligned(
      tables.map(({ name, rows }) => [name, plural(rows, 'row')]),
      [1],
    ).join('\n')}\n`,
  );
  for (const note of notes) io.out(`note: ${note}\n`);
  return EXIT.done;
}

/** Prints the statements that make the tables of a kind. */
export async function schemaData(kind: string, schema: string, io: Io): Promise<ExitCode> {
  io.out(schemaSql((await kindNamed(kind)).tables, schema));
  return EXIT.done;
}

/** Prints which tables and columns of a source are likely ours, as lines for a scenario, and what is missing. */
export async function mapData(word: string, kind: string, io: Io): Promise<ExitCode> {
  const { source } = await sourceOf(word);
  io.out(await proposeColumns(await kindNamed(kind), source));
  return EXIT.done;
}

/** Prints what the tables of one kind hold, or those of all. */
export async function explainTables(kind: string | undefined, markdown: boolean, io: Io): Promise<ExitCode> {
  const chosen = kind === undefined ? domains : [await kindNamed(kind)];
  io.out(markdown ? tablesMarkdown(chosen) : chosen.map(tablesText).join('\n'));
  return EXIT.done;
}

/** The kind with the most tables in the folder; of several, or where there are none, the first. */
function fitting(source: DataSource): Kind {
  const folder = 'dir' in source ? source.dir : 'parquet' in source ? source.parquet : undefined;
  if (folder === undefined) return domains[0]!;
  const isThere = (name: string) => ['csv', 'parquet'].some((ending) => existsSync(join(folder, `${name}.${ending}`)));
  const present = domains.map(({ tables }) => tables.filter(({ name }) => isThere(name)));
  const most = Math.max(...present.map((tables) => tables.length));
  return domains[present.findIndex((tables) => tables.length === most)]!;
}

function noFolder(folder: string): Refusal {
  const maybe = 'Maybe the path is relative to another folder; "evenhand data export" writes one to start from.';
  return new Refusal([{ message: 'is no folder', place: { file: folder }, maybe }]);
}

function listing({ tables, quarantined, notes }: Data): string {
  const rows = Object.values(tables).map((table) => [
    table.name,
    table.present ? plural(table.rows.length, 'row') : 'not given',
    `${plural(quarantined.filter((row) => row.table === table.name).length, 'row')} left out`,
  ]);
  const reasons = quarantined.map(({ file, line, rowName, column, value, reason }) =>
    visible(
      `${rowName === undefined ? `${shortPath(file)}:${line}` : `${shortPath(file)} ${rowName}`}: ${column} "${value}": ${reason}`,
    ),
  );
  const stopping = quarantined.filter(({ forbids, slip }) => forbids || slip).length;
  const parts = [
    aligned(rows, [1, 2]),
    reasons,
    stopping === 0 ? [] : [stops(stopping)],
    notes.map((note) => visible(`note: ${note}`)),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Rows that a run does not leave out by itself. */
function stops(rows: number): string {
  const these = rows === 1 ? 'row forbids something or contradicts' : 'rows forbid something or contradict';
  return `${rows} ${these} another: a run is refused, unless its scenario says data: {…, unreadable: leave_out}`;
}
