import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { cells, column, loadTables } from '../../../src/index.ts';
import { quarantineTable } from '../../../src/pipeline/results.ts';
import { folder } from '../folder.ts';
import { errandsWith } from './errands.ts';
import { refused } from './refused.ts';

const errands = errandsWith({
  done: column(cells.yesNo, 'whether it is done'),
});
const read = (parquet: string) => loadTables([errands], { parquet, unreadable: 'leave_out' }, () => []);

/** A folder with one file, as a program that knows types writes it. */
function file(name = 'errands.parquet'): string {
  const bytes = parquetWriteBuffer({
    columnData: [
      { name: 'id', data: [12n, 13n, null] },
      { name: 'day', data: [20_353, null, 20_354] },
      { name: 'cost', data: [115n, 1_234_50n, 1n] },
      { name: 'done', data: [true, false, null] },
    ],
    schema: [
      { name: 'root', num_children: 4 },
      { name: 'id', type: 'INT64', repetition_type: 'OPTIONAL' },
      { name: 'day', type: 'INT32', converted_type: 'DATE', repetition_type: 'OPTIONAL' },
      { name: 'cost', type: 'INT64', converted_type: 'DECIMAL', scale: 2, precision: 9, repetition_type: 'OPTIONAL' },
      { name: 'done', type: 'BOOLEAN', repetition_type: 'OPTIONAL' },
    ],
  });
  return folder({ [name]: new Uint8Array(bytes) });
}

describe('a folder of Parquet files', () => {
  it('has whole numbers, days, decimals and yes or no as they are meant', async () => {
    const { tables, quarantined } = await read(file());
    expect(tables.errands!.rows).toEqual([
      { id: '12', day: '2025-09-22', cost: 115, done: true },
      { id: '13', day: null, cost: 123_450, done: false },
    ]);
    expect(quarantined).toMatchObject([{ rowName: 'row 3', column: 'id', reason: 'is empty, but a value is needed' }]);
    // Where the folder lies is no part of a run.
    expect(quarantineTable(quarantined).rows[0]!.slice(0, 3)).toEqual(['errands', 'errands.parquet row 3', null]);
  });

  it('is refused where a needed file is absent, and a file of nearly its name is not passed over', async () => {
    expect(await refused(read(folder()))).toBe(
      'no file for the table "errands"; it needs the columns id, day, cost, done ',
    );
    const dir = file('errand.parquet');
    expect(await refused(read(dir))).toMatch(/no file for the table "errands".*Maybe rename "errand\.parquet"/);
    renameSync(join(dir, 'errand.parquet'), join(dir, 'errands.parquet'));
    expect((await read(dir)).notes).toEqual([]);
    expect(await refused(read(join(dir, 'nowhere')))).toMatch(/no data folder/);
  });

  it('is refused where a file is none', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'errands.parquet'), 'id,day\n');
    expect(await refused(read(dir))).toMatch(/is no Parquet file that can be read/);
  });
});
