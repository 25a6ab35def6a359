import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipOf } from '../../../src/tables/sources/xlsx/zip.ts';
import { folder } from '../folder.ts';
import { book, read, rowsOf, text } from './book.ts';
import { refused } from './refused.ts';

describe('a workbook', () => {
  it('has dates as dates, numbers with leading zeros as they are shown, and texts as texts', async () => {
    const rows = `<row r="2"><c r="A2" s="2"><v>101</v></c><c r="B2" s="1"><v>45922</v></c><c r="C2"><v>0.30000000000000004</v></c></row>
      <row r="4">${text('A4', '007 &amp; &#x41;_x0009_')}<c r="B4" s="3"><v>45923.5</v></c><c r="C4" s="4"><v>1E3</v></c></row>`;
    expect(await rowsOf(book(rows))).toEqual([
      { id: '00101', since: '2025-09-22', worth: 0.3 },
      { id: '007 & A', since: '2025-09-23', worth: 1000 },
    ]);
  });

  it('counts its days from 1904 where it says so', async () => {
    const rows = `<row r="2">${text('A2', 'a')}<c r="B2" s="1"><v>44460</v></c></row>`;
    expect(await rowsOf(book(rows, { props: '<workbookPr date1904="1"/>' }))).toMatchObject([{ since: '2025-09-22' }]);
  });

  it('shares texts between cells, put together from pieces and without how they are spoken', async () => {
    const shared =
      '<si><t>x</t></si><si><r><t>Kia</t></r><r><t xml:space="preserve"> 7</t></r><rPh><t>kee</t></rPh></si>';
    expect(await rowsOf(book('<row r="2"><c r="A2" t="s"><v>1</v></c></row>', { shared }))).toMatchObject([
      { id: 'Kia 7' },
    ]);
  });

  it('says which rows cannot be used, by the number that the program shows', async () => {
    const rows = `<row r="3">${text('A3', 'a')}<c r="C3" t="e"><v>#N/A</v></c></row><row r="7">${text('A7', 'b')}${text('B7', 'soon')}</row><row r="8">${text('A8', 'c')}</row>`;
    const { quarantined, tables } = await read(book(rows));
    expect(tables.press_cars!.rows).toHaveLength(1);
    expect(quarantined).toMatchObject([
      { line: 3, column: 'worth', value: '#N/A', reason: expect.stringMatching(/a formula .* leaves where it fails/) },
      { line: 7, column: 'since', value: 'soon' },
    ]);
    expect(quarantined[0]!.file).toMatch(/fleet\.xlsx \[Press Cars\]$/);
  });

  it('tells what people do not see, and reads it', async () => {
    const rows = `<row r="2" hidden="1">${text('A2', 'a')}</row><row r="3">${text('A3', 'b')}</row></sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells><sheetData>`;
    const sheet = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const { notes, tables } = await read(book(rows, { sheet, state: 'state="hidden"' }));
    expect(tables.press_cars!.rows).toHaveLength(2);
    expect(notes).toEqual([
      'press_cars: its sheet is hidden, and was read',
      'press_cars: 1 row of its sheet is hidden, and was read',
      'press_cars: columns of its sheet are hidden, and were read',
      'press_cars: its sheet has merged cells (B2:B3): only the first cell of an area holds its value, the others read as empty',
    ]);
  });

  it('may call its sheets otherwise, and the others are told', async () => {
    const file = book(`<row r="2">${text('A2', 'a')}</row>`, { name: 'Fleet 2025' });
    expect(await refused(read(file))).toMatch(
      /no table "press_cars" in fleet\.xlsx.*name it in the scenario, data: \{…, tables: \{…\}\} \(there are: Fleet 2025\)/,
    );
    expect((await read(file, { tables: { press_cars: 'fleet 2025' } })).tables.press_cars!.rows).toHaveLength(1);
    expect(await refused(read(file, { tables: { press_car: 'fleet 2025' } }))).toMatch(
      /this kind of problem has no table "press_car" Maybe you meant "press_cars"/,
    );
  });

  it('is refused where it is none, is damaged, or is larger inside than any table', async () => {
    const file = join(folder(), 'old.xlsx');
    writeFileSync(file, 'vin,make\n');
    expect(await refused(read(file))).toMatch(/is no workbook \(\.xlsx\) that can be read Maybe it is an older \.xls/);
    const bytes = zipOf([['xl/workbook.xml', '<workbook/>'.repeat(3_000_000)]]);
    writeFileSync(file, bytes);
    expect(await refused(read(file))).toMatch(/holds 33 MB when it is unpacked/);
    const lying = zipOf([['xl/workbook.xml', `<workbook>${' '.repeat(5000)}</workbook>`]]);
    const directory = lying.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    lying.writeUInt32LE(100, directory + 24);
    writeFileSync(file, lying);
    expect(await refused(read(file))).toMatch(/its part xl\/workbook\.xml is damaged/);
  });
});
