import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cells, column, loadTables, table } from '../../../src/index.ts';
import { zipOf } from '../../../src/tables/sources/xlsx/zip.ts';
import { folder } from '../folder.ts';

export const cars = table({
  name: 'press_cars',
  description: 'Every car',
  required: true,
  rows: 'permit',
  key: ['id'],
  columns: {
    id: column(cells.text, 'its number'),
    since: column(cells.optional(cells.date), 'its first day'),
    worth: column(cells.optional(cells.number), 'points'),
  },
});

const closed = table({
  name: 'closed_days',
  description: 'Days without an errand',
  required: false,
  rows: 'restrict',
  key: ['day'],
  columns: { day: column(cells.date, 'the day') },
});

/** A workbook of one sheet; the parts that a test does not give are those that every program writes. */
export function book(
  rows: string,
  {
    sheet = '',
    name = 'Press Cars',
    state = '',
    props = '',
    shared = '',
    end = '</sheetData></worksheet>',
    others = [] as readonly string[],
  } = {},
): string {
  const file = join(folder(), 'fleet.xlsx');
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="[$-409]d/m/yy;@"/><numFmt numFmtId="172" formatCode="&quot;days&quot; 0"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="40"/></cellXfs></styleSheet>`;
  writeFileSync(
    file,
    zipOf([
      [
        'xl/workbook.xml',
        `<workbook>${props}<sheets><sheet name="${name}" sheetId="1" ${state} r:id="rId1"/>${others.map((one, at) => `<sheet name="${one}" sheetId="${at + 2}" r:id="rId1"/>`).join('')}</sheets></workbook>`,
      ],
      [
        'xl/_rels/workbook.xml.rels',
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
      ],
      ['xl/styles.xml', styles],
      ['xl/sharedStrings.xml', `<sst>${shared}</sst>`],
      ['xl/worksheets/sheet1.xml', `<worksheet>${sheet}<sheetData>${HEADER}${rows}${end}`],
    ]),
  );
  return file;
}

export const text = (place: string, value: string) => `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
const HEADER = `<row r="1">${text('A1', 'id')}${text('B1', 'since')}${text('C1', 'worth')}</row>`;
export const read = (xlsx: string, more: object = {}) =>
  loadTables([cars, closed], { xlsx, tables: {}, unreadable: 'leave_out', ...more }, () => []);
export const rowsOf = async (xlsx: string) => (await read(xlsx)).tables.press_cars!.rows;
