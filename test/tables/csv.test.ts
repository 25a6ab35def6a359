import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { text } from '../../src/tables/cells/cells.ts';
import { readFolder } from '../../src/tables/csv.ts';
import { readRecords } from '../../src/tables/csv-records.ts';
import { fileProblems as file, maybes, rowProblems } from '../../src/tables/problems.ts';
import { table } from '../../src/tables/table.ts';
import { folder, refusal } from './folder.ts';

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
