import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportTables } from '../../src/tables/export.ts';
import { fileProblems } from '../../src/tables/problems.ts';
import type { Cell, CellType } from '../../src/tables/result.ts';
import type { RawTable } from '../../src/tables/table.ts';
import { rawToCsv, toCsv } from '../../src/tables/write.ts';
import { folder, refusal } from './folder.ts';

const cell = (type: CellType, value: Cell) =>
  toCsv({
    columns: [
      { name: 'a', type: 'text', label: 'A' },
      { name: 'b', type, label: 'B' },
    ],
    rows: [['x', value]],
  });

describe('toCsv', () => {
  it.each<[CellType, Cell, string]>([
    ['money', 123_450, '1234.50'],
    ['money', 7, '0.07'],
    ['money', -5, '-0.05'],
    ['money', 0, '0.00'],
    ['percent', 0.125, '0.125'],
    ['integer', -3, '-3'],
    ['number', 1.5, '1.5'],
    ['date', '2025-09-22', '2025-09-22'],
    ['text', null, ''],
    ['money', null, ''],
    ['text', 'Fenn, Ada', '"Fenn, Ada"'],
    ['text', '6" tube', '"6"" tube"'],
    ['text', 'two\nlines', '"two\nlines"'],
  ])('writes %s %j as %s', (type, value, written) => {
    expect(cell(type, value)).toBe(`a,b\nx,${written}\n`);
  });

  it.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\tx', '\rx', "'=1"])('disarms the formula %j', (formula) => {
    expect(cell('text', formula)).toContain(`'${formula.replaceAll('"', '""')}`);
  });

  it('writes the header of a table without rows', () => {
    expect(toCsv({ columns: [{ name: 'a', type: 'text', label: 'A' }], rows: [] })).toBe('a\n');
  });
});

describe('rawToCsv', () => {
  it('leaves every cell as it is, and guards what a spreadsheet would run', () => {
    const table: RawTable = { name: 'a', file: 'a', header: ['x', 'y'], rows: [['=1+1', ' b ']] };
    expect(rawToCsv(table)).toBe(`x,y\n"'=1+1", b \n`);
  });
});

describe('exportTables', () => {
  const cars: RawTable = { name: 'cars', file: 'sample:cars', header: ['vin'], rows: [['A']] };
  const makes: RawTable = { name: 'makes', file: 'sample:makes', header: ['make'], rows: [['Audi']] };

  it('writes a file for each table into a new folder, and nothing beside it', () => {
    const dir = folder();
    const target = join(dir, 'deep', 'data');
    expect(exportTables([cars, makes], target)).toEqual([join(target, 'cars.csv'), join(target, 'makes.csv')]);
    expect(readFileSync(join(target, 'cars.csv'), 'utf8')).toBe('vin\nA\n');
    expect(readdirSync(join(dir, 'deep'))).toEqual(['data']);
  });

  it('takes an empty folder', () => {
    const target = join(folder(), 'data');
    mkdirSync(target);
    exportTables([cars], target);
    expect(readdirSync(target)).toEqual(['cars.csv']);
  });

  it('refuses a folder that holds something, and leaves it as it was', () => {
    const dir = folder({ 'mine.txt': 'mine' });
    expect(refusal(() => exportTables([cars], dir))[0]?.message).toBe(fileProblems.notEmpty(dir));
    expect(readdirSync(dir)).toEqual(['mine.txt']);
  });

  it('replaces the files of the tables when told, and keeps all others', () => {
    const dir = folder({ 'mine.txt': 'mine', 'cars.csv': 'old' });
    exportTables([cars], dir, { replace: true });
    expect(readdirSync(dir).sort()).toEqual(['cars.csv', 'mine.txt']);
    expect(readFileSync(join(dir, 'cars.csv'), 'utf8')).toBe('vin\nA\n');
  });

  it.each(['../evil', 'a/b', '', '.', 'C:x', 'a\0b'])('refuses the table name %j', (name) => {
    const target = join(folder(), 'data');
    expect(refusal(() => exportTables([{ ...cars, name }], target))[0]?.message).toBe(fileProblems.badName(name));
    expect(existsSync(target)).toBe(false);
  });

  it('says why it cannot write', () => {
    const dir = folder();
    writeFileSync(join(dir, 'file'), '');
    expect(refusal(() => exportTables([cars], join(dir, 'file', 'data')))[0]?.message).toMatch(
      /cannot write .*ENOTDIR/,
    );
    expect(refusal(() => exportTables([cars], join(dir, 'file')))[0]?.message).toMatch(/is a file/);
  });
});
