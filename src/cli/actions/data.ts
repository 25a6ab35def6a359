import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  type Data,
  domains,
  exportTables,
  loadData,
  plural,
  Refusal,
  tablesMarkdown,
  tablesText,
  visible,
} from '../../index.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { kindNamed } from '../kinds.ts';
import { shortPath } from '../paths.ts';
import { aligned } from '../terminal/text.ts';

/** The options of `evenhand data export`. */
export interface ExportOptions {
  readonly out: string;
  readonly seed: number;
  readonly kind: string;
  readonly replace?: true;
}

/** Reads the tables of a folder, and lists every row that cannot be used. */
export async function checkData(folder: string, kind: string | undefined, io: Io): Promise<ExitCode> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw noFolder(folder);
  const domain = kind === undefined ? fitting(folder) : await kindNamed(kind);
  const found = loadData(domain.tables, { dir: resolve(folder), unreadable: 'leave_out' }, domain.sample);
  io.out(listing(found));
  return found.quarantined.length === 0 ? EXIT.done : EXIT.refused;
}

/** Writes the sample tables of a kind as CSV files. */
export async function exportData(options: ExportOptions, io: Io): Promise<ExitCode> {
  const tables = (await kindNamed(options.kind)).sample(options.seed);
  await exportTables(tables, options.out, { replace: options.replace === true });
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  io.out(`${plural(tables.length, 'table')}, ${plural(rows, 'row')}: ${shortPath(options.out)}\n`);
  return EXIT.done;
}

/** Prints what the tables of one kind hold, or those of all. */
export async function explainTables(kind: string | undefined, markdown: boolean, io: Io): Promise<ExitCode> {
  const chosen = kind === undefined ? domains : [await kindNamed(kind)];
  io.out(markdown ? tablesMarkdown(chosen) : chosen.map(tablesText).join('\n'));
  return EXIT.done;
}

/** The kind with the most tables in the folder; of several, or where there are none, the first. */
function fitting(folder: string): (typeof domains)[number] {
  const present = domains.map(({ tables }) => tables.filter(({ name }) => existsSync(join(folder, `${name}.csv`))));
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
  const reasons = quarantined.map(({ file, line, column, value, reason }) =>
    visible(`${shortPath(file)}:${line}: ${column} "${value}": ${reason}`),
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
  return `${rows} ${these} another: a run is refused, unless its scenario says data: {dir: …, unreadable: leave_out}`;
}
