import { describe, expect, it } from 'vitest';
import { cells, column, loadTables, table } from '../../../src/index.ts';
import { conditionsOf } from '../../../src/tables/sources/only.ts';
import { refused } from './refused.ts';

const columns = {
  id: column(cells.text, 'its name'),
  place: column(cells.text, 'where'),
  last: column(cells.date, 'until when'),
};
const plain = { name: 'errands', description: 'What is to be done', required: true, key: ['id'], columns } as const;
const errands = table({ ...plain, key: ['id'], office: 'place', until: 'last' });

/** A table in which the columns are called otherwise. */
const there = (type: string) => ({
  file: 'public.errands',
  nameOf: (own: string) => ({ place: 'Ort', last: 'Ende' })[own],
  typeOf: () => type,
});

describe('rows that a scenario asks for', () => {
  it('are those of the columns that the table says, by their names there', () => {
    const only = { office: 'Boston', since: '2025-01-02' };
    expect(conditionsOf(errands, only, there('timestamp with time zone'))).toEqual([
      { column: 'Ort', is: { among: ['Boston'] } },
      { column: 'Ende', is: { least: '2025-01-02' } },
    ]);
    expect(conditionsOf(errands, {}, there('date'))).toEqual([]);
  });

  it('are all of a table that does not say, or does not have the column there', () => {
    const only = { office: ['Boston', 'Dallas'], since: '2025-01-02' };
    expect(conditionsOf(table({ ...plain, key: ['id'] }), only, there('date'))).toEqual([]);
    expect(conditionsOf(errands, only, { ...there('text'), nameOf: () => undefined })).toEqual([]);
  });

  it('are refused where days are texts, for 9/22/2025 would be after 2024-01-01', () => {
    expect(() => conditionsOf(errands, { since: '2024-01-01' }, there('text'))).toThrow(
      /its column "Ende" is of the type text, which knows no order of days/,
    );
  });

  it('are refused where no table of the kind could answer', async () => {
    const postgres = { url: 'env:NONE', schema: 'public', tables: {}, only: { office: 'Boston' }, seconds: 1 };
    expect(await refused(loadTables([table({ ...plain, key: ['id'] })], { postgres }, () => []))).toMatch(
      /^no table of this kind of problem says .* "only: \{office: …\}" is about.*Maybe leave "office" out\.$/,
    );
  });
});
