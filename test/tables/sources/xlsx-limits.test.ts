import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, column, loadTables, table } from '../../../src/index.ts';
import { workbookOf } from '../../../src/tables/sources/xlsx/write.ts';
import { folder } from '../folder.ts';

const long = 'a_table_of_a_name_that_is_longer_than_that_of_a_sheet';
const spec = (name: string) =>
  table({
    name,
    description: 'Days',
    required: true,
    key: ['day'],
    columns: { day: column(cells.date, 'a day'), note: column(cells.optional(cells.text), 'a note') },
  });

/** The workbook of tables with these rows. */
const written = (...tables: readonly (readonly [name: string, rows: readonly (readonly string[])[]])[]) =>
  workbookOf(
    tables.map(([name, rows]) => ({
      name,
      table: {
        columns: [
          { name: 'day', type: 'date', label: 'Day' },
          { name: 'note', type: 'text', label: 'Note' },
        ],
        rows,
      },
    })),
  );

describe('a workbook that is written', () => {
  it('has the days before March 1900 as they are, and those before 1900 as texts', async () => {
    const days = ['1899-12-31', '1900-01-01', '1900-02-28', '1900-03-01', '2025-09-22'];
    const xlsx = join(folder(), 'book.xlsx');
    writeFileSync(xlsx, written([long, days.map((day) => [day, ''])]));
    const { tables } = await loadTables([spec(long)], { xlsx, tables: {} }, () => []);
    expect(tables[long]!.rows).toEqual(days.map((day) => ({ day, note: null })));
  });

  it('is refused where a table has more rows than a sheet', () => {
    const row = ['', ''];
    expect(() => written(['a', new Array(1_048_576).fill(row)])).toThrow(
      /^a has 1048576 rows, and a sheet of a workbook holds 1048575 at the most/,
    );
  });

  it('is refused where a text is longer than a cell', () => {
    expect(() => written(['a', [['', 'x'.repeat(32_767)]]])).not.toThrow();
    expect(() =>
      written([
        'a',
        [
          ['', ''],
          ['', 'x'.repeat(32_768)],
        ],
      ]),
    ).toThrow(/^a, row 2, note: the text is longer than a cell of a workbook can be \(32767 letters\)/);
  });

  it('is refused where two tables would be one sheet', () => {
    expect(() => written([long, []], [`${long}_too`, []])).toThrow(
      new RegExp(`^the tables "${long}" and "${long}_too" would be one sheet`),
    );
    expect(() => written(['a', []], ['b', []])).not.toThrow();
  });
});
