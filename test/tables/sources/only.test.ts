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

/** What stands in the columns of offices. */
const texts =
  (...own: readonly string[]) =>
  async (table: string) =>
    table === 'errands' ? own : ['Boston', 'Dallas'];
const none = texts();

describe('rows that a scenario asks for', () => {
  it('are those of the columns that the table says, by their names there', async () => {
    const only = { office: 'Boston', since: '2025-01-02' };
    const asked = await conditionsOf(errands, only, there('timestamp with time zone'), texts('Boston', 'Dallas'));
    expect(asked).toEqual([
      { column: 'Ort', is: { none: ['Dallas'] } },
      { column: 'Ende', is: { least: '2025-01-02' } },
    ]);
    expect(await conditionsOf(errands, {}, there('date'), none)).toEqual([]);
  });

  it('are all but those that are surely of another office', async () => {
    const spelt = ['New  York', 'NEW YORK', ' new-york ', 'New Yrok', '', '  ', 'Newark', 'LA'];
    const asked = (spec: typeof errands) =>
      conditionsOf(spec, { office: ' new york' }, there('date'), texts(...spelt, 'Dallas'));
    expect(await asked(errands)).toEqual([{ column: 'Ort', is: { none: ['Newark', 'LA', 'Dallas'] } }]);
    const judged = table({ ...errands, refers: { place: { to: ['offices.name'], unknown: 'refused' } } });
    expect(await asked(judged)).toEqual([{ column: 'Ort', is: { none: ['Dallas'] } }]);
  });

  it('are all of a table that does not say, or does not have the column there', async () => {
    const only = { office: ['Boston', 'Dallas'], since: '2025-01-02' };
    expect(await conditionsOf(table({ ...plain, key: ['id'] }), only, there('date'), texts('Rome'))).toEqual([]);
    const nowhere = { ...there('text'), nameOf: () => undefined };
    expect(await conditionsOf(errands, only, nowhere, texts('Rome'))).toEqual([]);
  });

  it('are refused where days are texts, for 9/22/2025 would be after 2024-01-01', async () => {
    expect(await refused(conditionsOf(errands, { since: '2024-01-01' }, there('text'), none))).toMatch(
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
