import { describe, expect, it } from 'vitest';
import { identifier, nonNegativeInteger, optional, text } from '../../src/tables/cells/cells.ts';
import { cellProblems, fileProblems, rowProblems } from '../../src/tables/problems.ts';
import { type RawTable, table } from '../../src/tables/table.ts';
import { validateTable } from '../../src/tables/validate.ts';
import { refusal } from './folder.ts';

const loans = table({
  name: 'loans',
  description: 'Loans',
  required: true,
  rows: 'permit',
  key: ['person_id', 'vin'],
  columns: {
    person_id: { schema: identifier, description: 'Partner', required: true },
    vin: { schema: text, description: 'Vehicle', required: true, aliases: ['vehicle_vin'] },
    days: { schema: optional(nonNegativeInteger), description: 'Days' },
  },
});

function raw(header: readonly string[], ...rows: readonly (readonly string[])[]): RawTable {
  return { name: 'loans', file: 'loans.csv', header, rows };
}

const HEADER = ['person_id', 'vin', 'days'];
const rowsOf = (input: RawTable) => validateTable(loans, input).table.rows;

describe('validateTable: the header', () => {
  const row = { person_id: '1', vin: 'A', days: null };

  it.each([
    ['in any letter case', ['Person_ID', 'VIN']],
    ['with spaces around', [' person_id', 'vin ']],
    ['behind a byte order mark', ['\uFEFFperson_id', 'vin']],
    ['by its alias', ['person_id', 'vehicle_vin']],
  ])('finds a column %s', (_, header) => {
    expect(rowsOf(raw(header, ['1', 'A']))).toEqual([row]);
  });

  it('ignores columns that it does not know, also twice', () => {
    expect(rowsOf(raw(['x', 'vin', 'x', 'person_id', '__proto__'], ['?', 'A', '?', '1', '?']))).toEqual([row]);
  });

  it('names a missing column and the header that may be meant', () => {
    expect(refusal(() => rowsOf(raw(['persn_id', 'vin'], ['1', 'A'])))).toEqual([
      {
        message: 'no column "person_id" in the table "loans"',
        place: { file: 'loans.csv', line: 1, column: 1 },
        maybe: 'Maybe "persn_id" is meant to be "person_id".',
      },
    ]);
  });

  it('names the line of the header, which a line such as sep=; stands above', () => {
    const [problem] = refusal(() => rowsOf({ ...raw(['persn_id', 'vin'], ['1', 'A']), headerLine: 2 }));
    expect(problem!.place).toEqual({ file: 'loans.csv', line: 2, column: 1 });
  });

  it('reports every missing column', () => {
    expect(refusal(() => rowsOf(raw(['days']))).map(({ message }) => message)).toEqual([
      fileProblems.missingColumn('loans', 'person_id'),
      fileProblems.missingColumn('loans', 'vin'),
    ]);
  });

  it('sees that another delimiter was used', () => {
    const [problem] = refusal(() => rowsOf(raw(['person_id;vin;days'], ['1;A;3'])));
    expect(problem?.maybe).toBe('Maybe the cells are separated by semicolons or tabs; commas are needed.');
  });

  it('refuses a column named twice, or by name and alias', () => {
    expect(refusal(() => rowsOf(raw(['person_id', 'vin', 'vin'])))[0]?.message).toBe('the column "vin" is named twice');
    expect(refusal(() => rowsOf(raw(['person_id', 'vin', 'vehicle_vin'])))[0]?.message).toBe(
      '"vin" and "vehicle_vin" both name the column "vin"',
    );
  });
});

describe('validateTable: the cells', () => {
  it('trims a cell before it reads it', () => {
    expect(rowsOf(raw(HEADER, [' 17.0 ', ' A\t', ' ']))).toEqual([{ person_id: '17', vin: 'A', days: null }]);
  });

  it('sets aside a row with a bad cell: file, line, column, value and reason', () => {
    expect(validateTable(loans, raw(HEADER, ['1', 'A', '3'], ['2', 'B', 'x'.repeat(100)])).quarantined).toEqual([
      {
        ...{ table: 'loans', file: 'loans.csv', line: 3, column: 'days' },
        value: `${'x'.repeat(79)}…`,
        reason: cellProblems.integer(),
        key: { vin: 'B', person_id: '2' },
      },
    ]);
  });

  it('reads a row without its last empty cells, or with more of them', () => {
    const { table: read, quarantined } = validateTable(loans, raw(HEADER, ['2', 'B'], ['3', 'C', '1', '', ' ']));
    expect(quarantined).toEqual([]);
    expect(read.rows).toEqual([
      { person_id: '2', vin: 'B', days: null },
      { person_id: '3', vin: 'C', days: 1 },
    ]);
  });

  it('sets aside a row without a cell that is needed, or with text beyond the header', () => {
    const { quarantined } = validateTable(loans, raw(HEADER, ['1', 'A', '3'], ['2'], ['3', 'C', '1', '', 'x']));
    expect(quarantined.map(({ line, reason }) => [line, reason])).toEqual([
      [3, rowProblems.ragged(1, 3)],
      [4, rowProblems.ragged(5, 3)],
    ]);
  });

  it('takes the lines that the reader noted, and the rows that it could not read', () => {
    const broken = [{ table: 'loans', file: 'loans.csv', line: 4, column: '', value: '"', reason: 'stray' }];
    const input = { ...raw(HEADER, ['1', 'A', '3'], ['2', 'B', '-3']), lines: [2, 9], broken };
    expect(validateTable(loans, input).quarantined.map(({ line }) => line)).toEqual([4, 9]);
  });

  it('refuses a required table without any row left, with the first reasons', () => {
    expect(refusal(() => rowsOf(raw(HEADER, ['', 'A', ''], ['2', 'B', 'many'])))).toEqual([
      {
        message: 'no row of the required table "loans" can be used (2 rows refused)',
        place: { file: 'loans.csv' },
      },
      { message: 'person_id "": is empty, but a value is needed', place: { file: 'loans.csv', line: 2 } },
      { message: `days "many": ${cellProblems.integer()}`, place: { file: 'loans.csv', line: 3 } },
    ]);
  });

  it('accepts a header without rows, and an optional table whose rows are all bad', () => {
    expect(rowsOf(raw(HEADER))).toEqual([]);
    expect(validateTable({ ...loans, required: false }, raw(HEADER, ['', '', ''])).table.rows).toEqual([]);
  });
});

describe('validateTable: the rows', () => {
  it('sorts by key, text by code unit', () => {
    const rows = rowsOf(raw(HEADER, ['b', 'A', ''], ['B', 'A', ''], ['10', 'A', ''], ['9', 'B', ''], ['9', 'A', '']));
    expect(rows.map((row) => Object.values(row).slice(0, 2).join(' '))).toEqual(['10 A', '9 A', '9 B', 'B A', 'b A']);
  });

  it('merges equal rows, also where the same value is written in two ways', () => {
    const { table: merged, quarantined } = validateTable(loans, raw(HEADER, ['17', 'A', '3'], ['17.0', ' A', '3.0']));
    expect(merged.rows).toEqual([{ person_id: '17', vin: 'A', days: 3 }]);
    expect(quarantined).toEqual([]);
  });

  it('keeps none of rows that contradict each other, in any order of the file, and names both lines', () => {
    const rows = [
      ['1', 'A', '9'],
      ['2', 'A', '1'],
      ['1', 'A', '3'],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      const { table: left, quarantined } = validateTable(loans, raw(HEADER, ...order.map((at) => rows[at]!)));
      expect(left.rows).toEqual([{ person_id: '2', vin: 'A', days: 1 }]);
      expect(quarantined.map(({ value, slip }) => [value, slip]).sort()).toEqual([
        ['3', true],
        ['9', true],
      ]);
    }
    expect(validateTable(loans, raw(HEADER, ...rows)).quarantined).toMatchObject([
      { line: 2, column: 'days', value: '9', reason: 'differs from line 4, which has the same person_id, vin' },
      { line: 4, column: 'days', value: '3', reason: 'differs from line 2, which has the same person_id, vin' },
    ]);
  });

  it('holds that a value and its absence contradict each other', () => {
    expect(validateTable(loans, raw(HEADER, ['1', 'A', ''], ['1', 'A', '3'], ['2', 'B', ''])).table.rows).toHaveLength(
      1,
    );
  });

  it('keeps the least of rows that permit a thing once, whatever the order of the file', () => {
    const spots = { ...loans, once: true, rows: 'permit' } as const;
    const rows = [
      ['1', 'A', '9'],
      ['1', 'A', '3'],
      ['1', 'A', '3'],
    ];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const result = validateTable(spots, raw(HEADER, ...order.map((at) => rows[at]!)));
      expect(result.table.rows).toEqual([{ person_id: '1', vin: 'A', days: 3 }]);
      expect(result.quarantined.map(({ slip }) => slip)).toEqual([undefined, undefined]);
    }
  });

  it('takes __proto__ and constructor for plain keys', () => {
    const rows = rowsOf(raw(HEADER, ['__proto__', 'constructor', '1']));
    expect(rows).toEqual([{ person_id: '__proto__', vin: 'constructor', days: 1 }]);
    expect(Object.getPrototypeOf(rows[0])).toBe(Object.prototype);
  });
});
