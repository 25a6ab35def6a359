import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../../src/runs/files/csv.ts';
import { text } from '../../../src/tables/cells/cells.ts';
import { readCsvFile, readFolder } from '../../../src/tables/csv/files.ts';
import { cellOf, guarded, meantBy, unguarded } from '../../../src/tables/csv/formula.ts';
import { exportTables } from '../../../src/tables/export.ts';
import type { ResultTable } from '../../../src/tables/result.ts';
import { column, table } from '../../../src/tables/table.ts';
import { toCsv } from '../../../src/tables/write.ts';
import { cleanText } from '../../../src/text/clean.ts';
import { folder } from '../folder.ts';

/** Texts in which everything that a reader of CSV looks for is frequent. */
const letters = fc.constantFrom(
  "'",
  '"',
  '=',
  '+',
  '-',
  '@',
  '\t',
  '\r',
  '\n',
  ',',
  ';',
  ' ',
  'a',
  '0',
  '\u00A0',
  'sep',
);
const texts = fc.oneof(
  fc.array(letters, { minLength: 1, maxLength: 8 }).map((all) => all.join('')),
  fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
);
const rows = fc.array(fc.tuple(texts, texts), { minLength: 1, maxLength: 4 });
const PARAMETERS = { numRuns: 2_000, seed: 7 };

const result = (cells: readonly (readonly [string, string])[]): ResultTable => ({
  columns: [
    { name: 'a', type: 'text', label: 'A' },
    { name: 'b', type: 'text', label: 'B' },
  ],
  rows: cells,
});

/** What a reader of tables makes of a text: blanks around it, and which blanks it has, mean nothing. */
const plain = (cells: readonly (readonly string[])[]) =>
  cells.map((row) => row.map(cleanText)).filter((row) => row.some((cell) => cell !== ''));

describe('the guard against formulas', () => {
  it('comes off as it went on', () => {
    fc.assert(
      fc.property(texts, (cell) => {
        expect(unguarded(guarded(cell))).toBe(cell);
        expect(cleanText(meantBy(cellOf(cell)))).toBe(cleanText(cell));
      }),
      PARAMETERS,
    );
  });

  it('stands before all that a spreadsheet would run, also in input tables, and before no number', () => {
    fc.assert(
      fc.property(texts, (cell) => {
        expect(cellOf(cell)).toMatch(/^(?:[^=+\-@\t\r\n]|[+-]?[\d.,]+%?$)/u);
      }),
      PARAMETERS,
    );
    expect(['=cmd|x', '-5', '+1,5', '-1-cmd', '@a', "'=1"].map(cellOf)).toEqual([
      "'=cmd|x",
      '-5',
      '+1,5',
      "'-1-cmd",
      "'@a",
      "''=1",
    ]);
  });

  it('is gone from the tables of a run that are read back', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const written = result(cells);
        expect(fromCsv(toCsv(written), written.columns, 'a.csv').rows).toEqual(cells);
      }),
      PARAMETERS,
    );
  });

  it('is gone from a table of a run that serves as a given schedule or as an input table', () => {
    const dir = folder();
    const file = join(dir, 'plan.csv');
    fc.assert(
      fc.property(rows, (cells) => {
        writeFileSync(file, toCsv(result(cells)));
        expect(plain(readCsvFile(file).rows)).toEqual(plain(cells));
      }),
      { ...PARAMETERS, numRuns: 500 },
    );
  });

  it('never changes an input table that is written and read', () => {
    const spec = table({
      name: 'cars',
      description: 'Cars',
      required: true,
      key: ['a'],
      columns: { a: column(text, 'A'), b: column(text, 'B') },
    });
    const dir = join(folder(), 'data');
    mkdirSync(dir);
    fc.assert(
      fc.property(rows, (cells) => {
        exportTables([{ name: 'cars', file: 'cars', header: ['a', 'b'], rows: cells }], dir, { replace: true });
        expect(plain(readFolder([spec], dir)[0]!.rows)).toEqual(plain(cells));
      }),
      { ...PARAMETERS, numRuns: 300 },
    );
    expect(readFileSync(join(dir, 'cars.csv'), 'utf8')).toMatch(/^a,b\n/);
  });
});
