import { Refusal } from '../../../problems/problem.ts';
import { epochDay, isDate } from '../../dates.ts';
import type { Cell, CellType, ResultTable } from '../../result.ts';
import { fileProblems, sourceMaybes } from '../problems.ts';
import { serialOf } from './formats.ts';
import { escaped } from './xml.ts';
import { zipOf } from './zip.ts';

/** The longest name of a sheet that spreadsheet programs take. */
export const LONGEST_NAME = 31;
/** The most that they open of a sheet, and of a cell; what is more they cut off, or call the workbook damaged. */
const [MOST_ROWS, MOST_COLUMNS, MOST_LETTERS] = [1_048_576, 16_384, 32_767];

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The formats of cells, by their numbers in `STYLES`. */
const STYLE: Readonly<Partial<Record<CellType | 'head', number>>> = { head: 1, date: 2, money: 3, percent: 4 };
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;

/** A table with the name of its sheet. */
export interface NamedTable {
  readonly name: string;
  readonly table: ResultTable;
}

/**
 * A workbook with a sheet for each table. Numbers, dates, shares and amounts of dollars are such to the program that opens
 * it; a text is a text, also one that looks like a number or a formula. The same tables are the same bytes.
 *
 * @throws Refusal where a table is larger than a sheet, a text longer than a cell, or two sheets would have one name.
 */
export function workbookOf(tables: readonly NamedTable[]): Buffer {
  const sheets = tables.map(({ name, table }, at) => ({ name: name.slice(0, LONGEST_NAME), table, at: at + 1 }));
  const problems = tables.flatMap(({ name, table }, at) => {
    // Letter case is no difference between the names of sheets.
    const sheet = sheets[at]!.name.toLowerCase();
    const first = tables[sheets.findIndex((one) => one.name.toLowerCase() === sheet)]!.name;
    return [...(first === name ? [] : [fileProblems.sameSheet(first, name, LONGEST_NAME)]), ...tooLarge(name, table)];
  });
  if (problems.length > 0) throw new Refusal(problems.map((message) => ({ message, maybe: sourceMaybes.otherForm() })));
  const overrides = sheets.map(
    ({ at }) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  const listed = sheets.map(({ name, at }) => `<sheet name="${escaped(name)}" sheetId="${at}" r:id="rId${at}"/>`);
  const related = sheets.map(
    ({ at }) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const styles = sheets.length + 1;
  return zipOf([
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}<Relationship Id="rId${styles}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
    ...sheets.map(({ table, at }) => [`xl/worksheets/sheet${at}.xml`, sheetXml(table)] as const),
  ]);
}

/** What of a table no sheet can hold. */
function tooLarge(name: string, { columns, rows }: ResultTable): readonly string[] {
  if (rows.length >= MOST_ROWS) return [fileProblems.tooManyRows(name, rows.length, MOST_ROWS - 1)];
  if (columns.length > MOST_COLUMNS) return [fileProblems.tooManyColumns(name, columns.length, MOST_COLUMNS)];
  for (const [row, cells] of rows.entries()) {
    const at = cells.findIndex((cell) => typeof cell === 'string' && cell.length > MOST_LETTERS);
    if (at >= 0) return [fileProblems.longCell(name, row + 1, columns[at]?.name ?? '', MOST_LETTERS)];
  }
  return [];
}

function sheetXml({ columns, rows }: ResultTable): string {
  const head = columns.map(({ name }, at) => textCell(name, at, 1, 'head'));
  const body = rows.map((row, index) => {
    const cells = row.map((cell, at) => cellXml(cell, columns[at]?.type ?? 'text', at, index + 2));
    return `<row r="${index + 2}">${cells.join('')}</row>`;
  });
  // The names of columns stay in sight.
  const view =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews>';
  return `${HEAD}<worksheet xmlns="${MAIN}">${view}<sheetData><row r="1">${head.join('')}</row>${body.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: Cell, type: CellType, column: number, line: number): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return numberCell(type === 'money' ? `${cell / 100}` : `${cell}`, type, column, line);
  const day = type === 'date' && isDate(cell) ? serialOf(epochDay(cell)) : undefined;
  if (day !== undefined) return numberCell(`${day}`, type, column, line);
  return textCell(cell, column, line, type);
}

const numberCell = (value: string, type: CellType, column: number, line: number): string =>
  `<c r="${nameOf(column)}${line}"${styled(type)}><v>${value}</v></c>`;

const textCell = (text: string, column: number, line: number, type: CellType | 'head'): string =>
  `<c r="${nameOf(column)}${line}"${type === 'head' ? styled(type) : ''} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

const styled = (type: CellType | 'head'): string => (STYLE[type] === undefined ? '' : ` s="${STYLE[type]}"`);

/** A column by its letters: 0 is A, 26 is AA. */
function nameOf(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : nameOf(Math.floor(column / 26) - 1) + letter;
}
