import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { book, read, rowsOf, text } from './book.ts';
import { refused } from './refused.ts';

const row = (cells: string) => `<row r="2">${cells}</row><row r="3">${text('A3', 'b')}</row>`;
const faultOf = async (cells: string) => {
  const { quarantined, tables } = await read(book(row(cells)));
  expect(tables.press_cars!.rows).toMatchObject([{ id: 'b' }]);
  return quarantined[0];
};

describe('a cell of a workbook without a value', () => {
  it('that is a formula whose result was never saved sets its row aside, also where nothing else is in the row', async () => {
    expect(await faultOf(`${text('A2', 'a')}<c r="C2"><f>B2&amp;"x"</f></c>`)).toMatchObject({
      line: 2,
      column: 'worth',
      value: '=B2&"x"',
      reason: expect.stringMatching(/a formula whose result the file does not hold; open .* and save it/),
    });
    expect(await faultOf('<c r="A2"><f>1+1</f></c>')).toMatchObject({ column: 'id', value: '=1+1' });
  });

  it('whose result is an empty text is empty', async () => {
    const rows = row(`${text('A2', 'a')}<c r="C2" t="str"><f>""</f><v></v></c>`);
    expect(await rowsOf(book(rows))).toMatchObject([{ id: 'a', worth: null }, { id: 'b' }]);
  });

  it('that failed, or whose shared text is not there, sets its row aside', async () => {
    expect(await faultOf(`${text('A2', 'a')}<c r="B2" t="e"/>`)).toMatchObject({ column: 'since' });
    const shared = await faultOf(`${text('A2', 'a')}<c r="B2" t="s"><v>7</v></c>`);
    expect(shared).toMatchObject({ column: 'since', reason: expect.stringMatching(/the workbook is damaged/) });
  });
});

describe('a damaged sheet', () => {
  it.each([
    ['ends too early', { end: '' }, row(text('A2', 'a'))],
    ['has a cell twice', {}, row(text('A2', 'a') + text('A2', 'c'))],
    ['has a cell where no sheet has columns', {}, row(text('A2', 'a') + text('ZZZZ2', 'c'))],
    ['is no XML in the middle', {}, row(`${text('A2', 'a')}<c r="B2" s=1><v>45922</v></c>`)],
    ['has entities of its own', {}, `<!DOCTYPE x [<!ENTITY a "b">]>${row(text('A2', '&a;'))}`],
  ])('that %s is refused', async (_, more, rows) => {
    expect(await refused(read(book(rows, more)))).toMatch(/sheet1\.xml is damaged: .* save it anew/);
  });

  it('whose bytes are not those of its checksum is refused', async () => {
    const file = book(row(text('A2', 'a')));
    const bytes = readFileSync(file);
    const last = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
    bytes.writeUInt8(bytes.readUInt8(last + 16) ^ 1, last + 16);
    writeFileSync(file, bytes);
    expect(await refused(read(file))).toMatch(/its part xl\/worksheets\/sheet1\.xml is damaged/);
  });
});

describe('the names of sheets', () => {
  it('that may be one table are refused, unless the scenario names one', async () => {
    const file = book(row(text('A2', 'a')), { others: ['press_cars'] });
    expect(await refused(read(file))).toMatch(
      /2 sheets may be the table "press_cars": "Press Cars", "press_cars" Maybe rename all but one/,
    );
    expect((await read(file, { tables: { press_cars: 'Press Cars' } })).tables.press_cars!.rows).toHaveLength(2);
  });

  it('that are nearly that of a table without one are refused: what it forbids would vanish', async () => {
    for (const other of ['Closed day', 'Closed days (2)'])
      expect(await refused(read(book(row(text('A2', 'a')), { others: [other] })))).toMatch(
        /no sheet is called "closed_days" Maybe rename the sheet "Closed day.*" to "closed_days"; or/,
      );
  });
});

describe('a number of a workbook', () => {
  it('keeps all digits of an id, and is no day where its format is of money', async () => {
    const rows = row('<c r="A2"><v>12345678901234567890</v></c><c r="C2" s="5"><v>45000</v></c>');
    expect((await rowsOf(book(rows)))[0]).toMatchObject({ id: '12345678901234567890', worth: 45_000 });
  });

  it('is the day that the program shows, also before March 1900', async () => {
    const day = async (serial: number) =>
      (await read(book(row(`${text('A2', 'a')}<c r="B2" s="1"><v>${serial}</v></c>`)))).tables.press_cars!.rows[0];
    expect([await day(1), await day(59), await day(61)]).toMatchObject([
      { since: '1900-01-01' },
      { since: '1900-02-28' },
      { since: '1900-03-01' },
    ]);
    expect(await faultOf(`${text('A2', 'a')}<c r="B2" s="1"><v>60</v></c>`)).toMatchObject({ value: '1900-02-29' });
  });
});
