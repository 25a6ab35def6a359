import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTables } from '../../src/domains/loans/sample/index.ts';
import { loanHistory, loansTables as specs } from '../../src/domains/loans/tables.ts';
import { exportTables } from '../../src/tables/export.ts';
import { loadData, validateAll } from '../../src/tables/load.ts';
import type { RawTable } from '../../src/tables/table.ts';
import { folder } from './folder.ts';

const loansTables = Object.values(specs);
const noSample = () => [];
const raw = sampleTables(1);
const sample = validateAll(loansTables, raw);

/** The same rows in another order: every seventh first, and so on. */
function shuffled(table: RawTable): RawTable {
  const order = table.rows.map((_, index) => index).sort((a, b) => (a % 7) - (b % 7) || b - a);
  return { ...table, rows: order.map((index) => table.rows[index] as readonly string[]) };
}

/** The same columns in another order. */
function turned(table: RawTable): RawTable {
  return { ...table, header: table.header.toReversed(), rows: table.rows.map((row) => row.toReversed()) };
}

describe('loadData', () => {
  it('makes the sample of the seed', () => {
    expect(loadData(loansTables, { sample: 1 }, sampleTables).fingerprint).toBe(sample.fingerprint);
  });

  it('reads the sample back from CSV files with the same fingerprint', () => {
    const dir = folder();
    exportTables(raw, dir);
    const read = loadData(loansTables, { dir }, noSample);
    expect(read.fingerprint).toBe(sample.fingerprint);
    expect(read.quarantined).toEqual([]);
  });

  it('gives an absent optional table no rows, and says that it is absent', () => {
    const dir = folder({ 'nothing.csv': '' });
    expect(loadData([loanHistory], { dir }, noSample).tables.loan_history).toEqual({
      ...{ name: 'loan_history', file: '', present: false, rows: [] },
    });
  });

  it('reads 100,000 rows with their quotes, bad cells and lines', () => {
    const lines = ['activity_id,vin,person_id,make,start_date,end_date,name,clips_received'];
    for (let i = 0; i < 100_000; i++) {
      const start = i === 77_777 ? '2025-02-30' : '2025-02-03';
      lines.push(`${i},V${i % 900},${i % 700}.0,Audi,${start},,"Fenn, ${i}",${i % 2}`);
    }
    const data = loadData([loanHistory], { dir: folder({ 'loan_history.csv': lines.join('\r\n') }) }, noSample);
    const rows = data.tables.loan_history?.rows ?? [];
    expect(rows).toHaveLength(99_999);
    expect(data.quarantined).toMatchObject([{ line: 77_779, column: 'start_date', value: '2025-02-30' }]);
    expect(rows.find((row) => row.activity_id === '99999')).toMatchObject({ person_id: '599', name: 'Fenn, 99999' });
  });
});

describe('the fingerprint', () => {
  it('is a SHA-256', () => {
    expect(sample.fingerprint).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order of rows, columns or tables', () => {
    expect(validateAll(loansTables, raw.map(shuffled)).fingerprint).toBe(sample.fingerprint);
    expect(validateAll(loansTables, raw.map(turned).toReversed()).fingerprint).toBe(sample.fingerprint);
    expect(validateAll(loansTables.toReversed(), raw).fingerprint).toBe(sample.fingerprint);
  });

  it('depends on every cell that is read', () => {
    const changed = raw.map((table) =>
      table.name === 'rules' ? { ...table, rows: table.rows.with(0, ['Toyota', 'A', '5', '30', '', '']) } : table,
    );
    expect(validateAll(loansTables, changed).fingerprint).not.toBe(sample.fingerprint);
  });

  it('tells an absent table from an empty one', () => {
    const empty: RawTable = { name: 'loan_history', file: 'x', header: raw[3]?.header ?? [], rows: [] };
    expect(validateAll([loanHistory], [empty]).fingerprint).not.toBe(validateAll([loanHistory], []).fingerprint);
  });

  it('is the same after any rows went through CSV', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '=', "'", 'é', '😀', ' '), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), (pairs) => {
        const rows = pairs.map(([make, name], index) => [`${index}`, 'V', 'p', `m${make}`, name, '2025-01-01']);
        const header = ['activity_id', 'vin', 'person_id', 'make', 'name', 'start_date'];
        const table: RawTable = { name: 'loan_history', file: 'memory', header, rows };
        const dir = folder();
        exportTables([table], dir);
        const read = loadData([loanHistory], { dir }, noSample);
        expect(read.fingerprint).toBe(validateAll([loanHistory], [table]).fingerprint);
      }),
      { numRuns: 60 },
    );
  });
});
