import { basename } from 'node:path';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { tableMeantBy } from '../../csv/strays.ts';
import { bindColumns } from '../../header.ts';
import { fileNotes } from '../../problems.ts';
import type { Quarantined, RawTable, TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { missingTable } from '../missing.ts';
import { fileProblems, sourceMaybes, sourceNotes } from '../problems.ts';
import type { ReadSource, XlsxSource } from '../source.ts';
import type { Sheet } from './sheet.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { LONGEST_NAME } from './write.ts';

/**
 * Reads a workbook in which each table has a sheet of its name; letter case and what stands between words do not count.
 * What people do not see of a sheet is read like the rest, and told.
 *
 * @throws Refusal where the file is no workbook, or lacks a table or a column.
 */
export const readXlsx: ReadSource<XlsxSource> = async (specs, source) => {
  const book = openWorkbook(source.xlsx);
  const problems: Problem[] = [];
  const read = new Set<string>();
  const absent: string[] = [];
  const tables = specs.flatMap((spec): readonly RawTable[] => {
    const name = tableThere(source, spec.name);
    const alike = book.sheets.filter(
      (one) => bare(one.name) === bare(name) || one.name === name.slice(0, LONGEST_NAME),
    );
    const exact = Object.hasOwn(source.tables, spec.name) ? alike.find((one) => one.name === name) : undefined;
    const sheet = exact ?? alike[0];
    if (exact === undefined && alike.length > 1) {
      const message = fileProblems.twins(
        spec.name,
        alike.map((one) => one.name),
      );
      problems.push({ message, place: { file: source.xlsx }, maybe: sourceMaybes.oneSheet(spec.name) });
      return [];
    }
    if (sheet === undefined) {
      const there = book.sheets.map((one) => one.name);
      problems.push(...missingTable(spec, source, { name, there, where: basename(source.xlsx) }));
      if (!spec.required) absent.push(spec.name);
      return [];
    }
    read.add(sheet.name);
    try {
      return [tableOf(spec, `${source.xlsx} [${sheet.name}]`, sheet)];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  const unread = book.sheets.filter(({ name }) => !read.has(name)).map(({ name }) => name);
  problems.push(...misnamed(source.xlsx, specs, absent, unread));
  if (problems.length > 0) throw new Refusal(problems);
  return { tables, notes: unread.map((name) => fileNotes.unread(`${basename(source.xlsx)} [${name}]`)) };
};

/** Sheets whose names are nearly those of tables that have none: they would be ignored with all that they forbid. */
const misnamed = (
  file: string,
  specs: readonly TableSpec[],
  absent: readonly string[],
  sheets: readonly string[],
): readonly Problem[] =>
  sheets.flatMap((sheet) => {
    const table = tableMeantBy(sheet, specs, absent);
    if (table === undefined) return [];
    const message = fileProblems.noSheet(table);
    return [{ message, place: { file }, maybe: sourceMaybes.renamedSheet(sheet, table) }];
  });

/** Without letter case and what stands between words: the sheet "Media Partners" is the table `media_partners`. */
const bare = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '');

function tableOf(spec: TableSpec, file: string, { hidden, read }: Workbook['sheets'][number]): RawTable {
  const sheet = read();
  const [top, ...rows] = sheet.rows;
  if (top === undefined) throw new Refusal([{ message: fileProblems.emptySheet(), place: { file } }]);
  const raw = {
    name: spec.name,
    file,
    header: top.cells.map((text) => text ?? ''),
    headerLine: top.line,
    notes: [...(rows.length === 0 ? [fileNotes.noRows(spec.name)] : []), ...sightNotes(spec.name, hidden, sheet)],
  };
  const all = { ...raw, rows: rows.map(({ cells }) => cells) };
  const needed = new Map(bindColumns(spec, all).map(({ name, index }) => [index, name]));
  const failed = rows.flatMap(({ line, cells, errors }): readonly Quarantined[] => {
    const error = errors.find(({ column }) => needed.has(column));
    if (error === undefined) return [];
    const { column: at, reason } = error;
    return [{ table: spec.name, file, line, column: needed.get(at)!, value: cells[at] ?? '', reason }];
  });
  const gone = new Set(failed.map(({ line }) => line));
  const good = rows.filter(({ line }) => !gone.has(line));
  return { ...raw, rows: good.map(({ cells }) => cells), lines: good.map(({ line }) => line), broken: failed };
}

/** What a person who looks at the sheet does not see, and what looks otherwise than it is. */
function sightNotes(table: string, hidden: boolean, { hiddenRows, hiddenColumns, merged }: Sheet): readonly string[] {
  return [
    ...(hidden ? [sourceNotes.hiddenSheet(table)] : []),
    ...(hiddenRows > 0 ? [sourceNotes.hiddenRows(table, hiddenRows)] : []),
    ...(hiddenColumns > 0 ? [sourceNotes.hiddenColumns(table)] : []),
    ...(merged.length > 0 ? [sourceNotes.merged(table, merged[0]!, merged.length)] : []),
  ];
}
