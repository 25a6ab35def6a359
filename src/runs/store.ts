import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ResultTable } from '../tables/result.ts';
import { toCsv } from '../tables/write.ts';
import { fromCsv } from './files/csv.ts';
import { folderName } from './files/folder-name.ts';
import { REPORT } from './files/report-files.ts';
import { type Files, holds, textIn, tidy, writeFolder } from './files/whole-folder.ts';
import { damaged, noRun, notWritable } from './problems.ts';
import { fromRecord, printRecord, printWeeks, type RunRecord, readRecord, readWeeks, toRecord } from './record.ts';
import type { Run } from './run.ts';

const RECORD = 'run.json';
/** The file of the single weeks of a run of many. */
export const WEEKS = 'weeks.json';

/**
 * Where a run belongs: `<root>/<scenario>/<run id>`. The same question always has the same folder.
 *
 * @example
 * runFolder({ name: 'la-week', id: '847971fe4d8cd490' }, 'runs') // 'runs/la-week/847971fe4d8cd490'
 */
export function runFolder(run: Pick<Run, 'name' | 'id'>, root: string): string {
  return join(root, folderName(run.name), folderName(run.id));
}

/** The name of the CSV file of a table. */
export function tableFile(table: string): string {
  return `${folderName(table)}.csv`;
}

/**
 * Writes a run to its folder, whole or not at all, and returns the folder: `run.json`, one CSV file for each table and
 * `report.html`. Where the folder already holds the same run, all but its timings, it is kept as it is; where it holds
 * another (written by hand, or stopped by the clock), it is replaced.
 *
 * @param html The report.
 * @param root The folder of all runs.
 * @throws Refusal where the disk is full, read-only or otherwise closed to us.
 * @example
 * const saved = await saveRun(run, html, folder);
 * saved === runFolder(run, folder) // true
 */
export async function saveRun(run: Run, html: string, root = 'runs'): Promise<string> {
  const folder = runFolder(run, root);
  const files = filesOf(run, html);
  try {
    tidy(dirname(folder));
    if (!holds(folder, files, sameButTimings)) writeFolder(folder, files);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw notWritable(folder, code);
  }
  return folder;
}

/**
 * Reads a run back from its folder, its tables included.
 *
 * @throws Refusal where the folder holds no run, or a file of it is missing or damaged.
 * @example
 * const again = await loadRun(await saveRun(run, html, folder));
 * [again.metrics.placed, again.tables.log.rows.length] // [12, 12]
 */
export async function loadRun(folder: string): Promise<Run> {
  const record = loadRecord(folder);
  const tables: [string, ResultTable][] = [];
  for (const [name, summary] of Object.entries(record.tables)) {
    const file = join(folder, tableFile(name));
    const rows = fromCsv(readText(file), summary.columns, file);
    if (rows.rows.length !== summary.rows) {
      throw damaged(file, `it has ${rows.rows.length} rows; run.json counts ${summary.rows}`);
    }
    tables.push([name, rows]);
  }
  const weeks = join(folder, WEEKS);
  return {
    ...fromRecord(record, Object.fromEntries(tables)),
    ...(existsSync(weeks) && { weeks: readWeeks(readText(weeks), weeks) }),
  };
}

/**
 * Reads the `run.json` of a folder, without its tables.
 *
 * @example
 * const { tables } = loadRecord(await saveRun(run, html, folder));
 * tables.log.rows // 12
 */
export function loadRecord(folder: string): RunRecord {
  tidy(dirname(folder));
  const file = join(folder, RECORD);
  if (!existsSync(file)) throw noRun(folder);
  return readRecord(readText(file), file);
}

/**
 * Marks a run as run at this time. The same run is not written again, and would else seem to be an old one.
 *
 * @param when Seconds since 1970.
 * @example
 * const saved = await saveRun(run, html, folder);
 * markRun(saved, 1758549600);
 * listRuns(folder)[0].when // '2025-09-22T14:00:00Z'
 */
export function markRun(folder: string, when: number): void {
  try {
    utimesSync(join(folder, RECORD), when, when);
  } catch {
    // A folder that is read-only keeps its time.
  }
}

/**
 * When a run began, in milliseconds since 1970: the time of its mark, less that of its stages.
 *
 * @example
 * const saved = await saveRun({ ...run, timing: [{ stage: 'solve', ms: 2000, rows: 12 }] }, html, folder);
 * markRun(saved, 1758549600);
 * runBegun(saved) // 1758549598000
 */
export function runBegun(folder: string): number {
  const { timing } = loadRecord(folder);
  return statSync(join(folder, RECORD)).mtimeMs - timing.reduce((sum, { ms }) => sum + ms, 0);
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The text of a file of a run. */
export function readText(file: string): string {
  try {
    return textIn(file);
  } catch (error) {
    throw damaged(file, `it cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

function filesOf(run: Run, html: string): Files {
  const files = new Map([[RECORD, printRecord(toRecord(run))]]);
  for (const [name, table] of Object.entries(run.tables)) files.set(tableFile(name), toCsv(table));
  if (run.weeks !== undefined) files.set(WEEKS, printWeeks(run.weeks));
  return files.set(REPORT, html);
}

function sameButTimings(name: string, found: string, wanted: string): boolean {
  if (found === wanted) return true;
  return name === RECORD && withoutTimings(found) === withoutTimings(wanted);
}

function withoutTimings(text: string): string {
  try {
    return JSON.stringify({ ...JSON.parse(text), timing: [] });
  } catch {
    return text;
  }
}
