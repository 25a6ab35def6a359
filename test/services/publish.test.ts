import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { printProblems } from '../../src/problems/print.ts';
import { Refusal } from '../../src/problems/problem.ts';
import { knows } from '../../src/publish/knows.ts';
import { storeNamed } from '../../src/publish/open.ts';
import { StaleBase } from '../../src/publish/problems.ts';
import { newestVersion, prepareVersion, publishRun } from '../../src/publish/publish.ts';
import { newestNow } from '../../src/publish/since.ts';
import type { Run } from '../../src/runs/run.ts';
import { assignments, sampleRun } from '../runs/sample-run.ts';
import { PASSWORD, type Server, startPostgres } from './postgres.ts';

const SCHEDULE = { table: 'assignments', key: ['vin'], place: ['partner', 'start_day'] };
let server: Server;

beforeAll(async () => {
  server = await startPostgres();
  process.env.DATABASE_URL = server.url;
});
afterAll(() => server?.stop());
afterEach(() => server.run('drop schema if exists evenhand cascade; drop schema if exists plans cascade'));

const publish = (base: number, run: Run = sampleRun(), word = 'postgres') =>
  publishRun(run, SCHEDULE, { store: storeNamed(word), base });

async function refusal(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return printProblems(error.problems).replaceAll(`:${server.port}`, '');
    throw error;
  }
  throw new Error('nothing was refused');
}

/** What another program sees there. */
const there = () =>
  server.run(`select name, version::int, base::int, kind, run, status, (record->>'title') as title,
    (select count(*)::int from evenhand.version_rows r where (r.name, r.version) = (v.name, v.version)) as rows
    from evenhand.versions v order by version`);

describe('versions in a database', () => {
  it('are what was published, as one row and the rows of the schedule', async () => {
    const version = await publish(0);
    expect(version).toMatchObject({ version: 1, base: 0, name: 'la-week', run: 'abc123', ...assignments });
    expect(await storeNamed('postgres').read('la-week', 1)).toEqual(version);
    expect(await there()).toEqual([
      {
        ...{ name: 'la-week', version: 1, base: 0, kind: 'loans', run: 'abc123', status: 'optimal' },
        ...{ title: 'Los Angeles', rows: assignments.rows.length },
      },
    ]);
    const rows = await server.run('select row_number, cells from evenhand.version_rows order by row_number');
    const names = assignments.columns.map(({ name }) => name);
    expect(rows).toEqual(
      assignments.rows.map((row, at) => ({
        row_number: at + 1,
        cells: Object.fromEntries(names.map((name, column) => [name, row[column]])),
      })),
    );
  });

  it('follow each other, each scenario and each schema for itself', async () => {
    await publish(0);
    await publish(1, sampleRun({ id: 'next' }));
    await publish(0, sampleRun({ name: 'other' }));
    await publish(0, sampleRun(), 'postgres:plans');
    expect((await there()).map(({ name, version, run }) => `${name}@${version} ${run}`).sort()).toEqual([
      'la-week@1 abc123',
      'la-week@2 next',
      'other@1 abc123',
    ]);
    expect(await storeNamed('postgres:plans').versions('la-week')).toEqual([1]);
    expect(await storeNamed('env:DATABASE_URL').versions('la-week')).toEqual([1, 2]);
  });

  it('are never changed or removed', async () => {
    await publish(0);
    for (const statement of [
      "update evenhand.versions set title = 'x'",
      'delete from evenhand.version_rows',
      'truncate evenhand.versions cascade',
    ])
      await expect(server.run(statement)).rejects.toThrow('a published version is never changed or removed');
  });

  it('are not made by looking: a preview changes nothing', async () => {
    const store = storeNamed('postgres');
    const { next } = await prepareVersion(sampleRun(), SCHEDULE, { store, base: 0 });
    expect(next.version).toBe(1);
    expect(await refusal(store.read('la-week', 3))).toBe(
      'la-week@3 in the database "postgres" at 127.0.0.1, schema evenhand: there is no such version\nMaybe nothing was published there yet.',
    );
    expect(await server.run("select to_regnamespace('evenhand') as made")).toEqual([{ made: null }]);
  });

  it('that somebody changed all the same are told by their checksum', async () => {
    await publish(0);
    await server.run(`alter table evenhand.versions disable trigger all;
      update evenhand.versions set record = replace(record::text, 'V1', 'V7')::json`);
    expect(await refusal(publish(1))).toContain('is damaged: its checksum is not that of its content\nMaybe restore');
  });
});

describe('names that are written in SQL', () => {
  const BAD = `o'la"; drop table evenhand.versions; --`;

  it('are names and nothing else: of scenarios, and of schemas', async () => {
    const named = sampleRun({ name: BAD });
    expect((await publish(0, named)).name).toBe(BAD);
    expect((await publish(1, named)).version).toBe(2);
    const schema = `p"; drop schema evenhand cascade; --`;
    expect((await publish(0, named, `postgres:${schema}`)).version).toBe(1);
    const store = storeNamed('postgres');
    expect(await store.versions(BAD)).toEqual([1, 2]);
    expect((await store.read(BAD, 2)).name).toBe(BAD);
    await server.run(`drop schema "${schema.replaceAll('"', '""')}" cascade`);
  });
});

describe('publishers of a database', () => {
  it('on a base that is not the newest are refused, as in a folder', async () => {
    await publish(0);
    await publish(1);
    expect(await refusal(publish(1))).toBe(
      'la-week: is built on version 1, but version 2 is the newest\n' +
        'Maybe see "evenhand diff la-week@1 la-week@2 --to postgres", run the scenario again on what is published, and commit with --base 2 --to postgres.',
    );
    expect(await refusal(publish(2, sampleRun({ kind: 'other' })))).toContain('holds schedules of kind "loans"');
  });

  it.each([0, 1])('at the same time on the base %i: one publishes, all others are refused', async (base) => {
    for (let version = 0; version < base; version++) await publish(version);
    const ended = await Promise.allSettled(
      Array.from({ length: 6 }, (_, who) => publish(base, sampleRun({ id: `publisher-${who}` }))),
    );
    const won = ended.flatMap((one) => (one.status === 'fulfilled' ? one.value.run : []));
    const late = ended.flatMap((one) => (one.status === 'rejected' ? one.reason : []));
    expect(won).toHaveLength(1);
    expect(late.every((error) => error instanceof StaleBase && error.newest === base + 1)).toBe(true);
    expect((await there()).map(({ run, rows }) => ({ run, rows })).at(-1)).toEqual({ run: won[0], rows: 2 });
    expect(await there()).toHaveLength(base + 1);
  });

  it('are waited for until they have ended', async () => {
    await publish(0);
    await server.run(`create function evenhand.slowly() returns trigger language plpgsql as
      $$ begin perform pg_sleep(0.5); return new; end $$;
      create trigger slowly before insert on evenhand.version_rows
      for each statement execute function evenhand.slowly()`);
    const store = storeNamed('postgres');
    const first = publish(1, sampleRun({ id: 'first' }));
    await sleep(250);
    // A reader meets the old version alone while the new one is being written.
    expect(await newestVersion(store, 'la-week')).toBe(1);
    const second = refusal(publish(1, sampleRun({ id: 'second' })));
    expect((await first).run).toBe('first');
    expect(await second).toContain('version 2 is the newest');
  });
});

describe('a connection that is cut', () => {
  const cutting = (timing: string, when = '') => `
    create function evenhand.cut() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
    create ${timing} on evenhand.version_rows ${when} for each row execute function evenhand.cut()`;

  it('in the middle leaves nothing behind, and the next publisher goes on', async () => {
    await publish(0);
    await server.run(cutting('trigger cut after insert'));
    const text = await refusal(publish(1));
    expect(text).toMatch(
      /^the connection to the database "postgres" at 127\.0\.0\.1 was cut while publishing la-week@2: /,
    );
    expect(text).not.toContain('hunter2');
    expect(await there()).toHaveLength(1);
    expect(await server.run('select distinct version::int from evenhand.version_rows')).toEqual([{ version: 1 }]);
    await server.run('drop trigger cut on evenhand.version_rows');
    expect((await publish(1)).version).toBe(2);
  });

  it('while it ends says that the version may be there or not', async () => {
    await publish(0);
    await server.run(cutting('constraint trigger cut after insert', 'deferrable initially deferred'));
    expect(await refusal(publish(1))).toBe(
      'la-week@2: may be published or not: the connection to the database "postgres" at 127.0.0.1, schema evenhand was cut before it answered\n' +
        'Maybe commit the run again: where the version is there, nothing changes.',
    );
    expect(await there()).toHaveLength(1);
  });

  it('or never made is refused before a run begins, without a secret', async () => {
    process.env.EVENHAND_NOWHERE = `postgres://owner:${PASSWORD}@127.0.0.1:1/postgres`;
    const text = await refusal(newestNow('la-week', 'env:EVENHAND_NOWHERE'));
    delete process.env.EVENHAND_NOWHERE;
    expect(text).toContain('cannot reach the database "postgres" at 127.0.0.1:1');
    expect(text).not.toContain('hunter2');
  });
});

describe('a user with few rights', () => {
  const as = (word: string) => {
    process.env.EVENHAND_CLERK = server.url.replace(`owner:${PASSWORD}`, 'clerk');
    return storeNamed(word);
  };
  const clerk = () => publishRun(sampleRun(), SCHEDULE, { store: as('env:EVENHAND_CLERK'), base: 0 });
  beforeAll(() => server.run('create role clerk login'));
  afterAll(() => {
    delete process.env.EVENHAND_CLERK;
  });

  it('publishes into a schema of its own', async () => {
    expect(await refusal(clerk())).toContain('refused while publishing la-week@1: permission denied');
    await server.run('create schema evenhand authorization clerk');
    expect((await clerk()).version).toBe(1);
  });

  it('is refused where versions cannot be read, or may be hidden', async () => {
    await publish(0);
    expect(await refusal(clerk())).toContain('refused while looking for versions: permission denied');
    await server.run(`grant usage on schema evenhand to clerk; grant select on evenhand.versions to clerk;
      alter table evenhand.versions enable row level security`);
    expect(await refusal(clerk())).toContain(
      'schema evenhand: row-level security holds for this user, so that versions',
    );
  });
});

describe('a schedule that the clock stopped', () => {
  it('is published only where that is said, and its version says that it is not proven', async () => {
    const levels = [{ level: 4, name: 'reproducible', passed: false, text: '' }] as const;
    const stopped = sampleRun({ status: 'feasible', audit: { passed: false, levels } });
    expect(await refusal(publish(0, stopped))).toContain('Maybe publish it all the same with --unproven');
    await publishRun(stopped, SCHEDULE, { store: storeNamed('postgres'), base: 0, unproven: true });
    expect(await there()).toMatchObject([{ version: 1, status: 'feasible' }]);
  });
});

describe('a run that looked for the newest version in a database', () => {
  it('records where, without user and password', async () => {
    expect(await newestNow('la-week', 'postgres')).toEqual({
      name: 'la-week',
      folder: `postgres://127.0.0.1:${server.port}/postgres#evenhand`,
      version: 0,
    });
  });

  it('may replace the version that it knows, and no other one', async () => {
    const store = storeNamed('postgres');
    const planned = sampleRun({ id: 'planned', newest: (await newestNow('la-week', 'postgres'))! });
    const version = await publish(0, sampleRun({ id: 'quicker' }));
    expect(await refusal(knows(planned, { store, newest: version, begun: undefined }))).toMatch(
      /^la-week: version 1 is the newest \(published 20\d\d-.* UTC\), and run planned was planned when nothing was published yet\n/,
    );
    const again = sampleRun({ id: 'again', newest: (await newestNow('la-week', 'postgres'))! });
    await knows(again, { store, newest: version, begun: undefined });
    const elsewhere = sampleRun({ id: 'elsewhere' });
    await knows(elsewhere, { store, newest: version, begun: Date.now() + 60_000 });
    expect(await refusal(knows(elsewhere, { store, newest: version, begun: 0 }))).toContain('began before that');
  });
});
