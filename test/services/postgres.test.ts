import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cells, copyTables, domainOf, loadTables, readScenario, runScenario, toRecord } from '../../src/index.ts';
import { readPostgres } from '../../src/tables/sources/postgres/read.ts';
import { toCsv } from '../../src/tables/write.ts';
import { evenhand } from '../cli/tiny-week.ts';
import { refused } from '../tables/sources/refused.ts';
import { loadSample } from './lay.ts';
import { PASSWORD, type Server, startPostgres } from './postgres.ts';

const LA_WEEK = join(import.meta.dirname, '../../scenarios/loans/la-week.yaml');
const { tables, sample } = domainOf('loans');
let server: Server;

beforeAll(async () => {
  server = await startPostgres();
  process.env.EVENHAND_TEST_DATABASE = server.url;
  await loadSample(server, 'loans', sample(1));
});
afterAll(() => server?.stop());

/** The week of la-week.yaml with its tables elsewhere. */
function weekFrom(data: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'evenhand-services-')), 'la-week.yaml');
  writeFileSync(file, `extends: ${LA_WEEK}\ndata: ${data}\n`);
  return readScenario(file);
}

/** Reads the tables of loans; some of them are called otherwise in the database. */
const read = (there: Readonly<Record<string, string>> = {}, seconds = 30, url = 'env:EVENHAND_TEST_DATABASE') =>
  loadTables(tables, { postgres: { url, schema: 'loans', tables: there, only: {}, seconds } }, sample);

/** A view that is read only after some seconds, in which the test does something. */
const slowly = (name: string, table: string, seconds: number) =>
  server.run(
    `create view loans.${name} as select t.* from (select pg_sleep(${seconds})) s cross join loans.${table} t`,
  );

const leftBehind = () =>
  server.run("select pid from pg_stat_activity where application_name = 'evenhand'").then((rows) => rows.length);

describe('a run from PostgreSQL', () => {
  it('is that from files, byte for byte', async () => {
    const fromFiles = await runScenario(readScenario(LA_WEEK));
    const fromDatabase = await runScenario(weekFrom('{postgres: {url: env:EVENHAND_TEST_DATABASE, schema: loans}}'));
    const csv = (run: typeof fromFiles) => toCsv(run.tables.assignments!);
    expect(csv(fromDatabase)).toBe(csv(fromFiles));
    expect(fromDatabase.id).toBe(fromFiles.id);
    expect(fromDatabase.provenance.data).toBe(fromFiles.provenance.data);
    expect(JSON.stringify(toRecord(fromDatabase))).not.toContain('hunter2');
  });

  it('is of one moment: rows that another session writes in the middle are not seen', async () => {
    await slowly('slow_vehicles', 'vehicles', 1.5);
    const before = await read();
    const reading = read({ vehicles: 'slow_vehicles' });
    await wait(700);
    await server.run(
      "insert into loans.loan_history (activity_id, vin, person_id, make, start_date) values ('new', 'V', 'P', 'Audi', '2025-01-02')",
    );
    const during = await reading;
    expect(during.fingerprint).toBe(before.fingerprint);
    const after = await read();
    expect(after.tables.loan_history!.rows).toHaveLength(before.tables.loan_history!.rows.length + 1);
    await server.run("delete from loans.loan_history where activity_id = 'new'");
  });

  it('cannot write', async () => {
    await server.run(`create sequence loans.counter;
      create view loans.writing as select nextval('loans.counter'), v.* from loans.vehicles v`);
    expect(await refused(read({ vehicles: 'writing' }))).toMatch(
      /refused while reading loans\.writing: cannot execute nextval\(\) in a read-only transaction/,
    );
    expect(await server.run('select is_called from loans.counter')).toEqual([{ is_called: false }]);
  });

  it('names a connection that is cut in the middle, and leaves nothing behind', async () => {
    await slowly('slow_history', 'loan_history', 20);
    const reading = refused(read({ loan_history: 'slow_history' }));
    await wait(800);
    await server.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'evenhand'");
    expect(await reading).toMatch(
      /the connection to the database "postgres" at 127\.0\.0\.1:\d+ was cut while reading loans\.slow_history: .*nothing of it is used.*Maybe run it again/,
    );
    expect(await leftBehind()).toBe(0);
  });

  it('names a statement that takes too long', async () => {
    expect(await refused(read({ loan_history: 'slow_history' }, 1))).toMatch(
      /took more than 1 seconds while reading loans\.slow_history.*seconds: 600/,
    );
    expect(await leftBehind()).toBe(0);
  });

  it('names the table and the primary key of a row that cannot be used', async () => {
    await server.run(`create table loans.fleet (like loans.vehicles, number int primary key, office_of text);
      insert into loans.fleet select v.*, row_number() over (order by vin), null from loans.vehicles v;
      update loans.fleet set model = null where number = 17`);
    const { quarantined, notes } = await read({ vehicles: 'fleet' });
    expect(quarantined.map(({ file, rowName, column }) => [file, rowName, column])).toEqual([
      ['loans.fleet', 'number=17', 'model'],
    ]);
    expect(notes).toEqual((await read()).notes);
  });

  it('reads texts letter by letter, and writes them so', async () => {
    const note = 'tab\there, line\nthere\r, \\N \\t \\\\ "quoted" \u00e9\u{1F697}\u0001';
    const spec = tables.filter(({ name }) => name === 'offices');
    const own = spec.map((one) => ({
      ...one,
      columns: { ...one.columns, note: { schema: cells.text, description: 'a note' } },
    }));
    const odd = {
      name: 'offices',
      file: 'odd',
      header: ['name', 'note'],
      rows: [
        ['Z', note],
        ['A', '\\N'],
      ],
    };
    const odds = { tables: own, sample: () => [odd] };
    const postgres = { url: 'env:EVENHAND_TEST_DATABASE', schema: 'odd', tables: {}, only: {}, seconds: 30 };
    await copyTables(odds, { sample: 1 }, { postgres });
    const there = await server.run('select name, note from odd.offices order by name');
    expect(there).toEqual([
      { name: 'A', note: '\\N' },
      { name: 'Z', note },
    ]);
    const { tables: found } = await readPostgres(own, postgres);
    expect(found[0]!.rows.map((row) => row.at(-1))).toEqual(['\\N', note]);
  });

  it('asks for the rows of one office since a day only, says what it did not ask for, and finds the same week', async () => {
    const postgres = { url: 'env:EVENHAND_TEST_DATABASE', schema: 'typed', tables: {}, only: {}, seconds: 30 };
    await copyTables({ tables, sample }, { sample: 1 }, { postgres });
    const since = '2025-01-01';
    const whole = await loadTables(tables, { postgres }, sample);
    const part = await loadTables(
      tables,
      { postgres: { ...postgres, only: { office: [' los angeles', "O'Nowhere"], since } } },
      sample,
    );
    const kept = whole.tables.loan_history!.rows.filter(({ end_date: end }) => end === null || String(end) >= since);
    expect(part.tables.loan_history!.rows).toEqual(kept);
    expect(part.tables.vehicles!.rows).toHaveLength(226);
    expect(part.notes).toContain(
      `typed.loan_history: ${11_043 - kept.length} rows were not asked for, as the scenario says (only)`,
    );
    const only = '{office: Los Angeles, since: 2023-01-01}';
    const run = await runScenario(
      weekFrom(`{postgres: {url: env:EVENHAND_TEST_DATABASE, schema: typed, only: ${only}}}`),
    );
    expect(toCsv(run.tables.assignments!)).toBe(toCsv((await runScenario(readScenario(LA_WEEK))).tables.assignments!));
    expect(
      await refused(loadTables(tables, { postgres: { ...postgres, schema: 'loans', only: { since } } }, sample)),
    ).toMatch(/loans\.loan_history: its column "end_date" is of the type text/);
  });

  it('is the same in a sweep on two threads, which read the tables once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-services-'));
    const sweep = `sweep:
  grid: {rules.fairness.penalty: [0, 200]}
  worlds: {rules.capacity.override.2025-09-27.slots: [10, 0]}
`;
    const ids = async (name: string, data: string) => {
      const file = join(folder, `${name}.yaml`);
      writeFileSync(file, `extends: ${LA_WEEK}\ndata: ${data}\n${sweep}`);
      const { code, out, err } = await evenhand(
        'sweep',
        file,
        '--out',
        join(folder, 'runs'),
        '--workers',
        '2',
        '--json',
      );
      expect({ code, err }).toEqual({ code: 0, err: '' });
      return out.match(/"id": ?"[0-9a-f]{16}"/g)?.sort();
    };
    const there = await ids('there', '{postgres: {url: env:EVENHAND_TEST_DATABASE, schema: loans}}');
    expect(there).toHaveLength(4);
    expect(there).toEqual(await ids('here', 'sample'));
  });

  it('tells of row-level security that may hide rows', async () => {
    await server.run(`create role reader login; grant usage on schema loans to reader;
      grant select on all tables in schema loans to reader;
      alter table loans.budgets enable row level security;
      create policy few on loans.budgets to reader using (office = 'Los Angeles')`);
    process.env.EVENHAND_TEST_READER = server.url.replace('owner', 'reader');
    const { notes } = await read({}, 30, 'env:EVENHAND_TEST_READER');
    expect(notes).toContain(
      'loans.budgets: row-level security holds for this user of the database, so that rows may be hidden',
    );
  });

  it('says which tables there are where one is missing', async () => {
    expect(await refused(read({ vehicles: 'fleets' }))).toMatch(
      /no table "fleets" in the database "postgres" at .*, for the table "vehicles".*Maybe it has another name there.*there are: fleet\)/,
    );
  });

  it('says no password where a login fails', async () => {
    process.env.EVENHAND_TEST_WRONG = server.url.replace('/postgres', '/nowhere');
    const said = await refused(read({}, 30, 'env:EVENHAND_TEST_WRONG'));
    expect(said).toMatch(/does not let this user in: database "nowhere" does not exist/);
    process.env.EVENHAND_TEST_CLOSED = server.url.replace(String(server.port), '1');
    const closed = await refused(read({}, 30, 'env:EVENHAND_TEST_CLOSED'));
    expect(closed).toMatch(/cannot reach the database "postgres" at 127\.0\.0\.1:1/);
    for (const text of [said, closed]) expect(text).not.toMatch(/hunter2|%40/);
    expect(PASSWORD).toContain('hunter2');
  });
});
