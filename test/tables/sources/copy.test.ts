import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, column, copyTables, domainOf, loadTables } from '../../../src/index.ts';
import { folder } from '../folder.ts';
import { errandsWith } from './errands.ts';
import { refused } from './refused.ts';

const errands = errandsWith({
  worth: column(cells.optional(cells.integer), 'points'),
  paid: column(cells.yesNo, 'whether it is paid', { required: false }),
});
const kind = { tables: [errands], sample: () => [] };
const CSV =
  'id,day,cost,worth,paid,by\n007,22 Sep 2025,"$1,234.50","2,151",yes,Ann\n=1+1,,,,,\n"a, ""b""\nc",2025-01-02,3.05,-1,0,\n';

/** A folder with this one file. */
const errandsIn = (csv: string) => ({ dir: folder({ 'errands.csv': csv }) });
const read = (source: Parameters<typeof loadTables>[1]) => loadTables([errands], source, () => []);

describe('tables that are copied', () => {
  it.each([
    ['a workbook', (dir: string) => ({ xlsx: join(dir, 'new', '..', 'errands.xlsx'), tables: {} })],
    ['Parquet files', (dir: string) => ({ parquet: join(dir, 'new') })],
    ['CSV files', (dir: string) => ({ dir: join(dir, 'new') })],
  ] as const)('are the same tables in %s, and the same bytes each time', async (_, at) => {
    const [source, target, again] = [errandsIn(CSV), at(folder()), at(folder())];
    const { tables } = await copyTables(kind, source, target);
    expect(tables).toEqual([{ name: 'errands', rows: 3 }]);
    expect((await read(target)).fingerprint).toBe((await read(source)).fingerprint);
    await copyTables(kind, source, again);
    const bytes = (one: object) => {
      const [path] = Object.values(one) as [string];
      return path.endsWith('.xlsx') ? readFileSync(path) : readFileSync(join(path, readdirSync(path)[0]!));
    };
    expect(bytes(again).equals(bytes(target))).toBe(true);
  });

  it('are those of each kind in a workbook', async () => {
    for (const name of ['loans', 'rotation']) {
      const { tables, sample } = domainOf(name);
      const target = { xlsx: join(folder(), 'sample.xlsx'), tables: {} };
      await copyTables({ tables, sample }, { sample: 3 }, target);
      const there = await loadTables(tables, target, sample);
      expect(there.fingerprint).toBe((await loadTables(tables, { sample: 3 }, sample)).fingerprint);
    }
  });

  it('say which of their columns are not ours', async () => {
    const { notes } = await copyTables(kind, errandsIn(CSV), { parquet: join(folder(), 'new') });
    expect(notes).toEqual(['errands: not copied, since the table has no such column: by']);
  });

  it('stay texts in a column of which a cell cannot be read, and that is told', async () => {
    const source = {
      ...errandsIn('id,day,cost,worth,paid\na,soon,"1,000",1,\nb,2/1/2025,,,\n'),
      unreadable: 'leave_out',
    } as const;
    for (const target of [{ xlsx: join(folder(), 'errands.xlsx'), tables: {} }, { parquet: join(folder(), 'new') }]) {
      const { notes } = await copyTables(kind, source, target);
      expect(notes).toEqual(['errands, day: copied as texts, since 2 cells cannot be read']);
      const [there, here] = [
        await read({ ...target, unreadable: 'leave_out' }).catch((error) => error),
        await read(source).catch((error) => error),
      ];
      expect(there.message).toBe(here.message);
    }
  });

  it('are refused where a row cannot be taken apart', async () => {
    const target = { xlsx: join(folder(), 'errands.xlsx'), tables: {} };
    expect(await refused(copyTables(kind, errandsIn('id,day,cost,worth,paid\na"b,,,,\n'), target))).toMatch(
      /^errands: a quote stands where none may/,
    );
    expect(readdirSync(join(target.xlsx, '..'))).toEqual([]);
  });

  it('replace what is there only where that is said', async () => {
    const file = join(folder(), 'errands.xlsx');
    writeFileSync(file, 'mine');
    const target = { xlsx: file, tables: {} };
    expect(await refused(copyTables(kind, errandsIn(CSV), target))).toMatch(/is there already .*--replace/);
    await copyTables(kind, errandsIn(CSV), target, { replace: true });
    expect((await read(target)).tables.errands!.rows).toHaveLength(3);
  });

  it.each([
    ['CSV files', (dir: string) => ({ dir })],
    ['Parquet files', (dir: string) => ({ parquet: dir })],
    ['a workbook', (dir: string) => ({ xlsx: join(dir, 'book.xlsx'), tables: {} })],
  ] as const)('leave no table in %s that the source lacks, and say so', async (form, at) => {
    const closed = { ...errandsWith({}), name: 'closed', required: false };
    const both = { tables: [errands, closed], sample: () => [] };
    const target = at(join(folder(), 'there'));
    const source = { dir: folder({ 'errands.csv': CSV, 'closed.csv': 'id,day,cost\nx,,\n' }) };
    await copyTables(both, source, target);
    expect(await refused(copyTables(both, errandsIn(CSV), target))).toMatch(/--replace|may be replaced/);
    const { notes } = await copyTables(both, errandsIn(CSV), target, { replace: true });
    expect(notes.filter((note) => note.startsWith('closed'))).toEqual(
      form === 'a workbook'
        ? []
        : [
            'closed: was there and is removed, since the source has no such table, and what it held would go on counting',
          ],
    );
    const { closed: left } = (await loadTables(both.tables, target, () => [])).tables;
    expect(left!.present).toBe(false);
  });

  it('cannot go to where nobody can write', async () => {
    expect(await refused(copyTables(kind, errandsIn(CSV), { sample: 1 }))).toMatch(
      /nothing can be copied there \(sample\)/,
    );
  });
});
