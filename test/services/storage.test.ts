import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyIn, keepHistory } from '../../src/history/keep.ts';
import { outcomesOf } from '../../src/history/outcomes.ts';
import { HISTORY } from '../../src/history/tables.ts';
import { openStorage, storagePlace } from '../../src/storage/open.ts';
import { read } from '../history/kit.ts';
import { checkStores, features, refusal } from '../storage/kit.ts';
import { PASSWORD, type Server, startPostgres } from './postgres.ts';

let server: Server;
beforeAll(async () => {
  server = await startPostgres();
  process.env.DATABASE_URL = server.url;
});
afterAll(() => server?.stop());

describe('what outlives a run, in a database', () => {
  it('is kept as in a folder, in a schema of its own', async () => {
    await checkStores('postgres');
    await checkStores(`postgres:o'la"; --`);
  });

  it('is not made by looking', async () => {
    expect(await refusal(openStorage('postgres:none', { features, make: false }))).toMatch(
      /^the database "postgres" at 127\.0\.0\.1:\d+, schema none: nothing is kept there yet\n/,
    );
    expect(await server.run("select to_regnamespace('none') as made")).toEqual([{ made: null }]);
    expect(storagePlace('postgres')).toMatch(/schema evenhand$/);
  });

  it('cannot be reached, or does not know the user: neither says a secret', async () => {
    process.env.EVENHAND_NOWHERE = `postgres://owner:${PASSWORD}@127.0.0.1:1/postgres`;
    const text = await refusal(openStorage('env:EVENHAND_NOWHERE', { features }));
    delete process.env.EVENHAND_NOWHERE;
    expect(text).toContain('cannot reach the database "postgres" at 127.0.0.1:1');
    expect(text).not.toContain('hunter2');
  });
});

describe('outcomes in a database', () => {
  it('are kept and read back as in a folder', async () => {
    const csv = 'id,created_at,type,likes\n1,2026-01-05T22:30:00Z,reel,3\n2,2025-07-05T22:30:00Z,post,4.5\n';
    const files = read(csv, { zone: 'Europe/Berlin' });
    const place = 'postgres:outcomes';
    expect(await keepHistory(place, files, { dryRun: true })).toMatchObject({ added: 2 });
    const both = await Promise.all([keepHistory(place, files), keepHistory(place, files)]);
    expect(both.map(({ added, same }) => added + same)).toEqual([2, 2]);
    expect(both.reduce((sum, { added }) => sum + added, 0)).toBe(2);
    const kept = await openStorage(place, { features: [HISTORY] });
    expect(await outcomesOf(kept, { goal: 'likes' })).toEqual([
      { group: 'x', at: Date.UTC(2025, 6, 5, 22, 30) / 1000, weekday: 6, hour: 0, value: 4.5, type: 'post' },
      { group: 'x', at: Date.UTC(2026, 0, 5, 22, 30) / 1000, weekday: 0, hour: 23, value: 3, type: 'reel' },
    ]);
    await kept.close();
    expect(await historyIn(place)).toMatchObject([{ channel: 'x', outcomes: 2, first: Date.UTC(2025, 6, 5, 22, 30) }]);
  });
});
