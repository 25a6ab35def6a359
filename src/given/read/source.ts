import { basename, dirname, extname } from 'node:path';
import type { Domain, Row } from '../../domain.ts';
import { readVersionFile } from '../../publish/folder.ts';
import type { GivenReading } from '../../runs/given.ts';
import { isFolder, loadRun, tableFile } from '../../runs/store.ts';
import type { Settings } from '../../scenario/scenario.ts';
import { readCsvFile, readFileBytes } from '../../tables/csv/files.ts';
import type { ScheduleFormat } from '../../tables/imports/format.ts';
import type { Cell, ResultTable } from '../../tables/result.ts';
import { utf16Text } from '../../text/encoding.ts';
import { exactJson } from '../../text/json.ts';
import { elementLines } from './json-lines.ts';
import { empty, noJson, noRows, noSchedule, otherKind, tooLong, unreadable } from './problems.ts';

/** A schedule as text, before anybody knows what its columns are. */
export interface RawSchedule extends Pick<GivenReading, 'file' | 'counts'> {
  /** As it was named, for messages. */
  readonly path: string;
  readonly header: readonly string[];
  /** Line of the header; absent: the first. */
  readonly headerLine?: number;
  readonly rows: readonly (readonly string[])[];
  /** The line of each row. */
  readonly lines: readonly number[];
  /** How the text was read, where it could be read in another way. */
  readonly notes?: readonly string[];
}

/** What the schedule is a schedule of. */
type Asked = Parameters<ScheduleFormat<Settings>['read']>[2];

type Kind = Pick<Domain, 'kind' | 'schedule' | 'schedules'>;

/**
 * Reads the schedule that a path names: a CSV file, a JSON file with a list of objects, the folder of a run, or the file
 * of a published version.
 *
 * @throws Refusal where it is none of these, or cannot be read.
 */
export async function readSource(path: string, kind: Kind, question: Asked): Promise<RawSchedule> {
  const format = kind.schedules?.find(({ ending }) => ending === extname(path).toLowerCase());
  if (format !== undefined && !isFolder(path)) return fromOther(format, path, question);
  if (isFolder(path)) return fromRun(path, kind);
  if (basename(path) === 'run.json') return fromRun(dirname(path), kind);
  return /\.json$/i.test(path) ? fromJson(path, kind) : fromCsv(path, kind);
}

/** The same for rows that a program has at hand. */
export const rowsSource = (rows: readonly Row[]): RawSchedule => {
  // A number beyond these has lost digits before it came here.
  const lost = rows.flatMap((row) => Object.entries(Object(row)).filter(([, value]) => isTooLong(value)))[0];
  if (lost !== undefined) throw tooLong(...lost);
  return fromObjects(rows, { path: 'rows', file: 'rows', counts: 'row' });
};

const isTooLong = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

async function fromRun(folder: string, { kind, schedule }: Kind): Promise<RawSchedule> {
  const run = await loadRun(folder);
  if (run.kind !== kind) throw otherKind(folder, run.kind, kind);
  const table = Object.hasOwn(run.tables, schedule.table) ? run.tables[schedule.table] : undefined;
  if (table === undefined) throw noRows(folder, run.status);
  const file = tableFile(schedule.table);
  return { ...fromTable(table, 2), path: folder, file: `${file} of run ${run.id}`, counts: 'line' };
}

/** The schedule of another program, as its kind reads it. */
function fromOther(format: ScheduleFormat<Settings>, path: string, question: Asked): RawSchedule {
  const { rows, lines, notes } = format.read(textIn(path), path, question);
  return { ...fromObjects(rows, { path, file: basename(path), counts: 'line' }, (row) => lines[row]!), notes };
}

function fromCsv(path: string, { schedule }: Kind): RawSchedule {
  const { header, headerLine, rows, lines, broken, notes } = readCsvFile(path);
  if (header === undefined) throw empty(path, [...schedule.key, ...schedule.place]);
  if (broken.length > 0) throw unreadable(path, broken);
  const at = headerLine === undefined ? {} : { headerLine };
  return { path, file: basename(path), counts: 'line', header, ...at, rows, lines, notes };
}

function fromJson(path: string, { kind }: Kind): RawSchedule {
  const text = textIn(path);
  const value = parsed(text, path);
  const file = basename(path);
  if (Array.isArray(value)) {
    const lines = elementLines(text);
    return fromObjects(value, { path, file, counts: 'line' }, (row) => lines[row] ?? row + 1);
  }
  if (typeof value !== 'object' || value === null || !('schedule' in value)) throw noSchedule(path);
  const version = readVersionFile(path);
  if (version.kind !== kind) throw otherKind(path, version.kind, kind);
  return { ...fromTable(version, 1), path, file, counts: 'row' };
}

/** The text of a file, in UTF-8 or in UTF-16, without the mark before it. */
function textIn(path: string): string {
  const bytes = readFileBytes(path);
  return utf16Text(bytes) ?? bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function parsed(text: string, path: string): unknown {
  try {
    return exactJson(text);
  } catch (error) {
    throw noJson(path, (error as Error).message);
  }
}

const fromTable = ({ columns, rows }: ResultTable, first: number) => ({
  header: columns.map(({ name }) => name),
  rows: rows.map((row) => row.map(textOf)),
  lines: rows.map((_, at) => at + first),
});

function fromObjects(
  values: readonly unknown[],
  about: Pick<RawSchedule, 'path' | 'file' | 'counts'>,
  lineOf: (row: number) => number = (row) => row + 1,
): RawSchedule {
  const rows = values.map((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw noSchedule(about.path);
    return new Map<string, unknown>(Object.entries(value));
  });
  const header = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return {
    ...about,
    header,
    rows: rows.map((row) => header.map((name) => textOf(row.get(name)))),
    lines: rows.map((_, at) => lineOf(at)),
  };
}

const textOf = (value: Cell | unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value).trim();
