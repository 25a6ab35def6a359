import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleTables } from '../../src/domains/loans/sample/index.ts';
import { loanHistory, loansTables as specs } from '../../src/domains/loans/tables.ts';
import { exportTables } from '../../src/tables/export.ts';
import { loadData, validateAll } from '../../src/tables/load.ts';
import type { RawTable } from '../../src/tables/table.ts';
import { folder, refusal } from './folder.ts';

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
    const dir = folder({ 'loan_history.csv': lines.join('\r\n') });
    const data = loadData([loanHistory], { dir, unreadable: 'leave_out' }, noSample);
    const rows = data.tables.loan_history?.rows ?? [];
    expect(rows).toHaveLength(99_999);
    expect(data.quarantined).toMatchObject([{ line: 77_779, column: 'start_date', value: '2025-02-30' }]);
    expect(rows.find((row) => row.activity_id === '99999')).toMatchObject({ person_id: '599', name: 'Fenn, 99999' });
  });
});

describe('rows that forbid and cannot be used', () => {
  const columns = 'activity_id,vin,person_id,make,start_date\n';
  const files = (text: string) => folder({ 'loan_history.csv': `${columns}${text}` });
  const problems = (dir: string) => refusal(() => loadData([loanHistory], { dir }, noSample));

  it('are refused: each row at its line, and the way out once', () => {
    const found = problems(files('1,A,7,Audi,soon\n2,A,7,Audi,2025-01-02\n3,A,7,Audi,\n'));
    expect(found.map(({ place, message }) => [place?.line, message])).toEqual([
      [2, 'loan_history: start_date "soon": not a date written YYYY-MM-DD'],
      [4, 'loan_history: start_date "": is empty: a loan without a first day counts for no rule'],
    ]);
    expect(found.map(({ maybe }) => maybe)).toEqual([
      undefined,
      'Maybe mend the rows, for what they forbid would be allowed without them. Or say in writing that they may be left out: data: {dir: …, unreadable: leave_out}.',
    ]);
  });

  it('are named up to twenty', () => {
    const found = problems(files(Array.from({ length: 25 }, (_, at) => `${at},A,7,Audi,soon\n`).join('')));
    expect([found.length, found[20]!.message]).toEqual([21, 'and 5 rows more like these']);
  });

  it('are left out where that is said in writing', () => {
    const dir = files('1,A,7,Audi,soon\n2,A,7,Audi,2025-01-02\n');
    const { tables, quarantined } = loadData([loanHistory], { dir, unreadable: 'leave_out' }, noSample);
    expect(tables.loan_history?.rows.map(({ activity_id }) => activity_id)).toEqual(['2']);
    expect(quarantined).toMatchObject([{ line: 2, forbids: true }]);
  });

  it('are also rows of one key that differ: both are named', () => {
    const found = problems(files('1,A,7,Audi,2025-01-02\n1,B,7,Audi,2025-01-02\n'));
    expect(found.map(({ place }) => place?.line)).toEqual([2, 3]);
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

  it('is the same after a blank before a guard went through CSV', () => {
    const header = ['activity_id', 'vin', 'person_id', 'make', 'name', 'start_date'];
    const rows = [['0', 'V', 'p', 'm', " '=", '2025-01-01']];
    const table: RawTable = { name: 'loan_history', file: 'memory', header, rows };
    const dir = folder();
    exportTables([table], dir);
    const read = loadData([loanHistory], { dir }, noSample);
    expect(read.tables.loan_history!.rows[0]!.name).toBe("'=");
    expect(read.fingerprint).toBe(validateAll([loanHistory], [table]).fingerprint);
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
