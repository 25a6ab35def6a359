import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cells, column, copyTables, loadTables, table } from '../../src/index.ts';
import type { DataSource } from '../../src/tables/sources/source.ts';
import { folder } from '../tables/folder.ts';
import { refused } from '../tables/sources/refused.ts';
import { type Server, startPostgres } from './postgres.ts';
import { type Interface, keyOf, proxyTo, startPostgrest } from './postgrest.ts';

const cars = table({
  name: 'cars',
  description: 'Every car',
  required: true,
  rows: 'permit',
  key: ['id'],
  office: 'office',
  columns: {
    id: column(cells.text, 'its number'),
    office: column(cells.optional(cells.text), 'where it stands'),
    value: column(cells.optional(cells.number), 'what it is worth', { required: false }),
  },
});
const closed = table({
  name: 'closed_days',
  description: 'Days on which nobody works',
  required: false,
  rows: 'restrict',
  key: ['day', 'office'],
  office: 'office',
  refers: { office: { to: ['cars.office'], unknown: 'refused' } },
  columns: { day: column(cells.date, 'the day'), office: column(cells.optional(cells.text), 'where') },
});
const SCHEMA = 'fleet';
let server: Server;
let rest: Interface;

beforeAll(async () => {
  server = await startPostgres();
  process.env.EVENHAND_TEST_DATABASE = server.url;
  process.env.EVENHAND_TEST_KEY = keyOf('reader');
  await server.run(`create role nobody_known nologin; create role reader login;
    grant nobody_known, reader to owner; create schema fleet; grant usage on schema fleet to reader;
    alter default privileges in schema fleet grant select on tables to reader;
    create table fleet.cars (id text primary key, office text);
    insert into fleet.cars values ('a', 'Los Angeles'), ('b', 'Boston')`);
  rest = await startPostgrest(server, SCHEMA, 1000);
});
afterAll(async () => {
  await rest?.stop();
  await server?.stop();
});

interface Asked {
  readonly tables?: Readonly<Record<string, string>>;
  readonly only?: { readonly office?: string };
}
const inPostgres = ({ tables = {}, only = {} }: Asked = {}, url = 'env:EVENHAND_TEST_DATABASE'): DataSource => ({
  postgres: { url, schema: SCHEMA, tables, only, seconds: 20 },
});
const inSupabase = ({ tables = {}, only = {} }: Asked = {}, url = rest.url): DataSource => ({
  supabase: { url, key: 'env:EVENHAND_TEST_KEY', schema: SCHEMA, tables, only, seconds: 20 },
});
const read = (source: DataSource) => loadTables([cars, closed], source, () => []);

/** Makes a table, lets the interface see it, works, and takes it away. */
async function withTable(name: string, columns: string, work: () => Promise<void>): Promise<void> {
  await server.run(`create table fleet."${name}" (${columns}); notify pgrst, 'reload schema'`);
  await new Promise((done) => setTimeout(done, 500));
  try {
    await work();
  } finally {
    await server.run(`drop table fleet."${name}"; notify pgrst, 'reload schema'`);
    await new Promise((done) => setTimeout(done, 300));
  }
}

const DAYS = 'day date, office text, id int generated always as identity primary key';

describe('a table that forbids', () => {
  it.each(['Closed_Days', 'closed_day', 'closed-days', 'ClosedDays'])(
    'is not left out where it is called "%s": the scenario is told how to name it',
    (name) =>
      withTable(name, DAYS, async () => {
        const words = new RegExp(
          `no table "closed_days" in .*, but "${name}": .*tables: \\{closed_days: ${JSON.stringify(name)}\\}`,
        );
        await server.run(`insert into fleet."${name}" values ('2026-03-02', null)`);
        const tables = { closed_days: name };
        for (const source of [inPostgres, inSupabase]) {
          expect(await refused(read(source()))).toMatch(words);
          expect((await read(source({ tables }))).tables.closed_days!.rows).toHaveLength(1);
        }
      }),
  );

  it('is told to be not found where the interface keeps its description of itself from the key', async () => {
    const kept = (hint?: string) =>
      proxyTo(rest.url, ({ path }, response) => {
        if (path !== '/' && !(path.startsWith('/closed_days') && hint)) return undefined;
        response.writeHead(path === '/' ? 403 : 404);
        response.end(JSON.stringify({ hint }));
        return 'answered';
      });
    const proxies = [await kept(), await kept("Perhaps you meant the table 'fleet.Closed_Days'")];
    try {
      const [told, hinted] = proxies.map(({ url }) => inSupabase({}, url));
      expect((await read(told!)).notes).toContain(
        'the interface does not tell this key which tables there are: closed_days was not found, and may be there under another name',
      );
      expect(await refused(read(hinted!))).toMatch(/no table "closed_days" in .*, but "Closed_Days": /);
    } finally {
      for (const proxy of proxies) proxy.stop();
    }
  });

  it('may be missing, and a table of another name is no such table', () =>
    withTable('closed_streets', DAYS, async () => {
      for (const source of [inPostgres(), inSupabase()])
        expect((await read(source)).tables.closed_days!.present).toBe(false);
    }));

  it('is not left out where this user may not read it, or one of its columns', () =>
    withTable('closed_days', DAYS, async () => {
      process.env.EVENHAND_TEST_READER = server.url.replace('owner', 'reader');
      const reading = () => refused(read(inPostgres({}, 'env:EVENHAND_TEST_READER')));
      await server.run('revoke select on fleet.closed_days from reader');
      expect(await reading()).toMatch(
        /fleet\.closed_days: this user may not read "day", "office" in .*grant select on fleet\.closed_days/,
      );
      await server.run('grant select (day, id) on fleet.closed_days to reader');
      expect(await reading()).toMatch(/fleet\.closed_days: this user may not read "office" in /);
      await server.run('revoke select (day, id) on fleet.closed_days from reader');
      expect(await refused(read(inSupabase()))).toMatch(/answered 403 while looking at closed_days: permission denied/);
    }));
});

describe('a table that is in the database and not in what is copied there', () => {
  it('is removed where it may be replaced, so that it forbids no more', async () => {
    const kind = { tables: [cars, closed], sample: () => [] };
    const target = {
      postgres: { url: 'env:EVENHAND_TEST_DATABASE', schema: 'copied', tables: {}, only: {}, seconds: 20 },
    };
    const [files, days] = [{ 'cars.csv': 'id,office,value\na,Boston,1\n' }, 'day,office\n2026-03-02,Boston\n'];
    await copyTables(kind, { dir: folder({ ...files, 'closed_days.csv': days }) }, target);
    await server.run('delete from copied.cars');
    const source = { dir: folder(files) };
    expect(await refused(copyTables(kind, source, target))).toMatch(
      /copied\.closed_days holds 1 row already.*--replace/,
    );
    expect(await server.run('select * from copied.cars')).toEqual([]);
    expect((await copyTables(kind, source, target, { replace: true })).notes).toEqual([
      'closed_days: was there and is removed, since the source has no such table, and what it held would go on counting',
    ]);
    expect((await read(target)).tables).toMatchObject({
      cars: { rows: [{ id: 'a' }] },
      closed_days: { present: false },
    });
  });
});

describe('cells of the type money', () => {
  it('are numbers', async () => {
    await server.run("alter table fleet.cars add value money; update fleet.cars set value = 1234.5 where id = 'a'");
    await server.run("notify pgrst, 'reload schema'");
    await new Promise((done) => setTimeout(done, 500));
    for (const source of [inPostgres(), inSupabase()])
      expect((await read(source)).tables.cars!.rows.map((row) => Object(row).value)).toEqual([1234.5, null]);
  });
});

describe('rows of one office', () => {
  it('are read as we read offices, whatever blanks and letter case stand in the database', () =>
    withTable('closed_days', DAYS, async () => {
      const only = { office: 'Los Angeles' };
      const write = (...offices: readonly (string | null)[]) =>
        server.run(`truncate fleet.closed_days; insert into fleet.closed_days
          select date '2026-03-01' + n::int, office from unnest(array[${offices.map((one) => (one === null ? 'null' : `'${one}'`)).join(', ')}]) with ordinality as t (office, n)`);
      for (const source of [inPostgres({ only }), inSupabase({ only })]) {
        await write('Los Angeles', '', ' ', null, 'Boston');
        const { tables, notes } = await read(source);
        expect(tables.closed_days!.rows).toHaveLength(4);
        expect(tables.cars!.rows).toHaveLength(1);
        expect(notes).toContain('fleet.closed_days: 1 row was not asked for, as the scenario says (only)');
        // Blanks are no difference to us.
        await write('Boston', ' Los  Angeles');
        expect((await read(source)).tables.closed_days!.rows).toMatchObject([{ office: 'Los Angeles' }]);
        for (const office of ['LOS ANGELES', 'Los Angles', 'everywhere']) {
          await write('Boston', office);
          expect(await refused(read(source))).toMatch(/^closed_days: /);
        }
      }
    }));
});
