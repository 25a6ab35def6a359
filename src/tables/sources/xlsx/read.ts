import { basename } from 'node:path';
import { type Problem, Refusal } from '../../../problems/problem.ts';
import { bindColumns } from '../../header.ts';
import { cellProblems, fileNotes } from '../../problems.ts';
import type { Quarantined, RawTable, TableSpec } from '../../table.ts';
import { tableThere } from '../columns.ts';
import { missingTable } from '../missing.ts';
import { fileProblems, sourceNotes } from '../problems.ts';
import type { ReadSource, XlsxSource } from '../source.ts';
import type { Sheet } from './sheet.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

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
  const tables = specs.flatMap((spec): readonly RawTable[] => {
    const name = tableThere(source, spec.name);
    const sheet = book.sheets.find((one) => bare(one.name) === bare(name));
    if (sheet === undefined) {
      const there = book.sheets.map((one) => one.name);
      problems.push(...missingTable(spec, source, { name, there, where: basename(source.xlsx) }));
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
  if (problems.length > 0) throw new Refusal(problems);
  const unread = book.sheets.filter(({ name }) => !read.has(name)).map(({ name }) => name);
  return { tables, notes: unread.map((name) => fileNotes.unread(`${basename(source.xlsx)} [${name}]`)) };
};

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
    const at = errors.find((index) => needed.has(index));
    if (at === undefined) return [];
    const value = cells[at] ?? '';
    return [{ table: spec.name, file, line, column: needed.get(at)!, value, reason: cellProblems.failedFormula() }];
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
