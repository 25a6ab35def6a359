import type { Domain, Row, Tables } from '../../domain.ts';
import { readSchedule } from '../../given/read/reading.ts';
import { nearest } from '../../problems/nearest.ts';
import { Refusal } from '../../problems/problem.ts';
import type { Settings } from '../../scenario/scenario.ts';
import { readCsvFile } from '../../tables/csv/files.ts';
import { plural } from '../../text/format.ts';

/** A CSV file of past rows, and which of its columns says by which value that a row went well. */
export interface PastFile {
  readonly file: string;
  readonly column: string;
  readonly value: string;
}

/** Past rows, each with what came of it. */
export interface PastRows {
  readonly rows: readonly { readonly row: Row; readonly success: boolean }[];
  readonly success: string;
  readonly notes: readonly string[];
}

interface Question {
  readonly domain: Domain;
  readonly settings: Settings;
  readonly tables: Tables;
}

/**
 * Reads past rows as a given schedule is read. A row whose cell is empty is left out: nobody knows what came of it.
 *
 * @throws Refusal where the file is no schedule of this kind, or has no such column.
 */
export async function pastRows({ file, column, value }: PastFile, question: Question): Promise<PastRows> {
  const reading = await readSchedule(file, question);
  const { header = [], rows: cells, lines } = readCsvFile(file);
  const names = header.map((name) => name.trim());
  const at = names.indexOf(column);
  if (at < 0) throw noColumn(file, column, names);
  const said = new Map(lines.map((line, k) => [line, (cells[k]![at] ?? '').trim().toLowerCase()]));
  const known = reading.rows.filter(({ line }) => (said.get(line) ?? '') !== '');
  const open = reading.rows.length - known.length;
  const rows = known.map(({ line, cells: own }) => ({
    row: Object.fromEntries(reading.fields.map((name, k) => [name, own[k] ?? null])),
    success: said.get(line) === value.trim().toLowerCase(),
  }));
  if (rows.length > 0 && !rows.some(({ success }) => success)) throw noSuccess(file, column, value, said);
  return {
    rows,
    success: `${column} is ${value}`,
    notes: open === 0 ? [] : [`${plural(open, 'row')} left out: ${column} is empty`],
  };
}

function noColumn(file: string, column: string, names: readonly string[]): Refusal {
  const close = nearest(column, names);
  const maybe = close === undefined ? `Maybe one of: ${names.slice(0, 20).join(', ')}.` : `Maybe you meant "${close}".`;
  return new Refusal([{ message: `has no column "${column}"`, place: { file }, maybe }]);
}

function noSuccess(file: string, column: string, value: string, said: ReadonlyMap<number, string>): Refusal {
  const values = [...new Set(said.values())].filter((text) => text !== '').slice(0, 8);
  const maybe = `Maybe one of the values that are there: ${values.join(', ')}.`;
  return new Refusal([{ message: `no row has ${column} "${value}"`, place: { file }, maybe }]);
}
