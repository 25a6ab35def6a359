import { describe, expect, it } from 'vitest';
import { cells, column, loadTables, table } from '../../../src/index.ts';
import { folder } from '../folder.ts';
import { refused } from './refused.ts';

const errands = table({
  name: 'errands',
  description: 'What is to be done',
  required: true,
  key: ['id'],
  columns: { id: column(cells.text, 'its name'), worth: column(cells.integer, 'points', { required: false }) },
});

/** Reads a file in which columns are called otherwise. */
const read = (csv: string, columns: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
  loadTables([errands], { dir: folder({ 'errands.csv': csv }), columns }, () => []);

describe('columns that a scenario names', () => {
  it('are read under the names that they have there, also where one of ours stands beside it', async () => {
    const { tables } = await read('Bezeichnung,worth,points won\npost,1,3\n', {
      errands: { id: 'bezeichnung', worth: 'points won' },
    });
    expect(tables.errands!.rows).toEqual([{ id: 'post', worth: 3 }]);
  });

  it('are refused where the data have none of that name: the name would change nothing', async () => {
    expect(await refused(read('id,worth\npost,3\n', { errands: { worth: 'points' } }))).toMatch(
      /the table "errands" has no column "points", which the scenario names for "worth".*the header holds: id, worth/,
    );
  });

  it('are refused where the kind has no such table or column', async () => {
    expect(await refused(read('id\npost\n', { errand: { id: 'x' }, errands: { woth: 'x' } }))).toBe(
      'this kind of problem has no table "errand" Maybe you meant "errands".\nthe table "errands" of this kind of problem has no column "woth" Maybe you meant "worth".',
    );
  });
});
