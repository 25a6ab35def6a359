import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCsv } from '../../../src/runs/files/csv.ts';
import type { Cell, CellType, ResultTable } from '../../../src/tables/result.ts';
import { toCsv } from '../../../src/tables/write.ts';
import { assignments } from '../sample-run.ts';

const back = (table: ResultTable) => fromCsv(toCsv(table), table.columns, 'table.csv');

const textTable = (...texts: Cell[]): ResultTable => ({
  columns: [{ name: 'text', type: 'text', label: 'Text' }],
  rows: texts.map((text) => [text]),
});

describe('fromCsv', () => {
  it('is the inverse of toCsv', () => {
    expect(back(assignments)).toEqual(assignments);
  });

  it('refuses a date that is no day of the calendar', () => {
    const columns = [{ name: 'day', type: 'date', label: 'Day' }] as const;
    for (const text of ['garbage', '2025-02-30']) {
      expect(() => fromCsv(`day\n${text}\n`, columns, 'table.csv')).toThrow(`"${text}" is not of type date`);
    }
  });

  it('takes off the mark that keeps a spreadsheet from running a formula', () => {
    const table = textTable('=1+1', '+1', '-1', '@A1', "'=quoted", 'plain', "it's", "'tis");
    expect(back(table)).toEqual(table);
  });

  it('reads every cell of every type back as it was', () => {
    const cell: Record<CellType, fc.Arbitrary<Cell>> = {
      // Empty text and nothing are one and the same in CSV.
      text: fc.string({ unit: 'binary', minLength: 1 }),
      integer: fc.integer(),
      number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      percent: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
      date: fc.constant('2025-09-22'),
      money: fc.integer({ min: -1e9, max: 1e9 }),
    };
    const types = Object.keys(cell) as CellType[];
    const columns = types.map((type) => ({ name: type, type, label: type }));
    const row = fc.tuple(...types.map((type) => fc.option(cell[type])));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        expect(back({ columns, rows })).toEqual({ columns, rows });
      }),
      { numRuns: 300 },
    );
  });

  it('refuses other columns than run.json names', () => {
    expect(() => fromCsv('name\nx\n', textTable().columns, 't.csv')).toThrow('its columns are name; run.json has text');
  });

  it('refuses a number that is none', () => {
    const columns = [{ name: 'score', type: 'integer', label: 'Score' }] as const;
    expect(() => fromCsv('score\nmany\n', columns, 't.csv')).toThrow('row 1, score: "many" is not of type integer');
  });

  it('refuses a row of another width', () => {
    expect(() => fromCsv('text\na,b\n', textTable().columns, 't.csv')).toThrow('it is not CSV');
  });
});
