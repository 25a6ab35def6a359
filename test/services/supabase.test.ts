import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Data, domainOf, loadTables } from '../../src/index.ts';
import { refused } from '../tables/sources/refused.ts';
import { loadSample } from './lay.ts';
import { type Server, startPostgres } from './postgres.ts';
import { type Interface, keyOf, type Meddle, proxyTo, startPostgrest } from './postgrest.ts';

const { tables, sample } = domainOf('loans');
const CAP = 1000;
let server: Server;
let rest: Interface;
let fromSample: Data;

/** Reads the tables of loans over an interface. */
const read = (url: string, key = 'READER') => {
  process.env.EVENHAND_TEST_KEY = keyOf(key.toLowerCase());
  const supabase = { url, key: 'env:EVENHAND_TEST_KEY', schema: 'loans', tables: {}, only: {}, seconds: 20 };
  return loadTables(tables, { supabase }, sample);
};

/** The same through a proxy that meddles. */
async function meddled(meddle: Meddle): Promise<Data> {
  const proxy = await proxyTo(rest.url, meddle);
  try {
    return await read(proxy.url);
  } finally {
    proxy.stop();
  }
}

beforeAll(async () => {
  server = await startPostgres();
  await loadSample(server, 'loans', sample(1));
  const keys = sample(1).map(({ name }) => {
    const key = tables.find((spec) => spec.name === name)!.key.map((one) => `"${one}"`);
    return name === 'rules' ? '' : `alter table loans.${name} add primary key (${key.join(', ')});`;
  });
  await server.run(`${keys.join('\n')}
    alter table loans.rules add column id int generated always as identity primary key;
    create role nobody_known nologin; create role reader nologin; create role blind nologin;
    grant nobody_known, reader, blind to owner;
    grant usage on schema loans to reader, blind; grant select on all tables in schema loans to reader, blind;
    alter table loans.vehicles enable row level security;
    create policy readers on loans.vehicles for select to reader using (true);`);
  rest = await startPostgrest(server, 'loans', CAP);
  fromSample = await loadTables(tables, { sample: 1 }, sample);
});
afterAll(async () => {
  await rest?.stop();
  await server?.stop();
});

describe('a run from Supabase', () => {
  it('reads all 4,794 approvals and 11,043 loans through a cap of 1,000 rows', async () => {
    const data = await read(rest.url);
    expect(data.tables.approved_makes!.rows).toHaveLength(4794);
    expect(data.tables.loan_history!.rows).toHaveLength(11_043);
    expect(data.fingerprint).toBe(fromSample.fingerprint);
  });

  it('reads all rows where the cap changes in the middle', async () => {
    let changed = 0;
    const data = await meddled(async ({ path }) => {
      if (path.startsWith('/loan_history') && ++changed === 3) await rest.cap(333);
      return undefined;
    });
    await rest.cap(CAP);
    expect(changed).toBeGreaterThan(25);
    expect(data.fingerprint).toBe(fromSample.fingerprint);
  });

  it('asks again where there are too many requests, or the server fails now and then', async () => {
    let failed = 0;
    const data = await meddled(({ number }, response) => {
      if (number % 5 !== 0) return undefined;
      failed++;
      response.writeHead([429, 500, 503][failed % 3]!, failed % 3 === 0 ? { 'retry-after': '1' } : {});
      response.end('{"message": "later"}');
      return 'answered';
    });
    expect(failed).toBeGreaterThan(3);
    expect(data.fingerprint).toBe(fromSample.fingerprint);
  });

  it.each([
    ['more', 11_050, /11050 rows were announced, and 11043 came/],
    ['fewer', 11_000, /11000 rows were announced, and there are more/],
  ])('refuses a count that says %s than there are', async (_, said, words) => {
    const lie: Meddle = ({ path }) =>
      path.startsWith('/loan_history') ? { 'content-range': `0-999/${said}` } : undefined;
    expect(await refused(meddled(lie))).toMatch(words);
  });

  it('refuses a table that is written to in the middle', async () => {
    let asked = 0;
    const work = meddled(async ({ path }) => {
      if (path.startsWith('/loan_history') && ++asked === 4)
        await server.run(`delete from loans.loan_history where activity_id = (select max(activity_id) from loans.loan_history);
          insert into loans.offices (name) values ('Nowhere')`);
      return undefined;
    });
    expect(await refused(work)).toMatch(/11043 rows were announced, and 11042 came/);
    const lost = sample(1).find(({ name }) => name === 'loan_history')!;
    const last = [...lost.rows].sort((a, b) => (a[0]! < b[0]! ? -1 : 1)).at(-1)!;
    const cells = last.map((cell) => (cell === '' ? 'null' : `'${cell.replaceAll("'", "''")}'`));
    await server.run(`insert into loans.loan_history (${lost.header.join(', ')}) values (${cells.join(', ')});
      delete from loans.offices where name = 'Nowhere'`);
  });

  it('refuses a required table of which row-level security shows nothing', async () => {
    expect(await refused(read(rest.url, 'BLIND'))).toMatch(
      /loans\.vehicles: not one row can be seen Maybe row-level security hides them/,
    );
  });

  it('reads where the interface keeps its description of itself from the key', async () => {
    const kept: Meddle = ({ path }, response) => {
      if (path !== '/') return undefined;
      response.writeHead(403);
      response.end('{"message": "not for this key"}');
      return 'answered';
    };
    expect((await meddled(kept)).fingerprint).toBe(fromSample.fingerprint);
  });

  it('asks for the rows of one office only, and says how many it did not ask for', async () => {
    process.env.EVENHAND_TEST_KEY = keyOf('reader');
    const url = rest.url;
    const only = { office: ['Los Angeles', 'Atlanta'] };
    const supabase = { url, key: 'env:EVENHAND_TEST_KEY', schema: 'loans', tables: {}, only, seconds: 20 };
    const { tables: found, notes } = await loadTables(tables, { supabase }, sample);
    expect(found.vehicles!.rows).toHaveLength(226 + 58);
    expect(found.loan_history!.rows).toHaveLength(11_043);
    expect(notes).toContain('loans.vehicles: 574 rows were not asked for, as the scenario says (only)');
    const since = { supabase: { ...supabase, only: { since: '2025-01-01' } } };
    expect(await refused(loadTables(tables, since, sample))).toMatch(
      /loans\.loan_history: its column "end_date" is of the type text, which knows no order of days/,
    );
  });

  it('names no key where the key is wrong', async () => {
    process.env.EVENHAND_TEST_WRONG = 'wrong-key-of-somebody';
    const supabase = {
      url: rest.url,
      key: 'env:EVENHAND_TEST_WRONG',
      schema: 'loans',
      tables: {},
      only: {},
      seconds: 20,
    };
    const said = await refused(loadTables(tables, { supabase }, sample));
    expect(said).toMatch(/answered 401 while looking at vehicles.*Maybe the key is of another project/);
    expect(said).not.toContain('wrong-key');
  });
});
