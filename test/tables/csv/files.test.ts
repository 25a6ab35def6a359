import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { text } from '../../../src/tables/cells/cells.ts';
import { readFolder } from '../../../src/tables/csv/files.ts';
import { readRecords } from '../../../src/tables/csv/records.ts';
import { fileProblems as file, maybes, rowProblems } from '../../../src/tables/problems.ts';
import { table } from '../../../src/tables/table.ts';
import { folder, refusal } from '../folder.ts';

const cars = table({
  name: 'cars',
  description: 'Cars',
  required: true,
  key: ['vin'],
  columns: {
    vin: { schema: text, description: 'Id', required: true },
    make: { schema: text, description: 'Make', required: true },
  },
});
const notes = { ...cars, name: 'notes', required: false };

const read = (csv: string) => {
  const { header, rows, lines } = readRecords('cars', 'cars.csv', csv);
  return { header, rows, lines };
};

describe('readRecords', () => {
  it('reads a header and rows with their lines', () => {
    expect(read('vin,make\nA,Audi\nB,Kia\n')).toEqual({
      header: ['vin', 'make'],
      rows: [
        ['A', 'Audi'],
        ['B', 'Kia'],
      ],
      lines: [2, 3],
    });
  });

  it.each([
    ['CRLF', 'vin,make\r\nA,Audi\r\n'],
    ['CR', 'vin,make\rA,Audi'],
    ['mixed line ends', 'vin,make\r\nA,Audi\n'],
    ['a byte order mark', '\uFEFFvin,make\nA,Audi'],
    ['quotes', '"vin","make"\n"A","Audi"\n'],
    ['a byte order mark before a quote', '\uFEFF"vin",make\nA,Audi'],
    ['spaces around quotes', 'vin,make\n "A" , "Audi"\n'],
  ])('reads %s', (_, csv) => {
    expect(read(csv)).toMatchObject({ header: ['vin', 'make'], rows: [['A', 'Audi']] });
  });

  it('reads commas, doubled quotes and line breaks within quotes, and counts on', () => {
    expect(read('vin,make\nA,"Audi, ""quattro"""\nB,"two\r\nlines"\nC,Kia\n')).toMatchObject({
      rows: [
        ['A', 'Audi, "quattro"'],
        ['B', 'two\nlines'],
        ['C', 'Kia'],
      ],
      lines: [2, 3, 5],
    });
  });

  it('skips blank lines without losing count', () => {
    expect(read('\nvin,make\n\n   \nA,Audi\n\n')).toMatchObject({ rows: [['A', 'Audi']], lines: [5] });
  });

  it.each(['A,5" tube', 'A,"x"y', 'A,a "b" c'])('sets aside the row %j alone', (row) => {
    const records = readRecords('cars', 'cars.csv', `vin,make\n${row}\nB,Kia\nC,"Audi"\n`);
    expect(records.rows).toEqual([
      ['B', 'Kia'],
      ['C', 'Audi'],
    ]);
    expect(records.broken).toEqual([
      { table: 'cars', file: 'cars.csv', line: 2, column: '', value: row, reason: rowProblems.strayQuote() },
    ]);
  });

  it('takes a row of bare commas for no row, and keeps count', () => {
    expect(read('vin,make\n,,\nA,Audi\n , \n"",\nB,Kia\n')).toMatchObject({ lines: [3, 6] });
  });

  it.each([
    ['sep=,', ','],
    ['SEP=;', ';'],
    ['"sep=;"', ';'],
    ['sep=\t', '\t'],
    ['sep=|', '|'],
    ['\uFEFFsep=;', ';'],
    ['sep=', ','],
  ])('takes the first line %j for what stands between cells', (hint, between) => {
    const lines = [hint, `vin${between}make`, `A${between}"Audi${between} ""quattro"" "`, `="01"${between}Kia`];
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(lines.join(end))).toEqual({
        header: ['vin', 'make'],
        rows: [
          ['A', `Audi${between} "quattro" `],
          ['01', 'Kia'],
        ],
        lines: [3, 4],
      });
    }
  });

  it('says in a note what it took from the first line', () => {
    expect(readRecords('cars', 'cars.csv', 'sep=;\nvin;make\n').notes).toEqual([
      'cars.csv: its cells are separated by semicolons',
    ]);
    expect(readRecords('cars', 'cars.csv', 'sep=,\nvin,make\n').notes).toEqual([]);
    expect(readRecords('cars', 'cars.csv', 'sep=,\n\nvin,make\n').headerLine).toBe(3);
  });

  it.each([
    [
      'vin;make\nA;"Audi; ""quattro"""\nB;1,5\n',
      [
        ['A', 'Audi; "quattro"'],
        ['B', '1,5'],
      ],
    ],
    ['\nvin\tmake\nA\tAudi\n', [['A', 'Audi']]],
    ['vin|make\nA|Audi\n', [['A', 'Audi']]],
    ['"vin; of it",make\nA,Audi;\n', [['A', 'Audi;']]],
  ])('takes from a header without a comma what stands between cells: %j', (text, rows) => {
    expect(read(text).rows).toEqual(rows);
  });

  it('says in a note what it took from a header', () => {
    expect(readRecords('cars', 'cars.csv', 'vin;make\nA;Audi\n').notes).toEqual([
      'cars.csv: its cells are separated by semicolons',
    ]);
  });

  it.each([
    ['="00101",Audi', ['00101', 'Audi']],
    ['Audi,="00101"', ['Audi', '00101']],
    [' ="a ""b"" c" ,Audi', ['a "b" c', 'Audi']],
    ['"=""00101""",Audi', ['00101', 'Audi']],
    ['="00101","two\nlines"', ['00101', 'two\nlines']],
    ["'=1+1,'-5", ['=1+1', '-5']],
    ["''=1,'abc", ["'=1", "'abc"]],
    ['=1+1,-5', ['=1+1', '-5']],
    ['"a,=""",b', ['a,="', 'b']],
    ['"a,=""x""",b', ['a,="x"', 'b']],
  ])('reads the guards of %j', (row, cells) => {
    expect(read(`vin,make\n${row}\n`).rows).toEqual([cells]);
  });

  it('refuses a quote that is never closed, and says where it opens', () => {
    expect(refusal(() => read('vin,make\nA,Audi\nB,"Kia\nC,Seat\n'))).toEqual([
      {
        message: file.openQuote(),
        place: { file: 'cars.csv', line: 3, column: 3, source: 'B,"Kia' },
        maybe: maybes.quote(),
      },
    ]);
  });

  it('refuses a quoted cell longer than any row, without reading on', () => {
    const csv = `vin,make\nA,"open\n${'x\n'.repeat(600_000)}"\n`;
    expect(refusal(() => read(csv))[0]).toMatchObject({ message: file.openQuote(), place: { line: 2 } });
  });

  it('refuses a header with a stray quote rather than taking the next line for one', () => {
    expect(refusal(() => read('vin,ma"ke\nA,Audi\n'))[0]?.message).toBe(file.brokenHeader());
  });

  it('has no header where there is no text', () => {
    expect(read(' \n\n').header).toBeUndefined();
  });
});

describe('readFolder', () => {
  const headed = 'vin,make\nA,Audi\n';

  it('reads the file of each table, and leaves other files alone', () => {
    const dir = folder({ 'cars.csv': headed, 'secrets.csv': 'a\n"' });
    expect(readFolder([cars, notes], dir)).toEqual([
      {
        name: 'cars',
        file: join(dir, 'cars.csv'),
        header: ['vin', 'make'],
        rows: [['A', 'Audi']],
        lines: [2],
        broken: [],
        notes: [],
      },
    ]);
  });

  it('refuses a folder that is not there, or is a file', () => {
    const dir = folder({ 'cars.csv': headed });
    expect(refusal(() => readFolder([cars], join(dir, 'no')))[0]?.message).toBe(file.noFolder(join(dir, 'no')));
    const path = join(dir, 'cars.csv');
    expect(refusal(() => readFolder([cars], path))[0]?.message).toBe(file.notFolder(path));
  });

  it('refuses a path that no file system can have', () => {
    expect(refusal(() => readFolder([cars], 'a\0b'))[0]?.message).toBe(
      file.unreadable('a\0b', 'ERR_INVALID_ARG_VALUE'),
    );
  });

  it('names the table, the path and the columns of a missing file, and the file that may be meant', () => {
    const dir = folder({ 'Cars.CSV': headed });
    expect(refusal(() => readFolder([cars], dir))).toEqual([
      {
        message: 'no file for the table "cars"; it needs the columns vin, make',
        place: { file: join(dir, 'cars.csv') },
        maybe: 'Maybe rename "Cars.CSV" to "cars.csv".',
      },
    ]);
  });

  it('tells of a link that leads nowhere', () => {
    const dir = folder({});
    symlinkSync('gone.csv', join(dir, 'cars.csv'));
    expect(refusal(() => readFolder([cars], dir))[0]?.maybe).toBe('Maybe "cars.csv" is a link whose target was moved.');
  });

  it('reports the problems of all files at once', () => {
    const dir = folder({ 'cars.csv': '', 'notes.csv': 'vin\n"' });
    expect(refusal(() => readFolder([cars, notes], dir)).map((problem) => problem.message)).toEqual([
      file.empty('vin, make'),
      file.openQuote(),
    ]);
  });

  it('refuses an empty file at its first place, with the columns wanted', () => {
    const dir = folder({ 'cars.csv': '\uFEFF' });
    expect(refusal(() => readFolder([cars], dir))).toEqual([
      {
        message: 'the file is empty; a header is needed with the columns vin, make',
        place: { file: join(dir, 'cars.csv'), line: 1, column: 1 },
      },
    ]);
  });

  it('refuses a folder in the place of a file', () => {
    const dir = folder();
    mkdirSync(join(dir, 'cars.csv'));
    expect(refusal(() => readFolder([cars], dir))[0]?.message).toBe(file.notFile('cars'));
  });

  const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['UTF-16 of little order', Buffer.from(`\uFEFF${headed}`, 'utf16le')],
    ['UTF-16 of big order', swapped(`\uFEFF${headed}`)],
    ['UTF-16 with tabs', Buffer.from('\uFEFFvin\tmake\nA\tAudi\n', 'utf16le')],
    ['UTF-16 with CRLF', Buffer.from('\uFEFFvin,make\r\nA,Audi\r\n', 'utf16le')],
    ['carriage returns', Buffer.from(headed.replaceAll('\n', '\r'))],
  ])('reads %s', (_, bytes) => {
    const [table] = readFolder([cars], folder({ 'cars.csv': bytes }));
    expect(table).toMatchObject({ header: ['vin', 'make'], rows: [['A', 'Audi']], lines: [2] });
  });

  it('names UTF-16 without a mark, and what only begins as UTF-16', () => {
    for (const bytes of [Buffer.from(headed, 'utf16le'), swapped(headed)]) {
      expect(refusal(() => readFolder([cars], folder({ 'cars.csv': bytes })))[0]).toMatchObject({
        message: file.utf16(),
        maybe: maybes.utf8(),
      });
    }
    const half = Buffer.concat([Buffer.from(`\uFEFF${headed}`, 'utf16le'), Buffer.from([0x00, 0xd8])]);
    expect(refusal(() => readFolder([cars], folder({ 'cars.csv': half })))[0]?.message).toBe(file.notUtf16());
    const nul = Buffer.from('\uFEFFvin,make\nA,Au\0di\n', 'utf16le');
    expect(refusal(() => readFolder([cars], folder({ 'cars.csv': nul })))[0]).toMatchObject({
      message: file.notText(),
      place: { line: 2 },
    });
  });

  it.each(['\r', '\r\n', '\n'])('reads files of several megabytes whose lines end with %j', (end) => {
    const lines = ['vin,make', ...Array.from({ length: 100_000 }, (_, k) => `VIN${k},Toyota Motors`)];
    const [table] = readFolder([cars], folder({ 'cars.csv': lines.join(end) }));
    expect([table?.rows.length, table?.rows[99_999], table?.lines?.[99_999]]).toEqual([
      100_000,
      ['VIN99999', 'Toyota Motors'],
      100_001,
    ]);
  });

  it('counts lines of all ends', () => {
    const bytes = Buffer.from('vin,make\r\nA,Audi\rB,Citro\xEBn\n', 'latin1');
    expect(refusal(() => readFolder([cars], folder({ 'cars.csv': bytes })))[0]).toMatchObject({ place: { line: 3 } });
  });

  it.each([
    ['NUL', Buffer.from('vin,make\nA,Au\0di\n'), file.notText()],
    ['Latin-1', Buffer.from('vin,make\nA,Citro\xEBn\n', 'latin1'), file.notUtf8()],
    [
      'a line of 50 MB',
      Buffer.concat([Buffer.from('vin,make\n'), Buffer.alloc(50_000_000, 'x')]),
      file.longLine('50.0'),
    ],
  ])('refuses %s, and says in which line', (_, bytes, message) => {
    const dir = folder({ 'cars.csv': bytes });
    expect(refusal(() => readFolder([cars], dir))[0]).toMatchObject({ message, place: { line: 2 } });
  });
});

describe('several files with semicolons', () => {
  it('are told in one note', () => {
    const dir = folder({ 'cars.csv': 'vin;make\nA;Audi\n', 'notes.csv': 'vin;make\n' });
    expect(readFolder([cars, notes], dir).map((one) => one.notes)).toEqual([
      ['cars.csv, notes.csv: their cells are separated by semicolons'],
      ['notes: its file has a header and no rows'],
    ]);
  });
});
